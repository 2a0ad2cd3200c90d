package ru.freesport.console.catalog;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes properties and their values. Names repeat under many 1C ids, so ids are kept as they come and lead to one
 * property per normalised name; the values of the property "Бренд" lead to brands in the same way.
 */
final class PropertyTables {

    /** A longer name does not fit into the index; the value itself is kept all the same. */
    private static final int LONGEST_BRAND = 600;

    private static final String BRAND = NormalisedName.of("Бренд");
    private static final String JOIN_PROPERTIES = """
            INSERT INTO property (name, normalised_name)
            SELECT * FROM unnest(?::text[], ?::text[]) ON CONFLICT (normalised_name) DO NOTHING""";
    private static final String IDS = """
            INSERT INTO property_onec_id AS old (onec_id, property_id, value_type, active, run_id)
            SELECT n.onec_id, p.id, n.value_type, n.active, %d
            FROM unnest(?::text[], ?::text[], ?::text[], ?::boolean[]) n (onec_id, normalised, value_type, active)
            JOIN property p ON p.normalised_name = n.normalised
            ON CONFLICT (onec_id) DO UPDATE SET property_id = excluded.property_id,
                value_type = excluded.value_type, active = excluded.active, run_id = excluded.run_id,
                changed_at = now()
            WHERE (old.property_id, old.value_type, old.active)
                IS DISTINCT FROM (excluded.property_id, excluded.value_type, excluded.active)
            RETURNING xmax = 0""";
    private static final String VALUES = """
            INSERT INTO property_value AS old (property_onec_id, onec_id, value, run_id)
            SELECT i.id, n.onec_id, n.value, %d
            FROM unnest(?::text[], ?::text[], ?::text[]) n (property, onec_id, value)
            JOIN property_onec_id i ON i.onec_id = n.property
            ON CONFLICT (property_onec_id, onec_id) DO UPDATE SET value = excluded.value, run_id = excluded.run_id
            WHERE excluded.value NOT IN (old.value, '')
            RETURNING xmax = 0""";
    private static final String JOIN_BRANDS = """
            INSERT INTO brand (name, normalised_name)
            SELECT * FROM unnest(?::text[], ?::text[]) ON CONFLICT (normalised_name) DO NOTHING""";
    private static final String BRAND_IDS = """
            INSERT INTO brand_onec_id AS old (onec_id, brand_id)
            SELECT n.onec_id, b.id FROM unnest(?::text[], ?::text[]) n (onec_id, normalised)
            JOIN brand b ON b.normalised_name = n.normalised
            ON CONFLICT (onec_id) DO UPDATE SET brand_id = excluded.brand_id WHERE old.brand_id <> excluded.brand_id""";

    private final PacketConnection connection;
    private @Nullable Set<String> brandProperties;

    PropertyTables(PacketConnection connection) {
        this.connection = connection;
    }

    Tally properties(List<DictionaryRow.Property> batch) throws SQLException {
        List<DictionaryRow.Property> rows = named(DictionaryTables.latest(batch, DictionaryRow.Property::onecId));
        join(JOIN_PROPERTIES, names(rows));
        PreparedStatement upsert = connection.statement(IDS.formatted(connection.runId()));
        upsert.setArray(1, column(rows, DictionaryRow.Property::onecId));
        upsert.setArray(2, column(rows, row -> NormalisedName.of(name(row))));
        upsert.setArray(3, column(rows, DictionaryRow.Property::valueType));
        upsert.setArray(
                4,
                connection.array(
                        "bool", rows.stream().map(row -> !row.deleted()).toArray()));
        brandProperties = null;
        return DictionaryTables.count(upsert, batch.size());
    }

