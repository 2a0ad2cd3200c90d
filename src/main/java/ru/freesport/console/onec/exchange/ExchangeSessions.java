package ru.freesport.console.onec.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.ExchangeAccounts;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.Door;
import ru.freesport.console.onec.Packets;
import ru.freesport.console.shared.Correlation;

/** Sessions of 1C; they live in the database, so that any node can answer any call. */
@Component
class ExchangeSessions {

    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient database;
    private final ExchangeSettings settings;
    private final Packets packets;
    private final Runs runs;
    private final ExchangeAccounts accounts;

    ExchangeSessions(
            JdbcClient database, ExchangeSettings settings, Packets packets, Runs runs, ExchangeAccounts accounts) {
        this.database = database;
        this.settings = settings;
        this.packets = packets;
        this.runs = runs;
        this.accounts = accounts;
    }

    /** What a client must bring from now on, and the database's time. */
    record Keys(String cookie, String sessid, long timestamp) {}

    /** An import of the account that is still at work. */
    record AtWork(long runId, Instant since) {}

    Keys begin(ExchangeAccounts.Admitted account) {
        String cookie = key();
        String sessid = sessid(cookie);
        long timestamp = database.sql("""
                        INSERT INTO exchange_session (key_hash, sessid_hash, account, account_stamp, correlation_id)
                        VALUES (?, ?, ?, ?, ?) RETURNING extract(epoch FROM started_at)::bigint
                        """)
                .params(
                        hash(cookie),
                        hash(sessid),
                        account.actor().name(),
                        account.stamp(),
                        Correlation.current().orElseGet(Correlation::fresh))
                .query(Long.class)
                .single();
        return new Keys(cookie, sessid, timestamp);
    }

    /** The session of a cookie, which thereby lives on; it ends when its account was changed or disabled. */
    Optional<ExchangeSession> find(@Nullable String cookie, @Nullable String sessid) {
        if (cookie == null) {
            return Optional.empty();
        }
        return database.sql("""
                        UPDATE exchange_session SET last_seen = clock_timestamp()
                        WHERE key_hash = ? AND last_seen > clock_timestamp() - make_interval(secs => ?)
                        RETURNING id, account, account_stamp, state, sessid_hash, packet_id, finish_run_id, received_bytes,
                            sale_version, sale_zip, correlation_id
                        """)
                .params(hash(cookie), (double) settings.idle().toSeconds())
                .query((row, _) -> new Found(
                        new ExchangeSession(
                                row.getLong("id"),
                                row.getString("account"),
                                sessid(cookie),
                                row.getString("state").equals("SUPERSEDED"),
                                sessid == null || MessageDigest.isEqual(row.getBytes("sessid_hash"), hash(sessid)),
                                row.getObject("packet_id", Long.class),
                                row.getObject("finish_run_id", Long.class),
                                row.getLong("received_bytes"),
                                row.getString("sale_version"),
                                row.getBoolean("sale_zip"),
                                row.getString("correlation_id")),
                        row.getInt("account_stamp")))
                .optional()
                .filter(found -> accounts.stamp(found.session().account())
                        .filter(stamp -> stamp == found.accountStamp())
                        .isPresent())
                .map(Found::session);
    }

    private record Found(ExchangeSession session, int accountStamp) {}

    /**
     * Begins a new packet in the session and ends the account's other catalogue exchanges, unless an import of the
     * account is still at work.
     */
    @Transactional
    Optional<AtWork> beginPacket(ExchangeSession session) {
        lock("exchange " + session.account());
        Optional<AtWork> atWork = atWork(session.account());
        if (atWork.isEmpty()) {
            database.sql("UPDATE exchange_session SET state = 'SUPERSEDED' WHERE account = ? AND id <> ?"
                            + " AND state = 'OPEN' AND packet_id IS NOT NULL")
                    .params(session.account(), session.id())
                    .update();
            database.sql("DELETE FROM exchange_import WHERE session_id = ? AND type = 'catalog'")
                    .param(session.id())
                    .update();
            String label = session.account() + " " + session.id();
            database.sql("UPDATE exchange_session SET packet_id = ?, finish_run_id = NULL, received_bytes = 0"
                            + " WHERE id = ?")
                    .params(packets.open(Door.EXCHANGE, session.actor(), label), session.id())
                    .update();
        }
        return atWork;
    }

    /**
     * How orders are exchanged from now on.
     *
     * @param version null when 1C asked for none
     */
    void negotiated(ExchangeSession session, @Nullable String version, boolean zip) {
        database.sql("UPDATE exchange_session SET sale_version = ?, sale_zip = ? WHERE id = ?")
                .params(version, zip, session.id())
                .update();
    }

    void received(ExchangeSession session, long bytes) {
        database.sql("UPDATE exchange_session SET received_bytes = received_bytes + ? WHERE id = ?")
                .params(bytes, session.id())
                .update();
    }

    /** Two calls of the same thing come one after the other; within a transaction. */
    void lock(String what) {
        database.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(what)
                .query((_, _) -> true)
                .single();
    }

    private Optional<AtWork> atWork(String account) {
        return database
                .sql("""
                        SELECT run_id, started_at FROM exchange_session s JOIN (
                            SELECT session_id, run_id FROM exchange_import WHERE type = 'catalog'
                            UNION SELECT id, finish_run_id FROM exchange_session WHERE finish_run_id IS NOT NULL
                        ) r ON r.session_id = s.id
                        WHERE s.account = ? AND s.last_seen > clock_timestamp() - interval '7 days'
                        """)
                .param(account)
                .query((row, _) -> new AtWork(
                        row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .filter(one ->
                        runs.find(one.runId()).filter(run -> run.isActive()).isPresent())
                .findFirst();
    }

    private String key() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Follows from the cookie: it is told again at init, and only hashes are kept. */
    private static String sessid(String cookie) {
        return HexFormat.of().formatHex(hash("sessid " + cookie));
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
