package ru.freesport.console.onec.commerceml;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file of an export holds. The order of declaration is the order of import: parents come before what refers to them. */
public enum CommerceMlKind {
    GROUPS("groups"),
    UNITS("units"),
    PROPERTIES_GOODS("propertiesGoods"),
    PROPERTIES_OFFERS("propertiesOffers"),
    PRICE_LISTS("priceLists"),
    STORAGES("storages"),
    GOODS("goods"),
    OFFERS("offers"),
    PRICES("prices"),
    RESTS("rests"),
    CONTRAGENTS("contragents");

    /** The name of the schema 2.0x file that holds groups, properties and goods together. */
    private static final String OLD_CATALOGUE = "import";

    private static final List<CommerceMlKind> LONGEST_FIRST = Stream.of(values())
            .sorted(Comparator.comparing((CommerceMlKind kind) -> kind.prefix.length())
                    .reversed())
            .toList();

    private final String prefix;

    CommerceMlKind(String prefix) {
        this.prefix = prefix;
    }

    /** How names of such files begin, and the folder they lie in. */
    public String prefix() {
        return prefix;
    }

    /** Tells the kind from a file name as 1C gives it: any case, any folder before it, any numbers and ids after it. */
    public static Optional<CommerceMlKind> ofFileName(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
        if (!name.endsWith(".xml")) {
            return Optional.empty();
        }
        if (name.startsWith(OLD_CATALOGUE)) {
            return Optional.of(GOODS);
        }
        return LONGEST_FIRST.stream()
                .filter(kind -> name.startsWith(kind.prefix.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
