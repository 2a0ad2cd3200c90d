package ru.freesport.console.catalog;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes products: looks up what is stored by hash, copies the new ones in, and sends only what changed. */
final class ProductTable {

    private static final String COLUMNS = "onec_id, deleted, active, name, article, barcode, unit_code, description,"
            + " country, manufacturer, brand_ref, vat_rate, weight, width, length, height, category_ids, properties,"
            + " requisites, source_hash, run_id";
    private static final String FIND =
            "SELECT onec_id, id, source_hash, active = NOT deleted FROM product WHERE onec_id = ANY(?)";
    // an empty element of 1C never erases a value
    private static final String CHANGE = """
            UPDATE product SET deleted = ?, active = ?, name = coalesce(?, name), article = coalesce(?, article),
                barcode = coalesce(?, barcode), unit_code = coalesce(?, unit_code),
                description = coalesce(?, description), country = coalesce(?, country),
                manufacturer = coalesce(?, manufacturer), brand_ref = coalesce(?, brand_ref),
                vat_rate = coalesce(?, vat_rate), weight = coalesce(?, weight), width = coalesce(?, width),
                length = coalesce(?, length), height = coalesce(?, height),
                category_ids = coalesce(?, category_ids), properties = properties || ?::jsonb,
                requisites = requisites || ?::jsonb, source_hash = ?, run_id = ?, changed_at = now()
            WHERE id = ?""";

    private final PacketConnection connection;
    private final CopyText rows = new CopyText();
    private final RowHash hash = new RowHash();

    ProductTable(PacketConnection connection) {
        this.connection = connection;
    }

    Tally take(List<ProductRow> batch) throws SQLException {
        Map<String, ProductRow> latest = LinkedHashMap.newLinkedHashMap(batch.size());
        batch.forEach(row -> latest.put(row.onecId(), row));
        Map<String, Stored> stored = find(latest);
        rows.clear();
        List<Change> changes = new ArrayList<>();
        int created = 0;
        for (ProductRow row : latest.values()) {
            int start = rows.beginRow();
            encode(row);
            byte[] fingerprint = hash.of(rows.bytes(), start, rows.size(), row.pictures());
            Stored known = stored.get(row.onecId());
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
        connection.copy("product (" + COLUMNS + ")", rows);
        change(changes);
        pictures(latest, stored, changes, created);
        return new Tally(created, changes.size(), batch.size() - created - changes.size());
    }

    private void encode(ProductRow row) {
        rows.text(row.onecId())
                .bool(row.deleted())
                .bool(!row.deleted())
                .text(row.name() == null ? row.onecId() : row.name())
                .text(row.article())
                .text(row.barcode())
                .text(row.unitCode())
                .text(row.description())
                .text(row.country())
                .text(row.manufacturer())
                .text(row.brandRef())
                .text(row.vatRate())
                .number(row.weight())
                .number(row.width())
                .number(row.length())
                .number(row.height())
                .texts(row.categoryIds())
                .json(row.properties())
                .json(row.requisites());
    }

    private Map<String, Stored> find(Map<String, ProductRow> latest) throws SQLException {
        Map<String, Stored> found = HashMap.newHashMap(latest.size());
        PreparedStatement select = connection.statement(FIND);
        select.setArray(1, connection.texts(latest.keySet()));
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                found.put(result.getString(1), new Stored(result.getLong(2), result.getBytes(3), result.getBoolean(4)));
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
                    .hidesProducts(changes.stream()
                            .filter(change -> change.row.deleted())
                            .map(Change::id)
                            .toList());
        }
        PreparedStatement update = connection.statement(CHANGE);
        for (Change change : changes) {
            ProductRow row = change.row;
            update.setBoolean(1, row.deleted());
            update.setBoolean(2, !row.deleted());
            update.setString(3, row.name());
            update.setString(4, row.article());
            update.setString(5, row.barcode());
            update.setString(6, row.unitCode());
            update.setString(7, row.description());
            update.setString(8, row.country());
            update.setString(9, row.manufacturer());
            update.setString(10, row.brandRef());
            update.setString(11, row.vatRate());
            update.setBigDecimal(12, row.weight());
            update.setBigDecimal(13, row.width());
            update.setBigDecimal(14, row.length());
            update.setBigDecimal(15, row.height());
            update.setArray(16, row.categoryIds().isEmpty() ? null : connection.texts(row.categoryIds()));
            update.setString(17, Json.object(row.properties()).toString());
            update.setString(18, Json.object(row.requisites()).toString());
            update.setBytes(19, change.hash);
            update.setLong(20, connection.runId());
            update.setLong(21, change.id);
            update.addBatch();
        }
        update.executeBatch();
    }

    /** Names the pictures of new and changed products; the files themselves are attached when they arrive. */
    private void pictures(Map<String, ProductRow> latest, Map<String, Stored> stored, List<Change> changes, int created)
            throws SQLException {
        List<String> owners = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        if (created > 0) {
            for (ProductRow row : latest.values()) {
                if (!stored.containsKey(row.onecId())) {
                    collect(row, owners, positions, paths);
                }
            }
        }
        changes.forEach(change -> collect(change.row, owners, positions, paths));
        if (!owners.isEmpty()) {
            PictureTable.name(connection, owners, positions, paths);
        }
    }

    private static void collect(ProductRow row, List<String> owners, List<Integer> positions, List<String> paths) {
        for (int i = 0; i < row.pictures().size(); i++) {
            owners.add(row.onecId());
            positions.add(i);
            paths.add(row.pictures().get(i));
        }
    }

    private record Stored(long id, byte[] hash, boolean agrees) {}

    private record Change(long id, ProductRow row, byte[] hash) {}
}
