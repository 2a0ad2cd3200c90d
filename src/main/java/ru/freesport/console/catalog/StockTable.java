package ru.freesport.console.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes stock: reads what is stored for the variants of a batch, copies new rows in, updates those that differ. */
final class StockTable {

    private static final String STORED =
            "SELECT variant_id, warehouse_id, quantity FROM stock WHERE variant_id = ANY(?)";
    private static final String CHANGE = """
            UPDATE stock s SET quantity = c.quantity, run_id = ?, changed_at = now()
            FROM unnest(?::bigint[], ?::int[], ?::numeric[]) c (variant_id, warehouse_id, quantity)
            WHERE s.variant_id = c.variant_id AND s.warehouse_id = c.warehouse_id""";
    private static final int SCALE = 3;

    private final PacketConnection connection;
    private final VariantTable variants;
    private final WarehouseTable warehouses;
    private final CopyText rows = new CopyText();

    StockTable(PacketConnection connection, VariantTable variants, WarehouseTable warehouses) {
        this.connection = connection;
        this.variants = variants;
        this.warehouses = warehouses;
    }

    Tally take(List<VariantStock> batch, Obstacles obstacles) throws SQLException {
        Set<String> wanted = LinkedHashSet.newLinkedHashSet(batch.size());
        batch.forEach(offer -> wanted.add(offer.variantOnecId()));
        Map<String, Long> ids = variants.idsOrStandIns(wanted);
        Map<Key, BigDecimal> stored = stored(ids.values(), batch.size() * 2);
        Map<Key, BigDecimal> wantedRows = LinkedHashMap.newLinkedHashMap(batch.size() * 2);
        int unchanged = 0;
        for (int i = 0; i < batch.size(); i++) {
            VariantStock offer = batch.get(i);
            Long variant = ids.get(offer.variantOnecId());
            for (int part = 0; part < offer.quantities().size(); part++) {
                VariantStock.Quantity quantity = offer.quantities().get(part);
                WarehouseTable.Known warehouse = warehouses.known(quantity.warehouseOnecId());
                if (warehouse.isOpen()) {
                    obstacles.met(i, part, new Obstacle(Obstacle.Kind.WAREHOUSE, quantity.warehouseOnecId()));
                } else if (variant == null) {
                    obstacles.met(i, part, new Obstacle(Obstacle.Kind.VARIANT, offer.variantOnecId()));
                } else if (warehouse.ignored()) {
                    unchanged++;
                } else if (wantedRows.put(
                                new Key(variant, warehouse.idOrZero()),
                                quantity.quantity().setScale(SCALE, RoundingMode.HALF_UP))
                        != null) {
                    unchanged++;
                }
            }
        }
        return write(wantedRows, stored, unchanged);
    }

    private Tally write(Map<Key, BigDecimal> wanted, Map<Key, BigDecimal> stored, int alreadyUnchanged)
            throws SQLException {
        rows.clear();
        List<Map.Entry<Key, BigDecimal>> changes = new ArrayList<>();
        int created = 0;
        for (Map.Entry<Key, BigDecimal> entry : wanted.entrySet()) {
            BigDecimal known = stored.get(entry.getKey());
            if (known == null) {
                rows.beginRow();
                rows.number(entry.getKey().variant)
                        .number(entry.getKey().warehouse)
                        .number(entry.getValue())
                        .number(connection.runId())
                        .endRow();
                created++;
            } else if (known.compareTo(entry.getValue()) != 0) {
                changes.add(entry);
            }
        }
        connection.copy("stock (variant_id, warehouse_id, quantity, run_id)", rows);
        connection.grew("stock (variant_id)", created);
        change(changes);
        return new Tally(created, changes.size(), alreadyUnchanged + wanted.size() - created - changes.size());
    }

    private Map<Key, BigDecimal> stored(Collection<Long> variantIds, int expected) throws SQLException {
        Map<Key, BigDecimal> found = HashMap.newHashMap(expected);
        PreparedStatement select = connection.statement(STORED);
        select.setArray(1, connection.longs(variantIds));
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                found.put(new Key(result.getLong(1), result.getInt(2)), result.getBigDecimal(3));
            }
        }
        return found;
    }

    private void change(List<Map.Entry<Key, BigDecimal>> changes) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        GuardMemory memory = connection.memory();
        PreparedStatement update = connection.statement(memory == null ? CHANGE : memory.rememberingStock(CHANGE));
        update.setLong(1, connection.runId());
        update.setArray(
                2,
                connection.array(
                        "bigint", changes.stream().map(c -> c.getKey().variant).toArray()));
        update.setArray(
                3,
                connection.array(
                        "int4", changes.stream().map(c -> c.getKey().warehouse).toArray()));
        update.setArray(
                4,
                connection.array(
                        "numeric", changes.stream().map(Map.Entry::getValue).toArray()));
        if (memory != null) {
            update.setLong(5, connection.runId());
        }
        update.executeUpdate();
    }

    private record Key(long variant, int warehouse) {}
}
