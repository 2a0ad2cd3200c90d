package ru.freesport.console.audit;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An audit log in a database of the test's own. */
public final class SomeAuditLog {

    private SomeAuditLog() {}

    public static AuditLog in(DataSource database) {
        return new AuditLog(JdbcClient.create(database));
    }
}
