package ru.freesport.console.onec;

import ru.freesport.console.catalog.Tally;

/** How the rows of one kind fared in one run; every row read is in exactly one of the other figures. */
public record KindCounts(long read, long created, long changed, long unchanged, long held, long parked, long rejected) {

    static final KindCounts NONE = new KindCounts(0, 0, 0, 0, 0, 0, 0);

    KindCounts plus(Tally tally) {
        long rows = tally.created() + tally.changed() + tally.unchanged();
        return new KindCounts(
                read + rows,
                created + tally.created(),
                changed + tally.changed(),
                unchanged + tally.unchanged(),
                held,
                parked,
                rejected);
    }

    KindCounts plus(KindCounts more) {
        return new KindCounts(
                read + more.read,
                created + more.created,
                changed + more.changed,
                unchanged + more.unchanged,
                held + more.held,
                parked + more.parked,
                rejected + more.rejected);
    }

    KindCounts plusUntaken(UntakenState state) {
        return new KindCounts(
                read + 1,
                created,
                changed,
                unchanged,
                held + (state == UntakenState.HELD ? 1 : 0),
                parked + (state == UntakenState.PARKED ? 1 : 0),
                rejected + (state == UntakenState.REJECTED ? 1 : 0));
    }

    /** Rows changed without having been read: what a full packet did not name. */
    KindCounts plusAbsent(int rows) {
        return new KindCounts(read, created, changed + rows, unchanged, held, parked, rejected);
    }

    public boolean changedAnything() {
        return created + changed > 0;
    }
}
