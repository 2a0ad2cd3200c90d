package ru.freesport.console.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The moment that a person types after {@code --since}: with an offset, or in the shop's time, or a day. */
final class SinceTime {

    static final String FORMS = "2026-11-25T10:00:00+03:00, 2026-11-25T10:00 or 2026-11-25";

    private SinceTime() {}

    /** @throws DateTimeException when it is none of {@link #FORMS} */
    static Instant parse(String text, ZoneId shop) {
        String given = text.strip();
        if (given.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return LocalDate.parse(given).atStartOfDay(shop).toInstant();
        }
        boolean hasOffset = given.matches(".*T.*(Z|z|[+-]\\d{2}(:?\\d{2})?)");
        return hasOffset
                ? OffsetDateTime.parse(given).toInstant()
                : LocalDateTime.parse(given).atZone(shop).toInstant();
    }
}
