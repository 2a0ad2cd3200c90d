package ru.freesport.console.customers.conflicts;

import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;

/** Pairs of values that a person said to leave as they are: the same pair is not asked about again, another one is. */
public final class LeftAlone {

    private LeftAlone() {}

    /** @param text as it is stored */
    record Pair(String text) {}

    static Pair pair(CustomerField field, @Nullable String shop, @Nullable String onec) {
        return new Pair(key(field, shop) + "\u001f" + key(field, onec));
    }

    /** @param stored null: nothing of this field is to be left alone */
    public static boolean holds(
            @Nullable String stored, CustomerField field, @Nullable String shop, @Nullable String onec) {
        return stored != null && stored.equals(pair(field, shop, onec).text());
    }

    private static String key(CustomerField field, @Nullable String value) {
        return value == null ? "" : field.normal(value);
    }
}
