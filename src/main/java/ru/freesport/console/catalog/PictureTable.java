package ru.freesport.console.catalog;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Which pictures a product has, by the path its packet gives and the content that came under it. */
final class PictureTable {

    private static final String NAME = """
            WITH named AS (
                SELECT p.id AS product_id, n.position, n.path
                FROM unnest(?::text[], ?::int[], ?::text[]) n (onec_id, position, path)
                JOIN product p ON p.onec_id = n.onec_id
            ), gone AS (
                DELETE FROM product_picture old
                WHERE old.product_id IN (SELECT product_id FROM named)
                  AND NOT EXISTS (SELECT FROM named n
                                  WHERE n.product_id = old.product_id AND n.position = old.position)
            )
            INSERT INTO product_picture (product_id, position, path)
            SELECT product_id, position, path FROM named
            ON CONFLICT (product_id, position) DO UPDATE SET path = excluded.path,
                sha256 = CASE WHEN product_picture.path = excluded.path THEN product_picture.sha256 END""";

    private static final String ATTACH = """
            UPDATE product_picture SET sha256 = ? WHERE path = ? AND sha256 IS DISTINCT FROM ?""";

    private PictureTable() {}

    static void name(PacketConnection connection, List<String> owners, List<Integer> positions, List<String> paths)
            throws SQLException {
        PreparedStatement statement = connection.statement(NAME);
        statement.setArray(1, connection.texts(owners));
        statement.setArray(2, connection.array("int4", positions.toArray()));
        statement.setArray(3, connection.texts(paths));
        statement.executeUpdate();
    }

    /** Says which content the picture files have. Returns how many products' pictures that changed. */
    static int attach(PacketConnection connection, String path, String sha256) throws SQLException {
        PreparedStatement statement = connection.statement(ATTACH);
        statement.setString(1, sha256);
        statement.setString(2, path);
        statement.setString(3, sha256);
        return statement.executeUpdate();
    }

    static boolean isNamed(PacketConnection connection, String path) throws SQLException {
        PreparedStatement statement =
                connection.statement("SELECT EXISTS (SELECT FROM product_picture WHERE path = ?)");
        statement.setString(1, path);
        try (var result = statement.executeQuery()) {
            return result.next() && result.getBoolean(1);
        }
    }
}
