package ru.freesport.console.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The rows of every order, part and line, inserted once more into empty tables of the same shape: prepared statements,
 * in batches, 25 orders a commit, which is what the export sends at once.
 */
final class PlainOrders {

    private static final int ORDERS_A_COMMIT = 25;
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("shop_order", "SELECT t.id AS of_order, t.* FROM shop_order t");
        TABLES.put("order_part", "SELECT t.order_id AS of_order, t.* FROM order_part t");
        TABLES.put(
                "order_line",
                "SELECT p.order_id AS of_order, t.* FROM order_line t JOIN order_part p ON p.id = t.part_id");
    }

    private final DataSource database;

    PlainOrders(DataSource database) {
        this.database = database;
    }

    /** Reads every row, then inserts them all; only the second is timed. */
    Duration insertAgain() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            List<Copy> copies = new ArrayList<>();
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                copies.add(Copy.of(connection, table.getKey(), table.getValue()));
            }
            connection.commit();
            long begin = System.nanoTime();
            insert(connection, copies);
            Duration time = Duration.ofNanos(System.nanoTime() - begin);
            connection.setAutoCommit(true);
            return time;
        }
    }

    private static void insert(Connection connection, List<Copy> copies) throws SQLException {
        List<UUID> orders = List.copyOf(copies.getFirst().rows.keySet());
        List<PreparedStatement> statements = new ArrayList<>();
        try {
            for (Copy copy : copies) {
                statements.add(connection.prepareStatement(copy.sql));
            }
            for (int from = 0; from < orders.size(); from += ORDERS_A_COMMIT) {
                List<UUID> some = orders.subList(from, Math.min(orders.size(), from + ORDERS_A_COMMIT));
                for (int table = 0; table < copies.size(); table++) {
                    for (UUID order : some) {
                        for (Object[] row : copies.get(table).rows.getOrDefault(order, List.of())) {
                            for (int column = 0; column < row.length; column++) {
                                statements.get(table).setObject(column + 1, row[column]);
                            }
                            statements.get(table).addBatch();
                        }
                    }
                    statements.get(table).executeBatch();
                }
                connection.commit();
            }
        } finally {
            for (PreparedStatement statement : statements) {
                statement.close();
            }
        }
    }

    /** The rows of one table by order, and how they are inserted into its copy. */
    private record Copy(String sql, Map<UUID, List<Object[]>> rows) {

        static Copy of(Connection connection, String table, String query) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DROP TABLE IF EXISTS plain_" + table);
                statement.execute("CREATE TABLE plain_" + table + " (LIKE " + table + " INCLUDING ALL)");
                try (ResultSet result = statement.executeQuery(query)) {
                    ResultSetMetaData columns = result.getMetaData();
                    StringBuilder names = new StringBuilder();
                    StringBuilder marks = new StringBuilder();
                    for (int column = 2; column <= columns.getColumnCount(); column++) {
                        names.append(column == 2 ? "" : ", ").append(columns.getColumnName(column));
                        marks.append(column == 2 ? "?" : ", ?");
                    }
                    Map<UUID, List<Object[]>> rows = new LinkedHashMap<>();
                    while (result.next()) {
                        Object[] row = new Object[columns.getColumnCount() - 1];
                        for (int column = 0; column < row.length; column++) {
                            row[column] = result.getObject(column + 2);
                        }
                        rows.computeIfAbsent(result.getObject(1, UUID.class), _ -> new ArrayList<>())
                                .add(row);
                    }
                    return new Copy(
                            "INSERT INTO plain_" + table + " (" + names + ") OVERRIDING SYSTEM VALUE VALUES (" + marks
                                    + ")",
                            rows);
                }
            }
        }
    }
}
