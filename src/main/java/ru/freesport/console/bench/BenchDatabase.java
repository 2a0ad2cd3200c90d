package ru.freesport.console.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The server under test seen from outside: counters before and after, a clean start, other databases beside it. */
final class BenchDatabase {

    private static final String FLOOR = "floor";
    private static final String CATALOGUE_TABLES =
            "'product', 'product_picture', 'variant', 'price', 'stock', 'category', 'unit', 'property_value',"
                    + " 'property_onec_id', 'price_type', 'warehouse', 'warehouse_onec_id'";

    private final String productUrl;
    private final String user;

    BenchDatabase(String productUrl, String user) {
        this.productUrl = productUrl;
        this.user = user;
    }

    Connection product() throws SQLException {
        return DriverManager.getConnection(productUrl, user, "");
    }

    Connection floor() throws SQLException {
        try (Connection connection = product();
                Statement statement = connection.createStatement();
                ResultSet there = statement.executeQuery(
                        "SELECT EXISTS (SELECT FROM pg_database WHERE datname = '" + FLOOR + "')")) {
            there.next();
            Connection floor = there.getBoolean(1) ? named(FLOOR) : another(FLOOR);
            floor.setAutoCommit(false);
            return floor;
        }
    }

    /** A new, empty database beside the product's. */
    Connection another(String name) throws SQLException {
        try (Connection connection = product();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + name);
        }
        return named(name);
    }

    private Connection named(String database) throws SQLException {
        return DriverManager.getConnection(productUrl.replaceFirst("/[^/]*$", "/" + database), user, "");
    }

    /** Empties what imports fill; mappings and users stay. What is append-only in a shop is emptied too: this is the bench's own. */
    void emptyCatalogue() throws SQLException {
        try (Connection connection = product();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    DO $$ DECLARE names text; BEGIN
                        SELECT string_agg(format('%I', tablename), ', ') INTO names FROM pg_tables
                        WHERE schemaname = 'public' AND tablename NOT LIKE 'qrtz%' AND tablename NOT IN
                            ('flyway_schema_history', 'price_level', 'lease', 'schedule', 'audit_entry')
                            AND tablename NOT LIKE '%account%' AND tablename NOT LIKE '%user%'
                            AND tablename NOT LIKE 'schedule%';
                        PERFORM set_config('session_replication_role', 'replica', true);
                        EXECUTE 'TRUNCATE ' || names || ' CASCADE';
                    END $$""");
            statement.execute("CHECKPOINT");
        }
    }

    /** What the server would do by itself in a quiet minute, so that it does not do it while somebody is timed. */
    void settle() throws SQLException {
        settle(product());
        try (Connection floor = floor()) {
            floor.setAutoCommit(true);
            settle(floor);
        }
    }

    private static void settle(Connection database) throws SQLException {
        try (database;
                Statement statement = database.createStatement()) {
            statement.execute("VACUUM ANALYZE");
            statement.execute("CHECKPOINT");
        }
    }

    Counters counters() throws SQLException {
        try (Connection connection = product();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_stat_clear_snapshot()");
            try (ResultSet result = statement.executeQuery("""
                    SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint,
                        (SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()),
                        (SELECT coalesce(sum(n_tup_upd), 0) FROM pg_stat_user_tables WHERE relname IN (%s))""".formatted(CATALOGUE_TABLES))) {
                result.next();
                return new Counters(result.getLong(1), result.getLong(2), result.getLong(3));
            }
        }
    }

    record Counters(long walBytes, long commits, long rowsUpdated) {}
}
