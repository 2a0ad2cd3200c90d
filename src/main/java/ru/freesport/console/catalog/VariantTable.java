package ru.freesport.console.catalog;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes variants like {@link ProductTable} takes products; one whose product is not here yet waits for it. */
final class VariantTable {

    private static final String COLUMNS = "onec_id, product_id, characteristic_id, deleted, active, name, article,"
            + " barcode, unit_code, properties, source_hash, run_id";
    private static final String FIND =
            "SELECT onec_id, id, source_hash, active = NOT deleted FROM variant WHERE onec_id = ANY(?)";
    private static final String CHANGE = """
            UPDATE variant SET deleted = ?, active = ?, name = coalesce(?, name), article = coalesce(?, article),
                barcode = coalesce(?, barcode), unit_code = coalesce(?, unit_code),
                properties = properties || ?::jsonb, source_hash = ?, run_id = ?, changed_at = now()
            WHERE id = ?""";
    private static final String IDS = "SELECT onec_id, id FROM variant WHERE onec_id = ANY(?)";
    private static final String PRODUCTS = "SELECT onec_id, id FROM product WHERE onec_id = ANY(?)";
    private static final String STAND_IN = """
            INSERT INTO variant (onec_id, product_id, name, article, barcode, unit_code, run_id)
            SELECT onec_id, id, name, article, barcode, unit_code, ? FROM product WHERE onec_id = ANY(?)
            ON CONFLICT (onec_id) DO NOTHING
            RETURNING onec_id, id""";

    private final PacketConnection connection;
    private final CopyText rows = new CopyText();
    private final RowHash hash = new RowHash();

    VariantTable(PacketConnection connection) {
        this.connection = connection;
    }

    Tally take(List<VariantRow> batch, Obstacles obstacles) throws SQLException {
        Map<String, Integer> latest = LinkedHashMap.newLinkedHashMap(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            latest.put(batch.get(i).onecId(), i);
        }
        Map<String, Stored> stored = find(latest.keySet());
        Map<String, Long> products = products(batch, stored);
        rows.clear();
        List<Change> changes = new ArrayList<>();
        int created = 0;
        int parked = 0;
        for (int i : latest.values()) {
            VariantRow row = batch.get(i);
            Stored known = stored.get(row.onecId());
            Long product = products.get(row.productOnecId());
            if (known == null && product == null) {
                obstacles.met(i, 0, new Obstacle(Obstacle.Kind.PRODUCT, row.productOnecId()));
                parked++;
                continue;
            }
            int start = rows.beginRow();
            encode(row, product);
            byte[] fingerprint = fingerprint(row);
            if (known == null) {
                rows.hex(fingerprint).number(connection.runId()).endRow();
                created++;
                continue;
            }
            rows.backTo(start);
            if (!known.agrees || !Arrays.equals(known.hash, fingerprint)) {
                changes.add(new Change(known.id, row, fingerprint));
            }
        }
        connection.copy("variant (" + COLUMNS + ")", rows);
        change(changes);
        return new Tally(created, changes.size(), batch.size() - created - parked - changes.size());
    }

    /** Ids of variants by 1C id; a product without characteristics gets the variant that stands for it. */
    Map<String, Long> idsOrStandIns(Collection<String> onecIds) throws SQLException {
        Map<String, Long> ids = longs(IDS, onecIds);
        Set<String> missing = new HashSet<>();
        for (String id : onecIds) {
            if (!ids.containsKey(id) && id.indexOf('#') < 0) {
                missing.add(id);
            }
        }
        if (!missing.isEmpty()) {
            PreparedStatement insert = connection.statement(STAND_IN);
            insert.setLong(1, connection.runId());
            insert.setArray(2, connection.texts(missing));
            try (ResultSet result = insert.executeQuery()) {
                while (result.next()) {
                    ids.put(result.getString(1), result.getLong(2));
                }
            }
        }
        return ids;
    }

    private Map<String, Long> products(List<VariantRow> batch, Map<String, Stored> stored) throws SQLException {
        Set<String> wanted = new HashSet<>();
        for (VariantRow row : batch) {
            if (!stored.containsKey(row.onecId())) {
                wanted.add(row.productOnecId());
            }
        }
        return wanted.isEmpty() ? Map.of() : longs(PRODUCTS, wanted);
    }

    private void encode(VariantRow row, @Nullable Long product) {
        rows.text(row.onecId())
                .number(product)
                .text(row.characteristicId())
                .bool(row.deleted())
                .bool(!row.deleted())
                .text(row.name() == null ? row.onecId() : row.name())
                .text(row.article())
                .text(row.barcode())
                .text(row.unitCode())
                .json(row.properties());
    }

    /** Of the row without its product's id, so that it is the same whatever the database counts. */
    private byte[] fingerprint(VariantRow row) {
        CopyText text = source;
        text.clear();
        text.beginRow();
        text.text(row.onecId())
                .bool(row.deleted())
                .text(row.name())
                .text(row.article())
                .text(row.barcode())
                .text(row.unitCode())
                .json(row.properties());
        return hash.of(text.bytes(), 0, text.size(), List.of());
    }

    private final CopyText source = new CopyText();

    private Map<String, Stored> find(Collection<String> onecIds) throws SQLException {
        Map<String, Stored> found = HashMap.newHashMap(onecIds.size());
        PreparedStatement select = connection.statement(FIND);
        select.setArray(1, connection.texts(onecIds));
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                found.put(result.getString(1), new Stored(result.getLong(2), result.getBytes(3), result.getBoolean(4)));
            }
        }
        return found;
    }

    private Map<String, Long> longs(String sql, Collection<String> onecIds) throws SQLException {
        Map<String, Long> found = HashMap.newHashMap(onecIds.size());
        PreparedStatement select = connection.statement(sql);
        select.setArray(1, connection.texts(onecIds));
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                found.put(result.getString(1), result.getLong(2));
            }
        }
        return found;
    }

    private void change(List<Change> changes) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        if (connection.memory() != null) {
            connection
                    .memory()
                    .hidesVariants(changes.stream()
                            .filter(change -> change.row.deleted())
                            .map(Change::id)
                            .toList());
        }
        PreparedStatement update = connection.statement(CHANGE);
        for (Change change : changes) {
            VariantRow row = change.row;
            update.setBoolean(1, row.deleted());
            update.setBoolean(2, !row.deleted());
            update.setString(3, row.name());
            update.setString(4, row.article());
            update.setString(5, row.barcode());
            update.setString(6, row.unitCode());
            update.setString(7, Json.object(row.properties()).toString());
            update.setBytes(8, change.hash);
            update.setLong(9, connection.runId());
            update.setLong(10, change.id);
            update.addBatch();
        }
        update.executeBatch();
    }

    private record Stored(long id, byte @Nullable [] hash, boolean agrees) {}

    private record Change(long id, VariantRow row, byte[] hash) {}
}
