package ru.freesport.console.onec.commerceml;

import org.jspecify.annotations.Nullable;

/**
 * Announces the rows of one kind that follow, and whether they are all rows there are or only changes.
 *
 * @param kind the rows that follow; offers may carry prices and rests as well
 * @param id of the catalogue, package or classifier itself
 * @param catalogId of the catalogue the rows belong to
 * @param onlyChanges absence of a row means nothing when true; false also when the file does not tell
 */
public record Section(
        Type type,
        CommerceMlKind kind,
        @Nullable String id,
        @Nullable String catalogId,
        boolean onlyChanges) {

    /** The parts of a file that can hold rows. */
    public enum Type {
        CATALOGUE,
        OFFERS_PACKAGE,
        CLASSIFIER,
        COUNTERPARTIES
    }
}
