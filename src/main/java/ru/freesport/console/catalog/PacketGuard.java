package ru.freesport.console.catalog;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Temporary tables, made when they are first needed. */
    private enum Memory {
        PRICES("was_price (variant_id bigint, price_type_id integer, amount numeric, currency text)"),
        STOCK("was_stock (variant_id bigint, warehouse_id integer, quantity numeric)"),
        PRODUCTS("was_product (id bigint)"),
        VARIANTS("was_variant (id bigint)"),
        FINDINGS("""
                packet_found (kind text, product_id bigint, variant_id bigint, product_onec_id text, onec_id text,
                    name text, article text, level text, was numeric, became numeric, was_currency text, currency text,
                    change numeric, other_level text, other_amount numeric)""");

        private final String definition;

        Memory(String definition) {
            this.definition = definition;
        }
    }

    private static final String COLUMNS =
            "kind, product_id, variant_id, product_onec_id, onec_id, name, article, level,"
                    + " was, became, was_currency, currency, change, other_level, other_amount";

    private final Connection connection;
    private final long runId;
    private final Set<Memory> made = EnumSet.noneOf(Memory.class);

    public PacketGuard(Connection connection, long runId) {
        this.connection = connection;
        this.runId = runId;
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

    /** An update of {@code price p} that remembers what it overwrites; the run's id is its last parameter. */
    String rememberingPrices(String update) throws SQLException {
        make(Memory.PRICES);
        return "WITH c AS (" + update + """
                 RETURNING p.variant_id, p.price_type_id, old.amount, old.currency, old.run_id)
                INSERT INTO was_price SELECT variant_id, price_type_id, amount, currency FROM c WHERE run_id <> ?""";
    }

    /** The same of {@code stock s}. */
    String rememberingStock(String update) throws SQLException {
        make(Memory.STOCK);
        return "WITH c AS (" + update + """
                 RETURNING s.variant_id, s.warehouse_id, old.quantity, old.run_id)
                INSERT INTO was_stock SELECT variant_id, warehouse_id, quantity FROM c WHERE run_id <> ?""";
    }

    /** An update that sets stock {@code t} to zero; it counts the same rows as without the memory. */
    String rememberingZeroes(String update) throws SQLException {
        make(Memory.STOCK);
        return "WITH c AS (" + update + " RETURNING t.variant_id, t.warehouse_id, old.quantity)"
                + " INSERT INTO was_stock SELECT * FROM c";
    }

    /** An update that switches products {@code t} off. */
    String rememberingProducts(String update) throws SQLException {
        make(Memory.PRODUCTS);
        return "WITH c AS (" + update + " RETURNING t.id) INSERT INTO was_product SELECT * FROM c";
    }

    /** An update that switches variants {@code t} off. */
    String rememberingVariants(String update) throws SQLException {
        make(Memory.VARIANTS);
        return "WITH c AS (" + update + " RETURNING t.id) INSERT INTO was_variant SELECT * FROM c";
    }

    /** Prices that variants get beside those in force: they take a place on the ladder. */
    void created(Collection<Long> variants, Collection<Integer> types) throws SQLException {
        make(Memory.PRICES);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO was_price SELECT * FROM unnest(?::bigint[], ?::int[])")) {
            insert.setArray(1, connection.createArrayOf("bigint", variants.toArray()));
            insert.setArray(2, connection.createArrayOf("int4", types.toArray()));
            insert.executeUpdate();
        }
    }

    void hidesProducts(Collection<Long> ids) throws SQLException {
        hides(Memory.PRODUCTS, "INSERT INTO was_product SELECT id FROM product WHERE active AND id = ANY (?)", ids);
    }

    void hidesVariants(Collection<Long> ids) throws SQLException {
        hides(Memory.VARIANTS, "INSERT INTO was_variant SELECT id FROM variant WHERE active AND id = ANY (?)", ids);
    }

    private void hides(Memory memory, String sql, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        make(memory);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            insert.executeUpdate();
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
        if (made.isEmpty()) {
            return GuardVerdict.NOTHING;
        }
        for (Memory memory : EnumSet.copyOf(made)) {
            execute("ANALYZE " + name(memory));
        }
        make(Memory.FINDINGS);
        if (made.contains(Memory.PRICES) && limits.priceChange() != null) {
            find(GuardQueries.PRICE_JUMPS, limits.priceChange());
        }
        if (made.contains(Memory.PRICES) && limits.watchesLadder()) {
            find(
                    GuardQueries.BROKEN_LADDERS,
                    connection.createArrayOf(
                            "text", limits.ladder().stream().map(Enum::name).toArray()),
                    runId);
        }
        if (made.contains(Memory.STOCK)) {
            find(GuardQueries.ZEROED_STOCK, runId);
        }
        if (made.contains(Memory.PRODUCTS)) {
            find(GuardQueries.HIDDEN_PRODUCTS);
        }
        if (made.contains(Memory.VARIANTS)) {
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
                        case PRICE_JUMP, LADDER_BROKEN -> new GuardVerdict.Count(kind, found, 0, null, true);
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
            return new GuardVerdict.Count(kind, found, earlier, null, false);
        }
        long all = earlier + number(inForce, GuardQueries.inForce(kind));
        boolean over =
                BigDecimal.valueOf(together).movePointRight(2).compareTo(limit.multiply(BigDecimal.valueOf(all))) >= 0;
        return new GuardVerdict.Count(kind, found, earlier, all, over);
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

    private void make(Memory memory) throws SQLException {
        if (made.add(memory)) {
            execute("CREATE TEMPORARY TABLE " + memory.definition + " ON COMMIT DROP");
        }
    }

    private static String name(Memory memory) {
        return memory.definition.substring(0, memory.definition.indexOf(' '));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
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
