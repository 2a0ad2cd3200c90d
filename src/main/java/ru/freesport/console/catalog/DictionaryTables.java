package ru.freesport.console.catalog;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Takes the dictionaries: one set-based statement per kind and batch; what is as it was, is not touched. */
final class DictionaryTables {

    private static final String CATEGORIES = """
            INSERT INTO category AS old (onec_id, parent_onec_id, name, active, run_id)
            SELECT onec_id, parent, coalesce(name, onec_id), active, %d
            FROM unnest(?::text[], ?::text[], ?::text[], ?::boolean[]) n (onec_id, parent, name, active)
            ON CONFLICT (onec_id) DO UPDATE SET parent_onec_id = excluded.parent_onec_id,
                name = CASE excluded.name WHEN old.onec_id THEN old.name ELSE excluded.name END,
                active = excluded.active, run_id = excluded.run_id, changed_at = now()
            WHERE (old.parent_onec_id, old.active) IS DISTINCT FROM (excluded.parent_onec_id, excluded.active)
                OR excluded.name NOT IN (old.name, old.onec_id)
            RETURNING xmax = 0""";
    private static final String UNITS = """
            INSERT INTO unit AS old (code, short_name, full_name, international_code, active, run_id)
            SELECT code, short_name, full_name, international, active, %d
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[])
                n (code, short_name, full_name, international, active)
            ON CONFLICT (code) DO UPDATE SET short_name = coalesce(excluded.short_name, old.short_name),
                full_name = coalesce(excluded.full_name, old.full_name),
                international_code = coalesce(excluded.international_code, old.international_code),
                active = excluded.active, run_id = excluded.run_id, changed_at = now()
            WHERE (old.short_name, old.full_name, old.international_code, old.active) IS DISTINCT FROM
                (coalesce(excluded.short_name, old.short_name), coalesce(excluded.full_name, old.full_name),
                 coalesce(excluded.international_code, old.international_code), excluded.active)
            RETURNING xmax = 0""";
    private static final String PRICE_TYPES = """
            INSERT INTO price_type AS old (onec_id, name, currency, vat_included, active, run_id)
            SELECT onec_id, name, currency, vat_included, active, %d
            FROM unnest(?::text[], ?::text[], ?::text[], ?::boolean[], ?::boolean[])
                n (onec_id, name, currency, vat_included, active)
            ON CONFLICT (onec_id) DO UPDATE SET name = coalesce(excluded.name, old.name),
                currency = coalesce(excluded.currency, old.currency),
                vat_included = coalesce(excluded.vat_included, old.vat_included),
                active = excluded.active, run_id = excluded.run_id, changed_at = now()
            WHERE (old.name, old.currency, old.vat_included, old.active) IS DISTINCT FROM
                (coalesce(excluded.name, old.name), coalesce(excluded.currency, old.currency),
                 coalesce(excluded.vat_included, old.vat_included), excluded.active)
            RETURNING xmax = 0""";

    private final PacketConnection connection;
    private final PropertyTables properties;

    DictionaryTables(PacketConnection connection) {
        this.connection = connection;
        this.properties = new PropertyTables(connection);
    }

    PropertyTables properties() {
        return properties;
    }

    Tally categories(List<DictionaryRow.Category> batch) throws SQLException {
        List<DictionaryRow.Category> rows = latest(batch, DictionaryRow.Category::onecId);
        PreparedStatement upsert = connection.statement(CATEGORIES.formatted(connection.runId()));
        upsert.setArray(1, column("text", rows, DictionaryRow.Category::onecId));
        upsert.setArray(2, column("text", rows, DictionaryRow.Category::parentOnecId));
        upsert.setArray(3, column("text", rows, DictionaryRow.Category::name));
        upsert.setArray(4, column("bool", rows, row -> !row.deleted()));
        return count(upsert, batch.size());
    }

    Tally units(List<DictionaryRow.Unit> batch) throws SQLException {
        List<DictionaryRow.Unit> rows = latest(batch, DictionaryRow.Unit::code);
        PreparedStatement upsert = connection.statement(UNITS.formatted(connection.runId()));
        upsert.setArray(1, column("text", rows, DictionaryRow.Unit::code));
        upsert.setArray(2, column("text", rows, DictionaryRow.Unit::shortName));
        upsert.setArray(3, column("text", rows, DictionaryRow.Unit::fullName));
        upsert.setArray(4, column("text", rows, DictionaryRow.Unit::internationalCode));
        upsert.setArray(5, column("bool", rows, row -> !row.deleted()));
        return count(upsert, batch.size());
    }

