package ru.freesport.console.catalog;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** One run's database connection with the statements it repeats, prepared once. */
final class PacketConnection implements AutoCloseable {

    private final Connection connection;
    private final long runId;
    private final @Nullable PacketGuard guard;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Map<String, Growth> grown = new HashMap<>();

    /** @param guard remembers what is overwritten; null when nobody judges the packet */
    PacketConnection(Connection connection, long runId, @Nullable PacketGuard guard) {
        this.connection = connection;
        this.runId = runId;
        this.guard = guard;
    }

    /**
     * A statement prepared while a table was empty would go on scanning it while it grows; planning each batch anew
     * costs a fraction of a millisecond.
     */
    void planEachTime() throws SQLException {
        statement("SET plan_cache_mode = force_custom_plan").execute();
    }

    long runId() {
        return runId;
    }

    @Nullable GuardMemory memory() {
        return guard == null ? null : guard.memory();
    }

    PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            known.setFetchSize(0);
            statements.put(sql, known);
        }
        return known;
    }

    Array texts(Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    Array longs(Collection<Long> values) throws SQLException {
        return connection.createArrayOf("bigint", values.toArray());
    }

    Array array(String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    /** Copies a whole buffer of rows. */
    void copy(String tableAndColumns, CopyText rows) throws SQLException {
        if (rows.size() > 0) {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + tableAndColumns + " FROM STDIN");
            copy.writeToCopy(rows.bytes(), 0, rows.size());
            copy.endCopy();
        }
    }

    /**
     * Tells the planner in time that a table has grown: without statistics it takes a thousand keys for half of the
     * table, scans all of it for each batch, and the server's own analyzing comes a minute too late.
     *
     * @param tableAndColumn the column that batches look up, as in {@code price (variant_id)}
     * @param rows that were added just now
     */
    void grew(String tableAndColumn, int rows) throws SQLException {
        Growth growth = grown.computeIfAbsent(tableAndColumn, _ -> new Growth());
        if (growth.isWorthAnalyzing(rows)) {
            try (Statement analyze = connection.createStatement()) {
                analyze.execute("ANALYZE " + tableAndColumn);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        statements.clear();
        try (Statement reset = connection.createStatement()) {
            reset.execute("RESET plan_cache_mode");
        }
    }

    /** Worth it after ten thousand rows, and then each time there are ten times as many. */
    private static final class Growth {

        private static final int TIMES = 10;

        private long rows;
        private long next = 10_000;

        boolean isWorthAnalyzing(int more) {
            rows += more;
            if (rows < next) {
                return false;
            }
            next = rows * TIMES;
            return true;
        }
    }
}
