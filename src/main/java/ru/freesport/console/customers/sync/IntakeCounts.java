package ru.freesport.console.customers.sync;

/**
 * How rows fared.
 *
 * @param created counterparties never heard of before
 * @param changed those that say something else than the last time
 * @param conflicts that a person must decide because of these rows
 */
public record IntakeCounts(int created, int changed, int unchanged, int conflicts) {

    static final IntakeCounts NONE = new IntakeCounts(0, 0, 0, 0);

    public IntakeCounts plus(IntakeCounts more) {
        return new IntakeCounts(
                created + more.created,
                changed + more.changed,
                unchanged + more.unchanged,
                conflicts + more.conflicts);
    }
}
