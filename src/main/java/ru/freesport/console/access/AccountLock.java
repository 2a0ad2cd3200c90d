package ru.freesport.console.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes everybody who adds or changes accounts wait for each other, on all nodes: without it two administrators could
 * disable one another at the same moment, and two nodes could create two first administrators.
 */
@Component
class AccountLock {

    private static final long KEY = 7_301_923_001L;

    private final JdbcClient database;

    AccountLock(JdbcClient database) {
        this.database = database;
    }

    /** Holds until the transaction ends. */
    void acquire() {
        database.sql("SELECT pg_advisory_xact_lock(:key)")
                .param("key", KEY)
                .query((_, _) -> true)
                .single();
    }
}
