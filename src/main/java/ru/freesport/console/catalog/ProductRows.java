package ru.freesport.console.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The columns of a list of products: looked up only for the ids that the list shows. */
final class ProductRows {

    static final String RETAIL_TYPE = """
            SELECT t.id FROM price_level l JOIN price_type t ON t.onec_id = l.price_type_onec_id
            WHERE l.level = 'RETAIL'""";

    /** Joins to a relation {@code page} with a column {@code id}. */
    static final String COLUMNS = """
            SELECT p.id, p.onec_id, p.name, p.article, p.active, p.deleted, p.changed_at, p.run_id, p.brand_ref,
                (SELECT b.name FROM brand_onec_id o JOIN brand b ON b.id = o.brand_id WHERE o.onec_id = p.brand_ref)
                    AS brand,
                (SELECT i.sha256 FROM product_picture i WHERE i.product_id = p.id AND i.sha256 IS NOT NULL
                    ORDER BY i.position LIMIT 1) AS picture,
                v.variants, v.retail_from, v.retail_to, v.currency, v.quantity
            FROM page JOIN product p ON p.id = page.id
            CROSS JOIN LATERAL (
                SELECT count(*) AS variants, min(x.amount) AS retail_from, max(x.amount) AS retail_to,
                    min(x.currency) AS currency, sum(s.quantity) AS quantity
                FROM variant v
                LEFT JOIN price x ON x.variant_id = v.id AND x.amount > 0 AND x.price_type_id = (""" + RETAIL_TYPE + """
                )
                CROSS JOIN LATERAL (
                    SELECT sum(s.quantity) AS quantity FROM stock s JOIN warehouse w ON w.id = s.warehouse_id
                    WHERE s.variant_id = v.id AND w.active) s
                WHERE v.product_id = p.id AND (v.active OR NOT p.active)
            ) v
            """;

    private ProductRows() {}

    static ListedProduct row(ResultSet row, int number) throws SQLException {
        return new ListedProduct(
                row.getLong("id"),
                row.getString("onec_id"),
                row.getString("name"),
                row.getString("article"),
                brand(row.getString("brand"), row.getString("brand_ref")),
                row.getBoolean("active"),
                row.getBoolean("deleted"),
                row.getString("picture"),
                row.getInt("variants"),
                row.getBigDecimal("retail_from"),
                row.getBigDecimal("retail_to"),
                row.getString("currency"),
                row.getBigDecimal("quantity"),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("run_id"));
    }

    /** 1C gives a brand by id or by name; an id that no dictionary explains says nothing to people. */
    static @Nullable String brand(@Nullable String known, @Nullable String ref) {
        return known != null || ref == null || looksLikeId(ref) ? known : ref;
    }

    static boolean looksLikeId(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }
}
