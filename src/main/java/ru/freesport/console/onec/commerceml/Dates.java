package ru.freesport.console.onec.commerceml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.statuses.StatedDate;

/** Dates and times as 1C writes them: ISO with or without a zone, or day first as on its screens. */
public final class Dates {

    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("dd.MM.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int ISO_DATE = 10;

    private Dates() {}

    /** A moment of the 1C server in the shop's time; a text without a zone is the shop's time already. */
    public static Optional<LocalDateTime> moment(@Nullable String text, ZoneId shop) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String written = text.strip();
        try {
            boolean hasZone =
                    written.length() > ISO_DATE && written.substring(ISO_DATE).matches(".*([Zz]|[+-]\\d\\d:?\\d\\d)");
            if (hasZone) {
                return Optional.of(OffsetDateTime.parse(written.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                        .atZoneSameInstant(shop)
                        .toLocalDateTime());
            }
            return Optional.of(
                    written.length() == ISO_DATE
                            ? LocalDate.parse(written).atStartOfDay()
                            : LocalDateTime.parse(written.replace(' ', 'T')));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** A lone {@code T} is what remains of a date and a time that are both empty; the first day of time means none. */
    static StatedDate stated(String text) throws NotADate {
        if (text.isEmpty()
                || text.equalsIgnoreCase("T")
                || text.startsWith("0001-01-01")
                || text.startsWith("01.01.0001")) {
            return new StatedDate.None();
        }
        return new StatedDate.On(date(text));
    }

    static LocalDate date(String text) throws NotADate {
        String day = text.length() > ISO_DATE ? text.substring(0, ISO_DATE) : text;
        boolean goesOn =
                text.length() == ISO_DATE || text.length() > ISO_DATE && "T ".indexOf(text.charAt(ISO_DATE)) >= 0;
        try {
            if (goesOn) {
                return day.indexOf('.') == 2 ? LocalDate.parse(day, DAY_FIRST) : LocalDate.parse(day);
            }
        } catch (DateTimeException unreadable) {
            // told below
        }
        throw new NotADate(text);
    }
}
