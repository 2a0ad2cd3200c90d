package ru.freesport.console.onec.commerceml;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.statuses.StatedDate;

/**
 * What a document says beside its number and rows, whether in elements or in requisites, under any of the names that 1C's
 * configurations give it.
 */
final class OrderRequisites {

    private final Map<String, String> values = new HashMap<>();

    /** A name without blanks, case and the Latin letters that look like Russian ones. */
    static String name(String written) {
        StringBuilder name = new StringBuilder(written.length());
        for (char c : written.toLowerCase(Locale.ROOT).toCharArray()) {
            if (!Values.isBlank(c)) {
                name.append(
                        switch (c) {
                            case 'ё' -> 'е';
                            case 'c' -> 'с';
                            default -> c;
                        });
            }
        }
        return name.toString();
    }

    /** An empty value is a value: it says that there is none. What is said twice is taken where it says more. */
    void add(@Nullable String name, @Nullable String value) {
        if (name != null) {
            values.merge(name(name), value == null ? "" : value, (first, second) -> first.isEmpty() ? second : first);
        }
    }

    /** 1C's own name for it is {@code СтатусЗаказа}; {@code Статус заказа} is how shops write it. */
    @Nullable String word() {
        return text("статусзаказа");
    }

    @Nullable String onecNumber() {
        return text("номер1с", "номерпо1с");
    }

    @Nullable String onecDate() {
        return text("дата1с", "датапо1с");
    }

    @Nullable Boolean isPosted() {
        return flag("проведен");
    }

    @Nullable Boolean isCancelled() {
        return flag("отменен");
    }

    @Nullable Boolean isShipped() {
        return flag("отгружен");
    }

    @Nullable Boolean isDeleted() {
        return flag("пометкаудаления");
    }

    StatedDate paid() throws NotADate {
        return date("датаоплаты", "датаоплатыпо1с");
    }

    StatedDate shipped() throws NotADate {
        return date("датаотгрузки", "датаотгрузкипо1с");
    }

    private @Nullable String text(String... names) {
        for (String name : names) {
            String value = values.get(name);
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return null;
    }

    private @Nullable Boolean flag(String name) {
        String value = text(name);
        return value == null ? null : Values.isTrue(value);
    }

    private StatedDate date(String... names) throws NotADate {
        String value = text(names);
        if (value != null) {
            return Dates.stated(value);
        }
        for (String name : names) {
            if (values.containsKey(name)) {
                return new StatedDate.None();
            }
        }
        return new StatedDate.Absent();
    }
}
