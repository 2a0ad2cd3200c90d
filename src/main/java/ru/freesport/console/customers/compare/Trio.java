package ru.freesport.console.customers.compare;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;

/**
 * One field seen from three sides; null says nothing.
 *
 * @param base what shop and 1C agreed on last
 * @param shopAt when the shop's value was set; null when nobody knows
 * @param onecAt when 1C's value was set; 1C's files do not tell, so mostly null
 */
public record Trio(
        CustomerField field,
        @Nullable String base,
        @Nullable String shop,
        @Nullable String onec,
        @Nullable Instant shopAt,
        @Nullable Instant onecAt) {

    public Trio {
        base = said(base);
        shop = said(shop);
        onec = said(onec);
    }

    public Trio(CustomerField field, @Nullable String base, @Nullable String shop, @Nullable String onec) {
        this(field, base, shop, onec, null, null);
    }

    public boolean isShopValid() {
        return shop != null && field.isValid(shop);
    }

    public boolean isOnecValid() {
        return onec != null && field.isValid(onec);
    }

    private static @Nullable String said(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "Trio[" + field + "]";
    }
}
