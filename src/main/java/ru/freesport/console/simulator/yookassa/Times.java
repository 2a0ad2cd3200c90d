package ru.freesport.console.simulator.yookassa;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Times as YooKassa writes them, and the filters of its lists. */
final class Times {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Times() {}

    static String shown(Instant time) {
        return FORMAT.format(time);
    }

    /** Whether the time lies within {@code name.gte}, {@code .gt}, {@code .lte} and {@code .lt}. */
    static boolean isWithin(Map<String, String> query, String name, @org.jspecify.annotations.Nullable Instant time) {
        for (String bound : new String[] {"gte", "gt", "lte", "lt"}) {
            String wanted = query.get(name + "." + bound);
            if (wanted != null && (time == null || !holds(bound, time.compareTo(read(wanted, name))))) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(String bound, int order) {
        return switch (bound) {
            case "gte" -> order >= 0;
            case "gt" -> order > 0;
            case "lte" -> order <= 0;
            default -> order < 0;
        };
    }

    private static Instant read(String text, String name) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw Refused.invalid(name, "Not a time: " + text);
        }
    }
}
