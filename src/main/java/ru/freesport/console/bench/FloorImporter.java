package ru.freesport.console.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The least an importer must do, to divide by: one parser thread, a bounded queue, one connection; goods and offers by
 * stored hash, prices and rests by COPY into a temporary table and join-diff on integer keys. It knows no rules of the
 * shop, keeps no messages, no books and no rows that could not be taken.
 */
final class FloorImporter {

    private static final String SCHEMA = """
            DROP TABLE IF EXISTS goods, offer, price, rest;
            CREATE TABLE goods (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, onec_id text UNIQUE,
                hash bytea, body text);
            CREATE TABLE offer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, onec_id text UNIQUE,
                hash bytea, body text);
            CREATE TABLE price (offer_id bigint, type_id int, amount numeric(18, 2), PRIMARY KEY (offer_id, type_id));
            CREATE TABLE rest (offer_id bigint, type_id int, amount numeric(18, 3), PRIMARY KEY (offer_id, type_id))""";

    private final Connection connection;
    private final CopyManager copies;
    private final FloorReader reader = new FloorReader();
    private final Map<String, Integer> types = new HashMap<>();
    private long rows;

    FloorImporter(Connection connection) throws SQLException {
        this.connection = connection;
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    void createTables() throws SQLException {
        execute(SCHEMA);
        connection.commit();
    }

    /** Imports the export; returns the rows it read. */
    long take(Path export) throws Exception {
        rows = 0;
        execute(
                "CREATE TEMP TABLE IF NOT EXISTS stage (offer_id bigint, type_id int, amount numeric) ON COMMIT DELETE ROWS");
        wide(export.resolve("goods/goods.xml"), "Товар", "goods");
        wide(export.resolve("offers/offers.xml"), "Предложение", "offer");
        narrow(export.resolve("prices/prices.xml"), "price", "ИдТипаЦены", "ЦенаЗаЕдиницу");
        narrow(export.resolve("rests/rests.xml"), "rest", "Ид", "Количество");
        return rows;
    }

    private void wide(Path file, String element, String table) throws Exception {
        reader.eachBatch(file, element, batch -> {
            Map<String, byte[]> stored = hashes(table, batch);
            StringBuilder created = new StringBuilder();
            List<String[]> changed = new ArrayList<>();
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (FloorParser.Row row : batch) {
                String body = body(row);
                byte[] hash = Arrays.copyOf(digest.digest(body.getBytes(StandardCharsets.UTF_8)), 16);
                byte[] known = stored.get(row.id());
                if (known == null) {
                    created.append(row.id())
                            .append("\t\\\\x")
                            .append(hex(hash))
                            .append('\t')
                            .append(body)
                            .append('\n');
                } else if (!Arrays.equals(known, hash)) {
                    changed.add(new String[] {row.id(), hex(hash), body});
                }
            }
            copy("COPY " + table + " (onec_id, hash, body) FROM STDIN", created);
            update(table, changed);
            rows += batch.size();
            connection.commit();
        });
    }

    private void narrow(Path file, String table, String typeName, String amountName) throws Exception {
        reader.eachBatch(file, "Предложение", batch -> {
            Map<String, Long> ids = ids(batch);
            StringBuilder staged = new StringBuilder();
            for (FloorParser.Row row : batch) {
                Long id = ids.get(row.id());
                String type = "";
                for (int i = 1; i < row.names().size(); i++) {
                    String name = row.names().get(i);
                    if (name.equals(typeName)) {
                        type = row.texts().get(i);
                    } else if (name.equals(amountName)) {
                        rows++;
                        if (id != null) {
                            staged.append(id.longValue())
                                    .append('\t')
                                    .append(types.computeIfAbsent(type, _ -> types.size()))
                                    .append('\t')
                                    .append(amount(row.texts().get(i)))
                                    .append('\n');
                        }
                    }
                }
            }
            copy("COPY stage FROM STDIN", staged);
            execute("ANALYZE stage");
            execute(
                    "UPDATE %1$s t SET amount = s.amount FROM stage s WHERE t.offer_id = s.offer_id AND t.type_id = s.type_id AND t.amount <> s.amount"
                            .formatted(table));
            execute(
                    "INSERT INTO %1$s SELECT * FROM stage s WHERE NOT EXISTS (SELECT FROM %1$s t WHERE t.offer_id = s.offer_id AND t.type_id = s.type_id)"
                            .formatted(table));
            connection.commit();
        });
    }

    private Map<String, byte[]> hashes(String table, List<FloorParser.Row> batch) throws SQLException {
        Map<String, byte[]> found = HashMap.newHashMap(batch.size());
        try (PreparedStatement select =
                connection.prepareStatement("SELECT onec_id, hash FROM " + table + " WHERE onec_id = ANY(?)")) {
            select.setArray(1, idArray(batch));
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    found.put(result.getString(1), result.getBytes(2));
                }
            }
        }
        return found;
    }

    private Map<String, Long> ids(List<FloorParser.Row> batch) throws SQLException {
        Map<String, Long> found = HashMap.newHashMap(batch.size());
        try (PreparedStatement select =
                connection.prepareStatement("SELECT onec_id, id FROM offer WHERE onec_id = ANY(?)")) {
            select.setArray(1, idArray(batch));
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    found.put(result.getString(1), result.getLong(2));
                }
            }
        }
        return found;
    }

    private java.sql.Array idArray(List<FloorParser.Row> batch) throws SQLException {
        return connection.createArrayOf(
                "text", batch.stream().map(FloorParser.Row::id).toArray());
    }

    private void update(String table, List<String[]> changed) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE " + table + " SET hash = decode(?, 'hex'), body = ? WHERE onec_id = ?")) {
            for (String[] row : changed) {
                update.setString(1, row[1]);
                update.setString(2, row[2]);
                update.setString(3, row[0]);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private void copy(String sql, StringBuilder text) throws SQLException, IOException {
        if (!text.isEmpty()) {
            copies.copyIn(sql, new java.io.ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What a row says, empty values left out, ready for COPY. */
    private static String body(FloorParser.Row row) {
        StringBuilder body = new StringBuilder(2048);
        for (int i = 1; i < row.names().size(); i++) {
            String text = row.texts().get(i);
            if (!text.isEmpty()) {
                for (int c = 0; c < text.length(); c++) {
                    char letter = text.charAt(c);
                    body.append(letter == '\t' || letter == '\n' || letter == '\r' || letter == '\\' ? ' ' : letter);
                }
                body.append(';');
            }
        }
        return body.toString();
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text.replace(",", ".").replace(" ", "").replace("\u00a0", ""));
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
