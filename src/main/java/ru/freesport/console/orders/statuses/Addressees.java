package ru.freesport.console.orders.statuses;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds whom documents are about: two queries, however many of them. */
@Component
class Addressees {

    private final JdbcClient database;

    Addressees(JdbcClient database) {
        this.database = database;
    }

    /** What is known under the numbers and ids of some documents. */
    record Known(Map<String, Part> byNumber, Map<String, Part> byId, Set<String> wholeOrders) {

        MatchRule.Candidates of(ReportedOrder said) {
            return new MatchRule.Candidates(
                    said.id(), id(byNumber(said)), id(byId(said)), wholeOrders.contains(said.number()));
        }

        @Nullable Part byNumber(ReportedOrder said) {
            return byNumber.get(said.number());
        }

        @Nullable Part byId(ReportedOrder said) {
            return byId.get(said.id());
        }

        /** Whatever the documents mean in the end, it is among these. */
        Set<UUID> orderIds() {
            Set<UUID> ids = new HashSet<>();
            byNumber.values().forEach(part -> ids.add(part.orderId));
            byId.values().forEach(part -> ids.add(part.orderId));
            return ids;
        }

        private static @Nullable UUID id(@Nullable Part part) {
            return part == null ? null : part.id;
        }
    }

    record Part(UUID id, UUID orderId) {}

    Known of(List<ReportedOrder> said) {
        String[] numbers = texts(said.stream().map(ReportedOrder::number));
        String[] ids = texts(said.stream().map(ReportedOrder::id));
        Map<String, Part> byNumber = new HashMap<>();
        Map<String, Part> byId = new HashMap<>();
        database.sql("""
                        SELECT id, order_id, number, onec_key FROM order_part WHERE number = ANY(:numbers)
                        UNION SELECT id, order_id, number, onec_key FROM order_part WHERE onec_key = ANY(:ids)""").param("numbers", numbers).param("ids", ids).query(row -> {
            Part part = new Part(row.getObject("id", UUID.class), row.getObject("order_id", UUID.class));
            byNumber.put(row.getString("number"), part);
            byId.put(row.getString("onec_key"), part);
        });
        Set<String> wholeOrders =
                new HashSet<>(database.sql("SELECT number FROM shop_order WHERE number = ANY(:numbers)")
                        .param("numbers", numbers)
                        .query(String.class)
                        .list());
        return new Known(byNumber, byId, wholeOrders);
    }

    private static String[] texts(Stream<@Nullable String> texts) {
        return texts.filter(Objects::nonNull).distinct().toArray(String[]::new);
    }
}
