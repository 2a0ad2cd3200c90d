package ru.freesport.console.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What a packet found in force where it changes something, in temporary tables of its own transaction. */
final class GuardMemory {

    /** Temporary tables, made when they are first needed. */
    enum Table {
        PRICES("was_price (variant_id bigint, price_type_id integer, amount numeric, currency text)"),
        STOCK("was_stock (variant_id bigint, warehouse_id integer, quantity numeric)"),
        PRODUCTS("was_product (id bigint)"),
        VARIANTS("was_variant (id bigint)"),
        FINDINGS("""
                packet_found (kind text, product_id bigint, variant_id bigint, product_onec_id text, onec_id text,
                    name text, article text, level text, was numeric, became numeric, was_currency text, currency text,
                    change numeric, other_level text, other_amount numeric)""");

        private final String definition;

        Table(String definition) {
            this.definition = definition;
        }
    }

    private final Connection connection;
    private final Set<Table> made = EnumSet.noneOf(Table.class);

    GuardMemory(Connection connection) {
        this.connection = connection;
    }

    boolean holdsAnything() {
        return !made.isEmpty();
    }

    boolean has(Table table) {
        return made.contains(table);
    }

    /** Nobody else will tell the planner how much there is. */
    void analyze() throws SQLException {
        for (Table table : made) {
            execute("ANALYZE " + table.definition.substring(0, table.definition.indexOf(' ')));
        }
    }

    void make(Table table) throws SQLException {
        if (made.add(table)) {
            execute("CREATE TEMPORARY TABLE " + table.definition + " ON COMMIT DROP");
        }
    }

    /** An update of {@code price p} that remembers what it overwrites; the run's id is its last parameter. */
    String rememberingPrices(String update) throws SQLException {
        make(Table.PRICES);
        return "WITH c AS (" + update + """
                 RETURNING p.variant_id, p.price_type_id, old.amount, old.currency, old.run_id)
                INSERT INTO was_price SELECT variant_id, price_type_id, amount, currency FROM c WHERE run_id <> ?""";
    }

    /** The same of {@code stock s}. */
    String rememberingStock(String update) throws SQLException {
        make(Table.STOCK);
        return "WITH c AS (" + update + """
                 RETURNING s.variant_id, s.warehouse_id, old.quantity, old.run_id)
                INSERT INTO was_stock SELECT variant_id, warehouse_id, quantity FROM c WHERE run_id <> ?""";
    }

    /** An update that sets stock {@code t} to zero; it counts the same rows as without the memory. */
    String rememberingZeroes(String update) throws SQLException {
        make(Table.STOCK);
        return "WITH c AS (" + update + " RETURNING t.variant_id, t.warehouse_id, old.quantity)"
                + " INSERT INTO was_stock SELECT * FROM c";
    }

    /** An update that switches products {@code t} off. */
    String rememberingProducts(String update) throws SQLException {
        make(Table.PRODUCTS);
        return "WITH c AS (" + update + " RETURNING t.id) INSERT INTO was_product SELECT * FROM c";
    }

    /** An update that switches variants {@code t} off. */
    String rememberingVariants(String update) throws SQLException {
        make(Table.VARIANTS);
        return "WITH c AS (" + update + " RETURNING t.id) INSERT INTO was_variant SELECT * FROM c";
    }

    /** Prices that variants get beside those in force: they take a place on the ladder. */
    void created(Collection<Long> variants, Collection<Integer> types) throws SQLException {
        make(Table.PRICES);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO was_price SELECT * FROM unnest(?::bigint[], ?::int[])")) {
            insert.setArray(1, connection.createArrayOf("bigint", variants.toArray()));
            insert.setArray(2, connection.createArrayOf("int4", types.toArray()));
            insert.executeUpdate();
        }
    }

    void hidesProducts(Collection<Long> ids) throws SQLException {
        hides(Table.PRODUCTS, "INSERT INTO was_product SELECT id FROM product WHERE active AND id = ANY (?)", ids);
    }

    void hidesVariants(Collection<Long> ids) throws SQLException {
        hides(Table.VARIANTS, "INSERT INTO was_variant SELECT id FROM variant WHERE active AND id = ANY (?)", ids);
    }

    private void hides(Table table, String sql, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        make(table);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            insert.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
