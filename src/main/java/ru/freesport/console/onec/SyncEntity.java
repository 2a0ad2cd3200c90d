package ru.freesport.console.onec;

import java.util.List;

/** What the exchange with 1C keeps true, as people name it: a row of the matrix. */
public enum SyncEntity {
    GROUPS(ImportKind.GROUPS),
    UNITS(ImportKind.UNITS),
    PROPERTIES(ImportKind.PROPERTIES_GOODS, ImportKind.PROPERTIES_OFFERS, ImportKind.PROPERTY_VALUES),
    PRICE_LISTS(ImportKind.PRICE_LISTS),
    STORAGES(ImportKind.STORAGES),
    GOODS(ImportKind.GOODS),
    OFFERS(ImportKind.OFFERS),
    PRICES(ImportKind.PRICES),
    RESTS(ImportKind.RESTS),
    PICTURES(ImportKind.PICTURES),
    CUSTOMERS(ImportKind.CONTRAGENTS);

    private final List<ImportKind> kinds;

    SyncEntity(ImportKind... kinds) {
        this.kinds = List.of(kinds);
    }

    List<ImportKind> kinds() {
        return kinds;
    }
}
