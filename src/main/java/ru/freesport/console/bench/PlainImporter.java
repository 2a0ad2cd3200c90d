package ru.freesport.console.bench;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The importer a shop usually has, to be faster than: each good, property value, offer, price and rest is looked up and
 * then inserted or saved, row by row, each on its own commit. So slow that it is timed on a sample.
 */
final class PlainImporter {

    private static final String SCHEMA = """
            DROP TABLE IF EXISTS plain_item, plain_value;
            CREATE TABLE plain_item (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind text, onec_id text,
                name text, UNIQUE (kind, onec_id));
            CREATE TABLE plain_value (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind text,
                item_id bigint REFERENCES plain_item (id), name text, value text, UNIQUE (kind, item_id, name));
            CREATE INDEX ON plain_value (item_id)""";

    private final Connection connection;
    private final FloorParser parser = new FloorParser();

    PlainImporter(Connection connection) {
        this.connection = connection;
    }

    void createTables() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SCHEMA);
        }
    }

    void take(Path export) throws Exception {
        for (FloorParser.Row row : rows(export.resolve("goods/goods.xml"), "Товар")) {
            values("goods", row, "Ид", "Значение");
        }
        for (FloorParser.Row row : rows(export.resolve("offers/offers.xml"), "Предложение")) {
            values("offer", row, "Ид", "Значение");
        }
        for (FloorParser.Row row : rows(export.resolve("prices/prices.xml"), "Предложение")) {
            values("offer", row, "ИдТипаЦены", "ЦенаЗаЕдиницу");
        }
        for (FloorParser.Row row : rows(export.resolve("rests/rests.xml"), "Предложение")) {
            values("offer", row, "Ид", "Количество");
        }
    }

    private List<FloorParser.Row> rows(Path file, String element) throws Exception {
        List<FloorParser.Row> rows = new ArrayList<>();
        parser.read(file, element, rows::add);
        return rows;
    }

    private void values(String kind, FloorParser.Row row, String keyName, String valueName) throws SQLException {
        long item = item(kind, row.id(), row.names().contains("Наименование") ? text(row, "Наименование") : null);
        String key = "";
        for (int i = 1; i < row.names().size(); i++) {
            String name = row.names().get(i);
            if (name.equals(keyName)) {
                key = row.texts().get(i);
            } else if (name.equals(valueName) && !key.isEmpty()) {
                value(valueName, item, key, amountOrText(row.texts().get(i)));
            }
        }
    }

    private long item(String kind, String onecId, @Nullable String name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM plain_item WHERE kind = ? AND onec_id = ?")) {
            select.setString(1, kind);
            select.setString(2, onecId);
            try (ResultSet found = select.executeQuery()) {
                if (found.next()) {
                    save("UPDATE plain_item SET name = coalesce(?, name) WHERE id = ?", name, found.getLong(1));
                    return found.getLong(1);
                }
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO plain_item (kind, onec_id, name) VALUES (?, ?, ?) RETURNING id")) {
            insert.setString(1, kind);
            insert.setString(2, onecId);
            insert.setString(3, name);
            try (ResultSet created = insert.executeQuery()) {
                created.next();
                return created.getLong(1);
            }
        }
    }

    private void value(String kind, long item, String name, String value) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM plain_value WHERE kind = ? AND item_id = ? AND name = ?")) {
            select.setString(1, kind);
            select.setLong(2, item);
            select.setString(3, name);
            try (ResultSet found = select.executeQuery()) {
                if (found.next()) {
                    save("UPDATE plain_value SET value = ? WHERE id = ?", value, found.getLong(1));
                    return;
                }
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO plain_value (kind, item_id, name, value) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, kind);
            insert.setLong(2, item);
            insert.setString(3, name);
            insert.setString(4, value);
            insert.executeUpdate();
        }
    }

    private void save(String sql, @Nullable String value, long id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, value);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    private static String text(FloorParser.Row row, String name) {
        return row.texts().get(row.names().indexOf(name));
    }

    private static String amountOrText(String text) {
        try {
            return new BigDecimal(text.replace(",", ".").replace("\u00a0", "")).toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
