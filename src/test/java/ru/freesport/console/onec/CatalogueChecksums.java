package ru.freesport.console.onec;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One checksum per table of what imports fill: rows by what 1C calls them, without our own ids, runs and times. */
public final class CatalogueChecksums {

    private static final String OURS = "'{id,run_id,changed_at,created_at,version}'::text[]";
    private static final Map<String, String> ROWS = new LinkedHashMap<>();

    static {
        plain("category");
        plain("unit");
        plain("brand");
        ROWS.put("brand_onec_id", """
                SELECT concat_ws('|', i.onec_id, b.normalised_name) FROM brand_onec_id i JOIN brand b ON b.id = i.brand_id""");
        plain("property");
        ROWS.put("property_onec_id", """
                SELECT p.normalised_name || (to_jsonb(t) - %s - 'property_id')::text
                FROM property_onec_id t JOIN property p ON p.id = t.property_id""".formatted(OURS));
        ROWS.put("property_value", """
                SELECT p.onec_id || (to_jsonb(t) - %s - 'property_onec_id')::text
                FROM property_value t JOIN property_onec_id p ON p.id = t.property_onec_id""".formatted(OURS));
        plain("price_type");
        plain("warehouse");
        ROWS.put("warehouse_onec_id", """
                SELECT concat_ws('|', i.onec_id, w.name, i.ignored)
                FROM warehouse_onec_id i LEFT JOIN warehouse w ON w.id = i.warehouse_id""");
        plain("product");
        ROWS.put("product_picture", """
                SELECT p.onec_id || (to_jsonb(t) - 'product_id')::text
                FROM product_picture t JOIN product p ON p.id = t.product_id""");
        ROWS.put("variant", """
                SELECT p.onec_id || (to_jsonb(t) - %s - 'product_id')::text
                FROM variant t LEFT JOIN product p ON p.id = t.product_id""".formatted(OURS));
        ROWS.put("price", """
                SELECT concat_ws('|', v.onec_id, p.onec_id, t.amount, t.currency)
                FROM price t LEFT JOIN variant v ON v.id = t.variant_id LEFT JOIN price_type p ON p.id = t.price_type_id""");
        ROWS.put("stock", """
                SELECT concat_ws('|', v.onec_id, w.name, t.quantity)
                FROM stock t LEFT JOIN variant v ON v.id = t.variant_id LEFT JOIN warehouse w ON w.id = t.warehouse_id""");
        ROWS.put("rows not taken", """
                SELECT concat_ws('|', kind, row_key, state, reason, detail, waiting_for, waiting_id, path, line)
                FROM untaken_row WHERE resolved_at IS NULL""");
    }

    private CatalogueChecksums() {}

    /** By table: how many rows, and the checksum of all of them in order. */
    public static Map<String, String> of(JdbcClient database) {
        Map<String, String> sums = new LinkedHashMap<>();
        ROWS.forEach((table, rows) -> sums.put(
                table, database.sql("""
                        SELECT count(*) || ' rows ' || coalesce(md5(string_agg(hash, '' ORDER BY hash)), '')
                        FROM (SELECT md5(row.content) COLLATE "C" AS hash FROM (%s) AS row (content)) AS hashes""".formatted(rows)).query(String.class).single()));
        return sums;
    }

    private static void plain(String table) {
        ROWS.put(table, "SELECT (to_jsonb(t) - %s)::text FROM %s t".formatted(OURS, table));
    }
}
