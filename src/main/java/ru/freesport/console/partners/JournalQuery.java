package ru.freesport.console.partners;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter and a place in the list as conditions on one of the two tables, so that an index in the list's order answers. */
final class JournalQuery {

    /** Of so many operations a text may be part of. */
    private static final int OPERATIONS = 500;

    private static final int SHA256_HEX = 64;
    private static final int SHORTEST_HASH_BEGINNING = 8;

    /** Every operation there is, without reading the journal: each step of it is one look into the index. */
    private static final String OPERATIONS_LIKE = """
            operation = ANY (ARRAY(WITH RECURSIVE known (operation, n) AS (
                (SELECT operation, 1 FROM partner_call ORDER BY operation LIMIT 1)
                UNION ALL SELECT (SELECT c.operation FROM partner_call c WHERE c.operation > known.operation
                    ORDER BY c.operation LIMIT 1), n + 1 FROM known WHERE known.operation IS NOT NULL AND n < %d)
            SELECT operation FROM known WHERE lower(operation) LIKE :like))""".formatted(OPERATIONS);

    private final StringBuilder conditions = new StringBuilder("true");
    private final Map<String, Object> values = new HashMap<>();

    private JournalQuery() {}

    static JournalQuery calls(JournalFilter filter, JournalLine.@Nullable Position below) {
        JournalQuery query = new JournalQuery();
        query.common(filter, "circuit", "started_at");
        if (filter.isFailed() || filter.result() != null && filter.result() != CallResult.SUCCEEDED) {
            query.and("result IS DISTINCT FROM 'SUCCEEDED'");
        }
        if (filter.result() == CallResult.UNKNOWN) {
            // an attempt whose node died while it was out has no result
            query.conditions.append(" AND (result = 'UNKNOWN' OR result IS NULL AND started_at < clock_timestamp()"
                    + " - interval '10 minutes')");
        } else if (filter.result() != null) {
            query.and("result = '" + filter.result().name() + "'");
        }
        if (filter.error() != null) {
            query.and("error = :error", "error", filter.error().name());
        }
        String text = text(filter);
        if (!text.isEmpty()) {
            query.like(text);
            query.and("(correlation_id = :text OR idempotency_key = :text OR " + OPERATIONS_LIKE + query.orNumber(text)
                    + ")");
        }
        query.below(below, JournalLine.Kind.CALL, "started_at");
        return query;
    }

    static JournalQuery files(JournalFilter filter, JournalLine.@Nullable Position below) {
        JournalQuery query = new JournalQuery();
        query.common(filter, "channel", "received_at");
        String text = text(filter);
        if (!text.isEmpty()) {
            query.like(text);
            query.and("(correlation_id = :text OR lower(name) LIKE :like" + query.orHash(text) + query.orNumber(text)
                    + ")");
        }
        query.below(below, JournalLine.Kind.FILE, "received_at");
        return query;
    }

    String conditions() {
        return conditions.toString();
    }

    Map<String, Object> values() {
        return values;
    }

    private void common(JournalFilter filter, String channel, String time) {
        if (filter.direction() != null) {
            and("direction = :direction", "direction", filter.direction().name());
        }
        if (filter.channel() != null) {
            and(channel + " = :channel", "channel", filter.channel());
        }
        if (filter.from() != null) {
            and(time + " >= :from", "from", filter.from().atOffset(ZoneOffset.UTC));
        }
    }

    private void below(JournalLine.@Nullable Position last, JournalLine.Kind kind, String time) {
        if (last == null) {
            return;
        }
        values.put("at", last.at().atOffset(ZoneOffset.UTC));
        int order = kind.compareTo(last.kind());
        if (order == 0) {
            and("(" + time + ", id) < (:at, :last)", "last", last.id());
        } else {
            and(time + (order < 0 ? " < :at" : " <= :at"));
        }
    }

    private void like(String text) {
        values.put("text", text);
        values.put(
                "like",
                "%"
                        + text.toLowerCase(Locale.ROOT)
                                .replace("\\", "\\\\")
                                .replace("%", "\\%")
                                .replace("_", "\\_") + "%");
    }

    private String orNumber(String text) {
        if (!text.matches("#?\\d{1,18}")) {
            return "";
        }
        values.put("number", Long.parseLong(text.replace("#", "")));
        return " OR id = :number";
    }

    private String orHash(String text) {
        if (text.length() < SHORTEST_HASH_BEGINNING || !text.matches("[0-9a-fA-F]{8,64}")) {
            return "";
        }
        values.put("low", hash(text, '0'));
        values.put("high", hash(text, 'f'));
        return " OR sha256 BETWEEN :low AND :high";
    }

    private void and(String condition, String name, Object value) {
        and(condition);
        values.put(name, value);
    }

    private void and(String condition) {
        conditions.append(" AND ").append(condition);
    }

    private static String text(JournalFilter filter) {
        return filter.text() == null ? "" : filter.text().strip();
    }

    private static byte[] hash(String beginning, char filler) {
        return HexFormat.of().parseHex(beginning + String.valueOf(filler).repeat(SHA256_HEX - beginning.length()));
    }
}
