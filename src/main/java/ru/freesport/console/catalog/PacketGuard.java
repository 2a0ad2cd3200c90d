package ru.freesport.console.catalog;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/**
 * Judges a packet before anything of it is in force. The packet is written in one transaction, which remembers in
 * temporary tables what it found in force wherever it changes something; at the end both are compared by the database.
 * So an unchanged packet costs nothing, and memory does not grow with the packet.
 */
public final class PacketGuard {

    private static final String COLUMNS =
            "kind, product_id, variant_id, product_onec_id, onec_id, name, article, level,"
                    + " was, became, was_currency, currency, change, other_level, other_amount";

    private final Connection connection;
    private final long runId;
    private final GuardMemory memory;

    public PacketGuard(Connection connection, long runId) {
        this.connection = connection;
        this.runId = runId;
        this.memory = new GuardMemory(connection);
    }

    GuardMemory memory() {
        return memory;
    }

    /** Where nothing is in force, nothing can be lost, and nothing is to be compared with. */
    public static boolean hasWork(Connection connection, GuardLimits limits) throws SQLException {
        if (!limits.watchesAnything()) {
            return false;
        }
        try (Statement select = connection.createStatement();
                ResultSet result = select.executeQuery("SELECT EXISTS (SELECT FROM product)")) {
            return result.next() && result.getBoolean(1);
        }
    }

    /**
     * Compares what the packet made with what it found.
     *
     * @param inForce another connection, which sees what is in force
     * @param earlier what earlier runs of the same packet did
     */
    public GuardVerdict judge(GuardLimits limits, Connection inForce, Map<FindingKind, Long> earlier)
            throws SQLException {
        if (!memory.holdsAnything()) {
            return GuardVerdict.NOTHING;
        }
        memory.analyze();
        memory.make(GuardMemory.Table.FINDINGS);
        if (memory.has(GuardMemory.Table.PRICES) && limits.priceChange() != null) {
            find(GuardQueries.PRICE_JUMPS, limits.priceChange());
        }
        if (memory.has(GuardMemory.Table.PRICES) && limits.watchesLadder()) {
            find(
                    GuardQueries.BROKEN_LADDERS,
                    connection.createArrayOf(
                            "text", limits.ladder().stream().map(Enum::name).toArray()),
                    runId);
        }
        if (memory.has(GuardMemory.Table.STOCK)) {
            find(GuardQueries.ZEROED_STOCK, runId);
        }
        if (memory.has(GuardMemory.Table.PRODUCTS)) {
            find(GuardQueries.HIDDEN_PRODUCTS);
        }
        if (memory.has(GuardMemory.Table.VARIANTS)) {
            find(GuardQueries.HIDDEN_VARIANTS);
        }
        return verdict(limits, inForce, earlier);
    }

    /** Copies what was found, row by row as it is, before the transaction is undone. */
    public void copyFindings(Connection target, String table) throws SQLException {
        CopyOut from = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (SELECT " + runId + ", " + COLUMNS + " FROM packet_found ORDER BY "
                        + GuardQueries.MOST_STRIKING_FIRST + ") TO STDOUT");
        CopyIn to = target.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " (run_id, " + COLUMNS + ") FROM STDIN");
        for (byte[] row = from.readFromCopy(); row != null; row = from.readFromCopy()) {
            to.writeToCopy(row, 0, row.length);
        }
        to.endCopy();
    }

    private GuardVerdict verdict(GuardLimits limits, Connection inForce, Map<FindingKind, Long> earlier)
            throws SQLException {
        List<GuardVerdict.Count> counts = new ArrayList<>();
        for (Map.Entry<FindingKind, Long> entry : found().entrySet()) {
            FindingKind kind = entry.getKey();
            long found = entry.getValue();
            long before = earlier.getOrDefault(kind, 0L);
            counts.add(
                    switch (kind) {
                        case PRICE_JUMP -> new GuardVerdict.Count(kind, found, 0, null, limits.priceChange(), true);
                        case LADDER_BROKEN -> new GuardVerdict.Count(kind, found, 0, null, null, true);
                        case STOCK_ZEROED ->
                            share(kind, found, before, limits.zeroedShare(), limits.zeroedLeast(), inForce);
                        case GOODS_HIDDEN, OFFERS_HIDDEN ->
                            share(kind, found, before, limits.hiddenShare(), limits.hiddenLeast(), inForce);
                    });
        }
        return new GuardVerdict(counts);
    }

    private static GuardVerdict.Count share(
            FindingKind kind, long found, long earlier, @Nullable BigDecimal limit, int least, Connection inForce)
            throws SQLException {
        long together = found + earlier;
        if (limit == null || together < least) {
            return new GuardVerdict.Count(kind, found, earlier, null, limit, false);
        }
        long all = earlier + number(inForce, GuardQueries.inForce(kind));
        return new GuardVerdict.Count(kind, found, earlier, all, limit, GuardLimits.isReached(limit, together, all));
    }

    private Map<FindingKind, Long> found() throws SQLException {
        Map<FindingKind, Long> found = new EnumMap<>(FindingKind.class);
        try (Statement select = connection.createStatement();
                ResultSet result = select.executeQuery("SELECT kind, count(*) FROM packet_found GROUP BY kind")) {
            while (result.next()) {
                found.put(FindingKind.valueOf(result.getString(1)), result.getLong(2));
            }
        }
        return found;
    }

    private void find(String query, Object... values) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO packet_found (" + COLUMNS + ") " + query)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet result = select.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
