package ru.freesport.console.catalog;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers one product: a fixed handful of queries, however many variants it has. */
@Component
class ProductDetails {

    private static final String PRODUCT = """
            SELECT p.*, coalesce(u.short_name, u.full_name, p.unit_code) AS unit,
                (SELECT b.name FROM brand_onec_id o JOIN brand b ON b.id = o.brand_id WHERE o.onec_id = p.brand_ref)
                    AS brand
            FROM product p LEFT JOIN unit u ON u.code = p.unit_code
            WHERE
            """;
    private static final String CATEGORIES = """
            WITH RECURSIVE up (leaf, onec_id, parent, path) AS (
                SELECT c.onec_id, c.onec_id, c.parent_onec_id, ARRAY[c.name] FROM category c WHERE c.onec_id = ANY(?)
                UNION ALL
                SELECT u.leaf, c.onec_id, c.parent_onec_id, c.name || u.path
                FROM up u JOIN category c ON c.onec_id = u.parent WHERE cardinality(u.path) < 50
            )
            SELECT DISTINCT ON (leaf) path FROM up ORDER BY leaf, cardinality(path) DESC""";
    private static final String PICTURES =
            "SELECT position, path, sha256 FROM product_picture WHERE product_id = ? ORDER BY position";
    /** Keys are 1C ids of properties or names, values are ids of the dictionary or texts. */
    private static final String PROPERTIES = """
            SELECT s.owner, e.key, e.value, r.name, d.value AS text, o.value_type
            FROM (SELECT 0 AS owner, properties FROM product WHERE id = :id
                UNION ALL SELECT id, properties FROM variant WHERE product_id = :id) s
            CROSS JOIN LATERAL jsonb_each_text(s.properties) e
            LEFT JOIN property_onec_id o ON o.onec_id = e.key
            LEFT JOIN property r ON r.id = o.property_id
            LEFT JOIN property_value d ON d.property_onec_id = o.id AND d.onec_id = e.value
            ORDER BY lower(coalesce(r.name, e.key)), e.key""";

    private static final String REQUISITES =
            "SELECT e.key, e.value FROM product, jsonb_each_text(requisites) e WHERE id = ?";

    private final JdbcClient database;
    private final VariantDetails variants;

    ProductDetails(JdbcClient database, VariantDetails variants) {
        this.database = database;
        this.variants = variants;
    }

    Optional<Product> find(String id) {
        Optional<Product> byNumber = id.matches("[0-9]{1,18}")
                ? database.sql(PRODUCT + "p.id = ?")
                        .param(Long.valueOf(id))
                        .query(this::product)
                        .optional()
                : Optional.empty();
        return byNumber.isPresent()
                ? byNumber
                : database.sql(PRODUCT + "p.onec_id = ?")
                        .param(id)
                        .query(this::product)
                        .optional();
    }

    private Product product(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        Map<Long, List<Product.Property>> properties = properties(id);
        return new Product(
                id,
                row.getString("onec_id"),
                row.getString("name"),
                row.getString("article"),
                row.getString("barcode"),
                row.getString("unit"),
                row.getString("description"),
                row.getString("country"),
                row.getString("manufacturer"),
                ProductRows.brand(row.getString("brand"), row.getString("brand_ref")),
                row.getString("vat_rate"),
                row.getBigDecimal("weight"),
                row.getBigDecimal("width"),
                row.getBigDecimal("length"),
                row.getBigDecimal("height"),
                categories(row.getArray("category_ids")),
                properties.getOrDefault(0L, List.of()),
                requisites(id),
                pictures(id),
                variants.of(id, properties),
                row.getBoolean("active"),
                row.getBoolean("deleted"),
                row.getTimestamp("created_at").toInstant(),
                origin(row));
    }

    static Product.Origin origin(ResultSet row) throws SQLException {
        return new Product.Origin(
                row.getLong("run_id"), row.getTimestamp("changed_at").toInstant());
    }

    private List<List<String>> categories(@org.jspecify.annotations.Nullable Array ids) throws SQLException {
        if (ids == null) {
            return List.of();
        }
        return database.sql(CATEGORIES)
                .param((Object) ids.getArray())
                .query((row, _) -> List.of((String[]) row.getArray(1).getArray()))
                .list();
    }

    private List<Product.Picture> pictures(long id) {
        return database.sql(PICTURES)
                .param(id)
                .query((row, _) -> new Product.Picture(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    private Map<Long, List<Product.Property>> properties(long id) {
        Map<Long, List<Product.Property>> byOwner = new LinkedHashMap<>();
        database.sql(PROPERTIES).param("id", id).query(row -> {
            String text = row.getString("text");
            String value = row.getString("value");
            byOwner.computeIfAbsent(row.getLong("owner"), _ -> new ArrayList<>())
                    .add(new Product.Property(
                            row.getString("key"),
                            row.getString("name"),
                            text == null ? value : text,
                            text != null || !ProductRows.looksLikeId(value)));
        });
        return byOwner;
    }

    private Map<String, String> requisites(long id) {
        return database
                .sql(REQUISITES)
                .param(id)
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new));
    }
}