    Tally priceTypes(List<DictionaryRow.PriceType> batch) throws SQLException {
        List<DictionaryRow.PriceType> rows = latest(batch, DictionaryRow.PriceType::onecId);
        PreparedStatement upsert = connection.statement(PRICE_TYPES.formatted(connection.runId()));
        upsert.setArray(1, column("text", rows, DictionaryRow.PriceType::onecId));
        upsert.setArray(2, column("text", rows, DictionaryRow.PriceType::name));
        upsert.setArray(3, column("text", rows, DictionaryRow.PriceType::currency));
        upsert.setArray(4, column("bool", rows, DictionaryRow.PriceType::vatIncluded));
        upsert.setArray(5, column("bool", rows, row -> !row.deleted()));
        return count(upsert, batch.size());
    }

    /** A warehouse that a dictionary names is known from then on; one that a person ignored or joined stays so. */
    Tally warehouses(List<DictionaryRow.Warehouse> batch) throws SQLException {
        Tally tally = Tally.NONE;
        for (DictionaryRow.Warehouse row : batch) {
            tally = tally.plus(warehouse(row));
        }
        return tally;
    }

    private Tally warehouse(DictionaryRow.Warehouse row) throws SQLException {
        PreparedStatement find = connection.statement("""
                SELECT k.warehouse_id, k.ignored FROM warehouse_onec_id k WHERE k.onec_id = ? FOR UPDATE""");
        find.setString(1, row.onecId());
        Integer id = null;
        boolean ignored = false;
        try (ResultSet result = find.executeQuery()) {
            if (result.next()) {
                id = (Integer) result.getObject(1);
                ignored = result.getBoolean(2);
            }
        }
        if (ignored) {
            return new Tally(0, 0, 1);
        }
        return id == null ? createWarehouse(row) : renameWarehouse(id, row);
    }

    private Tally createWarehouse(DictionaryRow.Warehouse row) throws SQLException {
        PreparedStatement insert = connection.statement("""
                WITH made AS (
                    INSERT INTO warehouse (name, active, run_id) VALUES (coalesce(?, ?), ?, ?) RETURNING id
                )
                INSERT INTO warehouse_onec_id (onec_id, warehouse_id) SELECT ?, id FROM made
                ON CONFLICT (onec_id) DO UPDATE SET warehouse_id = excluded.warehouse_id, changed_at = now(),
                    version = warehouse_onec_id.version + 1""");
        insert.setString(1, row.name());
        insert.setString(2, row.onecId());
        insert.setBoolean(3, !row.deleted());
        insert.setLong(4, connection.runId());
        insert.setString(5, row.onecId());
        insert.executeUpdate();
        return new Tally(1, 0, 0);
    }

    /** Only the id under which the warehouse was made may rename it: joined ids do not quarrel about the name. */
    private Tally renameWarehouse(int id, DictionaryRow.Warehouse row) throws SQLException {
        PreparedStatement update = connection.statement("""
                UPDATE warehouse SET name = coalesce(?, name), active = ?, run_id = ?, changed_at = now()
                WHERE id = ? AND (name, active) IS DISTINCT FROM (coalesce(?, name), ?)
                  AND (SELECT changed_by FROM warehouse_onec_id WHERE onec_id = ?) = '1C'""");
        update.setString(1, row.name());
        update.setBoolean(2, !row.deleted());
        update.setLong(3, connection.runId());
        update.setInt(4, id);
        update.setString(5, row.name());
        update.setBoolean(6, !row.deleted());
        update.setString(7, row.onecId());
        return update.executeUpdate() > 0 ? new Tally(0, 1, 0) : new Tally(0, 0, 1);
    }

    private <R> java.sql.Array column(
            String type, List<R> rows, Function<R, ? extends @org.jspecify.annotations.Nullable Object> value)
            throws SQLException {
        return connection.array(type, rows.stream().map(value).toArray());
    }

    static <R> List<R> latest(List<R> batch, Function<R, String> key) {
        Map<String, R> latest = LinkedHashMap.newLinkedHashMap(batch.size());
        batch.forEach(row -> latest.put(key.apply(row), row));
        return new ArrayList<>(latest.values());
    }

    static Tally count(PreparedStatement upsert, int size) throws SQLException {
        int created = 0;
        int changed = 0;
        try (ResultSet result = upsert.executeQuery()) {
            while (result.next()) {
                if (result.getBoolean(1)) {
                    created++;
                } else {
                    changed++;
                }
            }
        }
        return new Tally(created, changed, size - created - changed);
    }
}
