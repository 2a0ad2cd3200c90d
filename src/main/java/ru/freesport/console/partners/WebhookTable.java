package ru.freesport.console.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.Webhook.Lamp;
import ru.freesport.console.partners.Webhook.State;
import ru.freesport.console.shared.Correlation;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The statements on the table of notifications. */
@Component
class WebhookTable {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    static final String COLUMNS = "w.id, w.provider, w.message_id, w.received_at, w.address, w.headers, w.address_lamp,"
            + " w.secret_lamp, w.signature_lamp, w.event, w.subject, w.key, w.state, w.remark, w.attempts, w.is_replay, w.worked_at";

    private final JdbcClient database;
    private final JsonMapper json;

    WebhookTable(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** One that came in, judged. */
    record New(
            String provider,
            @Nullable String address,
            Map<String, String> headers,
            @Nullable String contentType,
            Lamp addressLamp,
            Lamp secret,
            Lamp signature,
            WebhookProvider.@Nullable Topic topic,
            @Nullable String remark,
            byte[] body) {

        private String name() {
            return topic == null ? provider : provider + " " + topic.event() + " " + topic.subject();
        }
    }

    /** Content, message and notification in one statement and one commit: the sender waits. */
    long insert(New one) {
        return database.sql("""
                        WITH content AS (
                            INSERT INTO blob (sha256, size, stored_size) VALUES (:sha256, :size, :size)
                            ON CONFLICT (sha256) DO UPDATE SET used_at = clock_timestamp()
                            RETURNING id, xmax = 0 AS is_new),
                        chunk AS (
                            INSERT INTO blob_chunk (blob_id, n, size, zstd, data)
                            SELECT id, 0, :size, false, :body FROM content WHERE is_new AND :size > 0),
                        stored AS (
                            INSERT INTO message (direction, channel, name, content_type, blob_id, sha256, size,
                                actor_kind, actor_name, correlation_id, duplicate_of)
                            SELECT 'IN', 'webhook', :name, :contentType, id, :sha256, :size, 'SYSTEM', :provider,
                                :correlation,
                                (SELECT min(m.id) FROM message m WHERE m.sha256 = :sha256)
                            FROM content RETURNING id)
                        INSERT INTO webhook (provider, message_id, address, headers, address_lamp, secret_lamp,
                            signature_lamp, event, subject, key, state, remark)
                        SELECT :provider, id, :address, :headers::jsonb, :addressLamp, :secretLamp, :signatureLamp,
                            :event, :subject, :key, :state, :remark
                        FROM stored RETURNING id""")
                .param("sha256", Blobs.sha256().digest(one.body()))
                .param("size", one.body().length)
                .param("body", one.body())
                .param("name", MessageName.clean(one.name()))
                .param("contentType", one.contentType())
                .param("provider", one.provider())
                .param("correlation", Correlation.current().orElse(null))
                .param("address", one.address())
                .param("headers", json.writeValueAsString(one.headers()))
                .param("addressLamp", one.addressLamp().name())
                .param("secretLamp", one.secret().name())
                .param("signatureLamp", one.signature().name())
                .param("event", one.topic() == null ? null : one.topic().event())
                .param("subject", one.topic() == null ? null : one.topic().subject())
                .param("key", one.topic() == null ? null : one.topic().key())
                .param("state", (one.remark() == null ? State.RECEIVED : State.REJECTED).name())
                .param("remark", one.remark())
                .query(Long.class)
                .single();
    }

    /** Takes what is due for one worker; what a dead node took comes again after its lease. */
    List<Webhook> claim(int most, Duration lease) {
        return database.sql("""
                        WITH due AS (
                            SELECT id FROM webhook
                            WHERE state IN ('RECEIVED', 'WAITING') AND due_at <= clock_timestamp()
                            ORDER BY due_at, id LIMIT :most FOR UPDATE SKIP LOCKED)
                        UPDATE webhook w SET due_at = clock_timestamp() + make_interval(secs => :lease),
                            attempts = attempts + 1
                        FROM due WHERE w.id = due.id
                        RETURNING\s""" + COLUMNS)
                .param("most", most)
                .param("lease", (double) lease.toMillis() / 1_000)
                .query(this::webhook)
                .list();
    }

    /** By message; what the door wrote is one chunk. */
    Map<Long, byte[]> bodies(Collection<Long> messageIds) {
        Map<Long, byte[]> bodies = new HashMap<>();
        database.sql("""
                        SELECT m.id, c.size, c.zstd, c.data FROM message m JOIN blob_chunk c ON c.blob_id = m.blob_id
                        WHERE c.n = 0 AND m.id = ANY(?)""").param(messageIds.toArray(Long[]::new)).query(row -> {
            bodies.put(row.getLong(1), new BlobChunk(row.getInt(2), row.getBoolean(3), row.getBytes(4)).raw());
        });
        return bodies;
    }

    /** Of the same news, the first one that was believed and worked on. */
    Optional<Instant> firstOf(String provider, String key, long before) {
        return database.sql("""
                        SELECT received_at FROM webhook
                        WHERE provider = ? AND key = ? AND id < ? AND state IN ('APPLIED', 'UNCHANGED')
                        ORDER BY id LIMIT 1""")
                .params(provider, key, before)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    void end(long id, State state, @Nullable String remark) {
        database.sql("""
                        UPDATE webhook SET state = :state, remark = :remark, worked_at = clock_timestamp()
                        WHERE id = :id AND state IN ('RECEIVED', 'WAITING')""")
                .param("state", state.name())
                .param("remark", remark)
                .param("id", id)
                .update();
    }

    void later(long id, @Nullable String remark, Duration pause) {
        database.sql("""
                        UPDATE webhook SET state = 'WAITING', remark = :remark,
                            due_at = clock_timestamp() + make_interval(secs => :pause)
                        WHERE id = :id AND state IN ('RECEIVED', 'WAITING')""")
                .param("remark", remark)
                .param("pause", (double) pause.toMillis() / 1_000)
                .param("id", id)
                .update();
    }

    /** To be worked on once more, whatever became of it. */
    boolean again(long id) {
        return database.sql("""
                        UPDATE webhook SET state = 'RECEIVED', remark = NULL, due_at = clock_timestamp(), attempts = 0,
                            is_replay = true WHERE id = ? AND subject IS NOT NULL""").param(id).update() == 1;
    }

    Optional<Webhook> find(long id) {
        return one("w.id = ?", id);
    }

    Optional<Webhook> ofMessage(long messageId) {
        return one("w.message_id = ?", messageId);
    }

    private Optional<Webhook> one(String condition, long value) {
        return database.sql("SELECT " + COLUMNS + " FROM webhook w WHERE " + condition)
                .param(value)
                .query(this::webhook)
                .optional();
    }

    /** Newest first. */
    List<Webhook> page(@Nullable String provider, @Nullable State state, @Nullable Long below, int limit) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        if (provider != null) {
            conditions.add("w.provider = :provider");
            values.put("provider", provider);
        }
        if (state != null) {
            conditions.add("w.state = :state");
            values.put("state", state.name());
        }
        if (below != null) {
            conditions.add("w.id < :below");
            values.put("below", below);
        }
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return database.sql("SELECT " + COLUMNS + " FROM webhook w" + where + " ORDER BY w.id DESC LIMIT :limit")
                .params(values)
                .param("limit", limit)
                .query(this::webhook)
                .list();
    }

    List<Webhook> about(String provider, String subject) {
        return database.sql(
                        "SELECT " + COLUMNS + " FROM webhook w WHERE w.provider = ? AND w.subject = ? ORDER BY w.id")
                .params(provider, subject)
                .query(this::webhook)
                .list();
    }

    List<Long> openMessages(Collection<Long> messageIds) {
        return database.sql("""
                        SELECT message_id FROM webhook
                        WHERE message_id = ANY(?) AND state IN ('RECEIVED', 'WAITING')""")
                .param(messageIds.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    private Webhook webhook(ResultSet row, int number) throws SQLException {
        Timestamp worked = row.getTimestamp("worked_at");
        return new Webhook(
                row.getLong("id"),
                row.getString("provider"),
                row.getLong("message_id"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("address"),
                json.readValue(row.getString("headers"), HEADERS),
                Lamp.valueOf(row.getString("address_lamp")),
                Lamp.valueOf(row.getString("secret_lamp")),
                Lamp.valueOf(row.getString("signature_lamp")),
                row.getString("event"),
                row.getString("subject"),
                row.getString("key"),
                State.valueOf(row.getString("state")),
                row.getString("remark"),
                row.getInt("attempts"),
                row.getBoolean("is_replay"),
                worked == null ? null : worked.toInstant());
    }
}
