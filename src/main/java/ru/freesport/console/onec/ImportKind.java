package ru.freesport.console.onec;

import java.util.Arrays;
import java.util.Optional;
import ru.freesport.console.onec.commerceml.CommerceMlKind;

/** What an import counts, by the names that its files, the command line and the screens use; in order of import. */
public enum ImportKind {
    GROUPS("groups"),
    UNITS("units"),
    PROPERTIES_GOODS("propertiesGoods"),
    PROPERTIES_OFFERS("propertiesOffers"),
    PROPERTY_VALUES("propertyValues"),
    PRICE_LISTS("priceLists"),
    STORAGES("storages"),
    GOODS("goods"),
    OFFERS("offers"),
    PRICES("prices"),
    RESTS("rests"),
    PICTURES("pictures"),
    CONTRAGENTS("contragents"),
    /** What 1C says became of orders; no part of the catalogue. */
    ORDER_STATUSES("orderStatuses");

    private final String code;

    ImportKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<ImportKind> ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equalsIgnoreCase(code))
                .findFirst();
    }

    static ImportKind of(CommerceMlKind kind) {
        return valueOf(kind.name());
    }
}
