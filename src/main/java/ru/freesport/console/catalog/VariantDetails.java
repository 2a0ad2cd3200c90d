package ru.freesport.console.catalog;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers the variants of one product with their prices by level and their stock by warehouse. */
@Component
class VariantDetails {

    private static final String VARIANTS = """
            SELECT v.*, coalesce(u.short_name, u.full_name, v.unit_code) AS unit
            FROM variant v LEFT JOIN unit u ON u.code = v.unit_code
            WHERE v.product_id = ? ORDER BY v.active DESC, v.name, v.id""";
    private static final String PRICES = """
            SELECT x.variant_id, x.amount, x.currency, x.changed_at, x.run_id, t.onec_id, t.name, t.ignored
            FROM variant v JOIN price x ON x.variant_id = v.id JOIN price_type t ON t.id = x.price_type_id
            WHERE v.product_id = ? ORDER BY t.name, t.onec_id""";
    private static final String STOCK = """
            SELECT s.variant_id, s.quantity, s.changed_at, s.run_id, w.name, w.active
            FROM variant v JOIN stock s ON s.variant_id = v.id JOIN warehouse w ON w.id = s.warehouse_id
            WHERE v.product_id = ? ORDER BY w.active DESC, w.name""";

    private final JdbcClient database;
    private final PriceTypeMapping mapping;

    VariantDetails(JdbcClient database, PriceTypeMapping mapping) {
        this.database = database;
        this.mapping = mapping;
    }

    List<Product.Variant> of(long productId, Map<Long, List<Product.Property>> properties) {
        List<LevelSource> levels = mapping.levels();
        Map<Long, Map<String, StoredPrice>> prices = prices(productId);
        Map<Long, List<Product.Stock>> stock = stock(productId);
        return database.sql(VARIANTS)
                .param(productId)
                .query((row, _) -> {
                    long id = row.getLong("id");
                    Map<String, StoredPrice> its = prices.getOrDefault(id, Map.of());
                    return new Product.Variant(
                            id,
                            row.getString("onec_id"),
                            row.getString("name"),
                            row.getString("article"),
                            row.getString("barcode"),
                            row.getString("unit"),
                            row.getBoolean("active"),
                            row.getBoolean("deleted"),
                            row.getBytes("source_hash") == null,
                            properties.getOrDefault(id, List.of()),
                            byLevel(levels, its),
                            others(levels, its),
                            stock.getOrDefault(id, List.of()),
                            ProductDetails.origin(row));
                })
                .list();
    }

    private static List<Product.LevelPrice> byLevel(List<LevelSource> levels, Map<String, StoredPrice> prices) {
        List<Product.LevelPrice> result = new ArrayList<>();
        for (LevelSource source : levels) {
            PriceLevel from = source.level();
            StoredPrice price = of(prices, source.priceTypeOnecId());
            if (price == null && from.fallback().isPresent()) {
                PriceLevel other = from.fallback().get();
                String otherType = typeOf(levels, other);
                StoredPrice fallback = of(prices, otherType);
                price = fallback;
                from = fallback == null ? from : other;
            }
            result.add(new Product.LevelPrice(
                    source.level(),
                    from,
                    price == null ? source.priceTypeName() : price.typeName,
                    price == null ? null : price.amount,
                    price == null ? null : price.currency,
                    price == null ? null : price.origin));
        }
        return result;
    }

    private static @Nullable StoredPrice of(Map<String, StoredPrice> prices, @Nullable String typeOnecId) {
        return typeOnecId == null ? null : prices.get(typeOnecId);
    }

    private static @Nullable String typeOf(List<LevelSource> levels, PriceLevel level) {
        return levels.stream()
                .filter(source -> source.level() == level)
                .findFirst()
                .map(LevelSource::priceTypeOnecId)
                .orElse(null);
    }

    private static List<Product.OtherPrice> others(List<LevelSource> levels, Map<String, StoredPrice> prices) {
        return prices.entrySet().stream()
                .filter(price -> levels.stream().noneMatch(l -> price.getKey().equals(l.priceTypeOnecId())))
                .map(Map.Entry::getValue)
                .map(price -> new Product.OtherPrice(
                        price.typeName, price.amount, price.currency, price.ignored, price.origin))
                .toList();
    }

    private Map<Long, Map<String, StoredPrice>> prices(long productId) {
        Map<Long, Map<String, StoredPrice>> found = new HashMap<>();
        database.sql(PRICES).param(productId).query(row -> {
            found.computeIfAbsent(row.getLong("variant_id"), _ -> new HashMap<>())
                    .put(row.getString("onec_id"), StoredPrice.of(row));
        });
        return found;
    }

    private Map<Long, List<Product.Stock>> stock(long productId) {
        Map<Long, List<Product.Stock>> found = new HashMap<>();
        database.sql(STOCK).param(productId).query(row -> {
            found.computeIfAbsent(row.getLong("variant_id"), _ -> new ArrayList<>())
                    .add(new Product.Stock(
                            row.getString("name"),
                            row.getBigDecimal("quantity"),
                            row.getBoolean("active"),
                            ProductDetails.origin(row)));
        });
        return found;
    }

    private record StoredPrice(
            String typeName, BigDecimal amount, String currency, boolean ignored, Product.Origin origin) {

        static StoredPrice of(ResultSet row) throws SQLException {
            String name = row.getString("name");
            return new StoredPrice(
                    name == null ? row.getString("onec_id") : name,
                    row.getBigDecimal("amount"),
                    row.getString("currency"),
                    row.getBoolean("ignored"),
                    ProductDetails.origin(row));
        }
    }
}
