package ru.freesport.console.partners;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns a filter into conditions that the indexes of the message table answer. */
final class MessageQuery {

    private static final int SHA256_HEX = 64;
    private static final int SHORTEST_HASH_BEGINNING = 8;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    static MessageQuery of(MessageFilter filter) {
        MessageQuery query = new MessageQuery();
        if (filter.channel() != null) {
            query.and("channel = :channel", "channel", filter.channel());
        }
        if (filter.from() != null) {
            query.and("received_at >= :from", "from", at(filter.from()));
        }
        if (filter.to() != null) {
            query.and("received_at < :to", "to", at(filter.to()));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            query.text(filter.text().strip().toLowerCase(Locale.ROOT));
        }
        return query;
    }

    void and(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    Map<String, Object> values() {
        return values;
    }

    private void text(String text) {
        StringBuilder any = new StringBuilder("(lower(name) LIKE :like");
        values.put("like", "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        if (text.matches("#?\\d{1,18}")) {
            any.append(" OR id = :id");
            values.put("id", Long.parseLong(text.replace("#", "")));
        }
        if (text.length() >= SHORTEST_HASH_BEGINNING && text.matches("[0-9a-f]{8,64}")) {
            any.append(" OR sha256 BETWEEN :low AND :high");
            values.put("low", hash(text, '0'));
            values.put("high", hash(text, 'f'));
        }
        conditions.add(any.append(")").toString());
    }

    private static byte[] hash(String beginning, char filler) {
        return HexFormat.of().parseHex(beginning + String.valueOf(filler).repeat(SHA256_HEX - beginning.length()));
    }

    private static Object at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