    /** A property that comes without a name keeps the one it had. */
    private List<DictionaryRow.Property> named(List<DictionaryRow.Property> rows) throws SQLException {
        List<String> nameless = rows.stream()
                .filter(row -> row.name() == null)
                .map(DictionaryRow.Property::onecId)
                .toList();
        if (nameless.isEmpty()) {
            return rows;
        }
        Map<String, String> known = new HashMap<>();
        PreparedStatement select = connection.statement("""
                SELECT i.onec_id, p.name FROM property_onec_id i JOIN property p ON p.id = i.property_id
                WHERE i.onec_id = ANY(?)""");
        select.setArray(1, connection.texts(nameless));
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                known.put(result.getString(1), result.getString(2));
            }
        }
        return rows.stream()
                .map(row -> row.name() == null
                        ? new DictionaryRow.Property(
                                row.onecId(), known.get(row.onecId()), row.valueType(), row.deleted())
                        : row)
                .toList();
    }

    /** Returns what happened to the values; one whose property is unknown is counted as unchanged. */
    Tally values(List<DictionaryRow.PropertyValue> batch) throws SQLException {
        List<DictionaryRow.PropertyValue> rows =
                DictionaryTables.latest(batch, row -> row.propertyOnecId() + '\n' + row.onecId());
        PreparedStatement upsert = connection.statement(VALUES.formatted(connection.runId()));
        upsert.setArray(1, column(rows, DictionaryRow.PropertyValue::propertyOnecId));
        upsert.setArray(2, column(rows, DictionaryRow.PropertyValue::onecId));
        upsert.setArray(3, column(rows, DictionaryRow.PropertyValue::value));
        Tally tally = DictionaryTables.count(upsert, batch.size());
        brands(rows);
        return tally;
    }

    private void brands(List<DictionaryRow.PropertyValue> rows) throws SQLException {
        Set<String> ofBrands = brandProperties();
        List<DictionaryRow.PropertyValue> brands = rows.stream()
                .filter(row -> ofBrands.contains(row.propertyOnecId()))
                .filter(row -> !row.value().isBlank() && row.value().length() <= LONGEST_BRAND)
                .toList();
        if (brands.isEmpty()) {
            return;
        }
        Map<String, String> names = new HashMap<>();
        brands.forEach(row -> names.putIfAbsent(NormalisedName.of(row.value()), row.value()));
        join(JOIN_BRANDS, names);
        PreparedStatement ids = connection.statement(BRAND_IDS);
        List<DictionaryRow.PropertyValue> distinct =
                DictionaryTables.latest(brands, DictionaryRow.PropertyValue::onecId);
        ids.setArray(1, column(distinct, DictionaryRow.PropertyValue::onecId));
        ids.setArray(2, column(distinct, row -> NormalisedName.of(row.value())));
        ids.executeUpdate();
    }

    private Set<String> brandProperties() throws SQLException {
        if (brandProperties == null) {
            Set<String> found = new HashSet<>();
            PreparedStatement select = connection.statement("""
                    SELECT i.onec_id FROM property_onec_id i JOIN property p ON p.id = i.property_id
                    WHERE p.normalised_name = ?""");
            select.setString(1, BRAND);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    found.add(result.getString(1));
                }
            }
            brandProperties = found;
        }
        return brandProperties;
    }

    private void join(String sql, Map<String, String> normalisedToName) throws SQLException {
        PreparedStatement insert = connection.statement(sql);
        List<String> normalised = List.copyOf(normalisedToName.keySet());
        insert.setArray(
                1,
                connection.texts(normalised.stream().map(normalisedToName::get).toList()));
        insert.setArray(2, connection.texts(normalised));
        insert.executeUpdate();
    }

    private static Map<String, String> names(List<DictionaryRow.Property> rows) {
        Map<String, String> names = new HashMap<>();
        rows.forEach(row -> names.putIfAbsent(NormalisedName.of(name(row)), name(row)));
        return names;
    }

    private static String name(DictionaryRow.Property row) {
        return row.name() == null ? row.onecId() : row.name();
    }

    private <R> java.sql.Array column(List<R> rows, Function<R, String> value) throws SQLException {
        return connection.array("text", rows.stream().map(value).toArray());
    }
}
