package ru.freesport.console.customers.duplicates;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.MatchKey;
import ru.freesport.console.shared.Actor;
import tools.jackson.databind.json.JsonMapper;

/** Who is part of whom, who may be, and who surely is not. */
@Repository
class MergeTable {

    /** A key that points to more points to nobody. */
    private static final int MOST = 20;

    private static final String ALIKE = """
            WITH me AS (SELECT * FROM customer WHERE id = :id),
            hits AS (
                SELECT c.id, CASE WHEN c.kpp = me.kpp THEN 'TAX_ID_AND_KPP' ELSE 'TAX_ID' END AS key
                    FROM me JOIN customer c ON c.tax_id = me.tax_id
                UNION ALL SELECT c.id, 'EMAIL' FROM me JOIN customer c ON lower(c.email) = lower(me.email)
                UNION ALL SELECT c.id, 'PHONE_AND_NAME' FROM me JOIN customer c ON c.phone = me.phone
                    WHERE lower(coalesce(c.company_name, c.last_name)) = lower(coalesce(me.company_name, me.last_name)))
            SELECT h.id, array_agg(DISTINCT h.key) AS keys FROM hits h JOIN customer c ON c.id = h.id
            WHERE h.id <> :id AND c.merged_into IS NULL
                AND NOT EXISTS (SELECT FROM customer_not_same n
                    WHERE n.one_id = least(h.id, :id) AND n.other_id = greatest(h.id, :id))
            GROUP BY h.id ORDER BY min(h.key) DESC, h.id LIMIT :most""";

    private final JdbcClient database;
    private final JsonMapper json;

    MergeTable(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * What the kept one took over.
     *
     * @param onecId 1C's id, when it went over too
     * @param contacts by their field
     */
    record Taken(
            Map<CustomerField, String> fields, @Nullable String onecId, Map<CustomerField, List<String>> contacts) {}

    record Row(long id, UUID kept, UUID merged, Taken taken, java.time.Instant at, String by, String reason) {}

    Map<UUID, List<MatchKey>> alike(UUID id) {
        Map<UUID, List<MatchKey>> alike = new LinkedHashMap<>();
        database.sql(ALIKE).param("id", id).param("most", MOST).query(row -> {
            alike.put(
                    row.getObject("id", UUID.class),
                    Arrays.stream((String[]) row.getArray("keys").getArray())
                            .map(MatchKey::valueOf)
                            .sorted()
                            .toList());
        });
        return alike;
    }

    /** Both together at last are one: nothing about either is being asked or on its way to 1C. */
    boolean isInConflict(UUID one, UUID other) {
        return database.sql("""
                        SELECT EXISTS (SELECT FROM customer_conflict c
                            WHERE c.state NOT IN ('CONFIRMED', 'DISMISSED') AND (c.customer_id IN (:one, :other)
                                OR EXISTS (SELECT FROM customer_conflict_candidate k
                                    WHERE k.conflict_id = c.id AND k.customer_id IN (:one, :other))))""")
                .param("one", one)
                .param("other", other)
                .query(Boolean.class)
                .single();
    }

    boolean hasMerged(UUID customer) {
        return database.sql("SELECT EXISTS (SELECT FROM customer WHERE merged_into = ?)")
                .param(customer)
                .query(Boolean.class)
                .single();
    }

    long next() {
        return database.sql("SELECT nextval(pg_get_serial_sequence('customer_merge', 'id'))")
                .query(Long.class)
                .single();
    }

    void insert(long id, UUID kept, UUID merged, Actor actor, String reason, Taken taken) {
        database.sql("""
                        INSERT INTO customer_merge (id, kept_id, merged_id, actor_kind, actor, reason, taken)
                        OVERRIDING SYSTEM VALUE VALUES (?, ?, ?, ?, ?, ?, CAST(? AS jsonb))""")
                .params(id, kept, merged, actor.kind().name(), actor.name(), reason, json.writeValueAsString(taken))
                .update();
    }

    /** @param into null: they stand for themselves again */
    void part(UUID customer, @Nullable UUID into) {
        database.sql("""
                        UPDATE customer SET merged_into = CAST(? AS uuid), changed_at = now(), version = version + 1
                        WHERE id = ?""").params(into, customer).update();
    }

    /** Whom 1C means by its id from now on. */
    void moveOnecId(UUID from, UUID to, String onecId) {
        database.sql("UPDATE customer SET onec_id = NULL WHERE id = ?")
                .param(from)
                .update();
        database.sql("UPDATE customer SET onec_id = ?, sync_state = 'SYNCED' WHERE id = ?")
                .params(onecId, to)
                .update();
        database.sql("UPDATE counterparty SET customer_id = ?, hash = NULL WHERE onec_id = ?")
                .params(to, onecId)
                .update();
    }

    Optional<Row> inForce(long id) {
        return database.sql("SELECT * FROM customer_merge WHERE id = ? AND undone_at IS NULL FOR UPDATE")
                .param(id)
                .query(this::row)
                .optional();
    }

    List<Row> of(UUID customer) {
        return database.sql("""
                        SELECT * FROM customer_merge WHERE undone_at IS NULL AND :id IN (kept_id, merged_id)
                        ORDER BY id DESC""").param("id", customer).query(this::row).list();
    }

    void undone(long id, Actor by, String reason) {
        database.sql(
                        "UPDATE customer_merge SET undone_at = clock_timestamp(), undone_by = ?, undone_why = ? WHERE id = ?")
                .params(by.name(), reason, id)
                .update();
    }

    void notSame(UUID one, UUID other, Actor actor, @Nullable String reason) {
        database.sql("""
                        INSERT INTO customer_not_same (one_id, other_id, actor_kind, actor, reason)
                        VALUES (least(:one, :other), greatest(:one, :other), :kind, :actor, :reason)
                        ON CONFLICT DO NOTHING""")
                .param("one", one)
                .param("other", other)
                .param("kind", actor.kind().name())
                .param("actor", actor.name())
                .param("reason", reason)
                .update();
    }

    private Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Row(
                row.getLong("id"),
                row.getObject("kept_id", UUID.class),
                row.getObject("merged_id", UUID.class),
                json.readValue(row.getString("taken"), Taken.class),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("reason"));
    }
}
