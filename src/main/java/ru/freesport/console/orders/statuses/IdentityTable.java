package ru.freesport.console.orders.statuses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.orders.statuses.IdentityDispute.Decision;
import ru.freesport.console.shared.Actor;

/** Keeps documents whose number and id disagree, and what people decided about them. */
@Component
class IdentityTable {

    private static final String SELECT = """
            SELECT i.*, a.number AS order_by_number, p.number AS number_by_id, b.number AS order_by_id
            FROM order_identity i JOIN order_part n ON n.id = i.part_by_number JOIN shop_order a ON a.id = n.order_id
                LEFT JOIN order_part p ON p.id = i.part_by_id LEFT JOIN shop_order b ON b.id = p.order_id""";

    private final JdbcClient database;

    IdentityTable(JdbcClient database) {
        this.database = database;
    }

    /** @param isNew nobody has met it before */
    record Met(long id, @Nullable Decision decision, boolean isNew) {}

    /** Says what was decided about the dispute, and begins it when it is new. */
    Met met(ReportedOrder said, UUID partByNumber, @Nullable UUID partById, ReportSource source) {
        return database.sql("""
                        INSERT INTO order_identity AS i (number, onec_key, part_by_number, part_by_id, word, message_id)
                        VALUES (:number, :key, :byNumber, :byId, :word, :message)
                        ON CONFLICT (number, onec_key) DO UPDATE SET
                            word = coalesce(excluded.word, i.word),
                            message_id = CASE WHEN excluded.word IS DISTINCT FROM i.word THEN excluded.message_id
                                ELSE i.message_id END,
                            last_at = now()
                        RETURNING id, decision, xmax = 0 AS is_new""")
                .param("number", said.number())
                .param("key", said.id())
                .param("byNumber", partByNumber)
                .param("byId", partById)
                .param("word", said.word())
                .param("message", source.messageId())
                .query((row, _) -> new Met(row.getLong("id"), decision(row), row.getBoolean("is_new")))
                .single();
    }

    List<IdentityDispute> open(int limit) {
        return database.sql(SELECT + " WHERE i.decision IS NULL ORDER BY i.id LIMIT :limit")
                .param("limit", limit)
                .query(IdentityTable::dispute)
                .list();
    }

    /** Newest decisions first. */
    List<IdentityDispute> decided(int limit) {
        return database.sql(SELECT + " WHERE i.decision IS NOT NULL ORDER BY i.decided_at DESC LIMIT :limit")
                .param("limit", limit)
                .query(IdentityTable::dispute)
                .list();
    }

    List<IdentityDispute> ofOrder(UUID orderId) {
        return database.sql(SELECT + " WHERE i.id IN (" + """
                            SELECT i.id FROM order_identity i JOIN order_part p ON p.id = i.part_by_number
                            WHERE p.order_id = :order
                            UNION SELECT i.id FROM order_identity i JOIN order_part p ON p.id = i.part_by_id
                            WHERE p.order_id = :order) ORDER BY i.id""")
                .param("order", orderId)
                .query(IdentityTable::dispute)
                .list();
    }

    Optional<IdentityDispute> find(long id) {
        return database.sql(SELECT + " WHERE i.id = :id")
                .param("id", id)
                .query(IdentityTable::dispute)
                .optional();
    }

    /** False when somebody else was faster. */
    boolean decide(long id, Decision decision, Actor actor, String reason) {
        return database.sql("""
                                UPDATE order_identity SET decision = :decision, decided_at = now(),
                                    decided_by_kind = :kind, decided_by = :actor, reason = :reason
                                WHERE id = :id AND decision IS NULL""")
                        .param("decision", decision.name())
                        .param("kind", actor.kind().name())
                        .param("actor", actor.name())
                        .param("reason", reason)
                        .param("id", id)
                        .update()
                > 0;
    }

    /** The orders that a dispute is about. */
    List<UUID> orders(long id) {
        return database.sql("""
                        SELECT p.order_id FROM order_identity i
                            JOIN order_part p ON p.id = i.part_by_number OR p.id = i.part_by_id
                        WHERE i.id = :id""").param("id", id).query(UUID.class).list().stream()
                .distinct()
                .toList();
    }

    private static IdentityDispute dispute(ResultSet row, int number) throws SQLException {
        Timestamp decidedAt = row.getTimestamp("decided_at");
        String kind = row.getString("decided_by_kind");
        return new IdentityDispute(
                row.getLong("id"),
                row.getString("number"),
                row.getString("onec_key"),
                row.getString("order_by_number"),
                row.getString("number_by_id"),
                row.getString("order_by_id"),
                row.getString("word"),
                (Long) row.getObject("message_id"),
                row.getTimestamp("first_at").toInstant(),
                row.getTimestamp("last_at").toInstant(),
                decision(row),
                decidedAt == null ? null : decidedAt.toInstant(),
                kind == null ? null : new Actor(Actor.Kind.valueOf(kind), row.getString("decided_by")),
                row.getString("reason"));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        String name = row.getString("decision");
        return name == null ? null : Decision.valueOf(name);
    }
}
