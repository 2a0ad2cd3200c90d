package ru.freesport.console.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what an order names: variants by their 1C ids, with the prices in force and the stock that counts. */
@Service
public class SellableVariants {

    private static final String VARIANTS = """
            SELECT v.onec_id, p.onec_id AS product, v.name, coalesce(v.article, p.article) AS article, p.vat_rate,
                v.active AND NOT v.deleted AND p.active AS active, coalesce(v.unit_code, p.unit_code) AS unit_code,
                u.short_name, u.full_name, u.international_code
            FROM variant v JOIN product p ON p.id = v.product_id
            LEFT JOIN unit u ON u.code = coalesce(v.unit_code, p.unit_code)
            WHERE v.onec_id = ANY(?)""";
    private static final String PRICES = """
            SELECT v.onec_id, l.level, coalesce(t.name, t.onec_id) AS type, x.amount, x.currency
            FROM variant v JOIN price x ON x.variant_id = v.id JOIN price_type t ON t.id = x.price_type_id
            LEFT JOIN price_level l ON l.price_type_onec_id = t.onec_id
            WHERE v.onec_id = ANY(?) AND x.amount > 0 AND NOT t.ignored
            ORDER BY l.position NULLS LAST, t.onec_id""";
    private static final String STOCK = """
            SELECT v.onec_id, w.name, s.quantity,
                array(SELECT o.onec_id FROM warehouse_onec_id o WHERE o.warehouse_id = w.id ORDER BY o.onec_id) AS ids
            FROM variant v JOIN stock s ON s.variant_id = v.id JOIN warehouse w ON w.id = s.warehouse_id
            WHERE v.onec_id = ANY(?) AND w.active AND s.quantity > 0
            ORDER BY w.id""";

    private final JdbcClient database;

    SellableVariants(JdbcClient database) {
        this.database = database;
    }

    /** By 1C id; unknown ids are absent. */
    @PreAuthorize("hasAnyRole('STOREFRONT', 'SYSTEM')")
    @Transactional(readOnly = true)
    public Map<String, SellableVariant> find(Collection<String> onecIds) {
        String[] ids = onecIds.toArray(String[]::new);
        Map<String, List<SellableVariant.Listed>> prices = prices(ids);
        Map<String, List<SellableVariant.InStock>> stock = stock(ids);
        Map<String, SellableVariant> found = new HashMap<>();
        database.sql(VARIANTS).param((Object) ids).query(row -> {
            String id = row.getString("onec_id");
            found.put(
                    id,
                    new SellableVariant(
                            id,
                            row.getString("product"),
                            row.getString("name"),
                            row.getString("article"),
                            unit(row),
                            row.getString("vat_rate"),
                            row.getBoolean("active"),
                            prices.getOrDefault(id, List.of()),
                            stock.getOrDefault(id, List.of())));
        });
        return found;
    }

    private static SellableVariant.@Nullable Unit unit(ResultSet row) throws SQLException {
        String code = row.getString("unit_code");
        return code == null
                ? null
                : new SellableVariant.Unit(
                        code,
                        row.getString("short_name"),
                        row.getString("full_name"),
                        row.getString("international_code"));
    }

    private Map<String, List<SellableVariant.Listed>> prices(String[] ids) {
        Map<String, List<SellableVariant.Listed>> found = new HashMap<>();
        database.sql(PRICES).param((Object) ids).query(row -> {
            String level = row.getString("level");
            found.computeIfAbsent(row.getString("onec_id"), _ -> new ArrayList<>())
                    .add(new SellableVariant.Listed(
                            level == null ? null : PriceLevel.valueOf(level),
                            row.getString("type"),
                            row.getBigDecimal("amount"),
                            row.getString("currency")));
        });
        return found;
    }

    private Map<String, List<SellableVariant.InStock>> stock(String[] ids) {
        Map<String, List<SellableVariant.InStock>> found = new HashMap<>();
        database.sql(STOCK).param((Object) ids).query(row -> {
            String[] warehouses = (String[]) row.getArray("ids").getArray();
            found.computeIfAbsent(row.getString("onec_id"), _ -> new ArrayList<>())
                    .add(new SellableVariant.InStock(
                            List.of(warehouses), row.getString("name"), row.getBigDecimal("quantity")));
        });
        return found;
    }
}
