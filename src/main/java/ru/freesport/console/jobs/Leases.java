package ru.freesport.console.jobs;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mutual exclusion between nodes on the database's clock: none of them needs to have the right time. */
@Component
public class Leases {

    private final JdbcClient database;

    Leases(JdbcClient database) {
        this.database = database;
    }

    public Optional<Lease> tryAcquire(String name, String holder, Duration ttl) {
        return tryAcquire(name, holder, ttl, null);
    }

    /**
     * Never waits: a row locked by somebody's fenced transaction counts as taken. So does the expired lease of a run
     * that still counts as working: only {@link Recovery} frees it, after it has put that run back in its place.
     */
    Optional<Lease> tryAcquire(String name, String holder, Duration ttl, @Nullable Long runId) {
        database.sql("INSERT INTO lease (name) VALUES (?) ON CONFLICT DO NOTHING")
                .param(name)
                .update();
        return database.sql("""
                        UPDATE lease
                        SET token = token + 1, holder = :holder, run_id = :run,
                            expires_at = clock_timestamp() + make_interval(secs => :ttl)
                        WHERE name = (SELECT name FROM lease
                                      WHERE name = :name AND expires_at <= clock_timestamp()
                                        AND NOT EXISTS (
                                            SELECT FROM job_run r
                                            WHERE r.state = 'RUNNING' AND r.lease = lease.name
                                              AND r.fencing_token = lease.token)
                                      FOR UPDATE SKIP LOCKED)
                        RETURNING token
                        """)
                .param("name", name)
                .param("holder", holder)
                .param("run", runId)
                .param("ttl", seconds(ttl))
                .query(Long.class)
                .optional()
                .map(token -> new Lease(name, token));
    }

    /** False when somebody else came after us: then it is theirs for good. */
    public boolean renew(Lease lease, Duration ttl) {
        return database.sql("""
                        UPDATE lease SET expires_at = clock_timestamp() + make_interval(secs => :ttl)
                        WHERE name = :name AND token = :token AND holder IS NOT NULL
                        """)
                        .param("ttl", seconds(ttl))
                        .param("name", lease.name())
                        .param("token", lease.token())
                        .update()
                == 1;
    }

    /** False when it was not ours any more. */
    public boolean release(Lease lease) {
        return database.sql("""
                        UPDATE lease SET expires_at = '-infinity', holder = NULL, run_id = NULL
                        WHERE name = ? AND token = ? AND holder IS NOT NULL
                        """).params(lease.name(), lease.token()).update() == 1;
    }

    /** Ties an open transaction to the lease; see {@link RunContext#fence}. */
    public void fence(Lease lease, Connection transaction) {
        try (var query =
                transaction.prepareStatement("SELECT 1 FROM lease WHERE name = ? AND token = ? FOR KEY SHARE")) {
            query.setString(1, lease.name());
            query.setLong(2, lease.token());
            if (transaction.getAutoCommit()) {
                throw new IllegalStateException("a fence outside a transaction protects nothing");
            }
            try (var found = query.executeQuery()) {
                if (!found.next()) {
                    throw new LeaseLost(lease.name());
                }
            }
        } catch (SQLException e) {
            throw new org.springframework.jdbc.UncategorizedSQLException("fence", null, e);
        }
    }

    private static double seconds(Duration ttl) {
        return ttl.toMillis() / 1000.0;
    }
}
