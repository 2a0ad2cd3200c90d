package ru.freesport.console.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Turns a filter into SQL conditions on {@code product p}. What a person typed is looked up first as an exact
 * identifier, by index, so that the list itself has only the name left to search.
 */
final class ProductQuery {

    /** A shorter text has no trigrams. */
    private static final int SHORTEST_NAME_PART = 3;

    private static final int EXACT_HITS = 1000;
    private static final String BY_IDENTIFIER = """
            SELECT id FROM product WHERE onec_id = :text OR article IN (:text, :upper, :lower) OR barcode = :text
            UNION SELECT product_id FROM variant WHERE onec_id = :text OR barcode = :text
            LIMIT :limit""";
    /** Whatever lies below a category; a ring of parents cannot trap it. */
    private static final String SUBTREE = """
            WITH RECURSIVE tree (onec_id) AS (
                SELECT CAST(:root AS text)
                UNION SELECT c.onec_id FROM category c JOIN tree t ON c.parent_onec_id = t.onec_id
            ) SELECT onec_id FROM tree""";

    private static final String BRAND_REFS = """
            SELECT onec_id FROM brand_onec_id WHERE brand_id = :brand
            UNION SELECT name FROM brand WHERE id = :brand""";

    private static final String WITHOUT_PRICE = """
            NOT EXISTS (SELECT FROM variant v JOIN price x ON x.variant_id = v.id
                WHERE v.product_id = p.id AND x.amount > 0 AND x.price_type_id = (""" + ProductRows.RETAIL_TYPE + "))";
    private static final String WITHOUT_STOCK = """
            NOT EXISTS (SELECT FROM variant v JOIN stock x ON x.variant_id = v.id JOIN warehouse w ON w.id = x.warehouse_id
                WHERE v.product_id = p.id AND x.quantity > 0 AND w.active)""";

    private final StringBuilder conditions = new StringBuilder("true");
    private final List<Object> values = new ArrayList<>();

    ProductQuery(ProductFilter filter, JdbcClient database) {
        if (!filter.text().isEmpty()) {
            text(filter.text(), database);
        }
        if (filter.active() != null) {
            and(filter.active() ? "p.active" : "NOT p.active");
        }
        if (filter.brandId() != null) {
            List<String> refs = database.sql(BRAND_REFS)
                    .param("brand", filter.brandId())
                    .query(String.class)
                    .list();
            and("p.brand_ref = ANY(CAST(? AS text[]))", (Object) refs.toArray(String[]::new));
        }
        if (filter.categoryOnecId() != null) {
            List<String> tree = database.sql(SUBTREE)
                    .param("root", filter.categoryOnecId())
                    .query(String.class)
                    .list();
            and("p.category_ids && CAST(? AS text[])", (Object) tree.toArray(String[]::new));
        }
        if (filter.withoutPrice()) {
            and(WITHOUT_PRICE);
        }
        if (filter.withoutStock()) {
            and(WITHOUT_STOCK);
        }
    }

    String conditions() {
        return conditions.toString();
    }

    /** For the question marks of the conditions, in their order. */
    List<Object> values() {
        return values;
    }

    private void text(String text, JdbcClient database) {
        Long[] exact = database.sql(BY_IDENTIFIER)
                .param("text", text)
                .param("upper", text.toUpperCase(Locale.ROOT))
                .param("lower", text.toLowerCase(Locale.ROOT))
                .param("limit", EXACT_HITS)
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
        List<String> parts = new ArrayList<>();
        for (String part : text.split("\\s+")) {
            if (part.length() >= SHORTEST_NAME_PART) {
                parts.add("%" + part.replaceAll("([\\\\%_])", "\\\\$1") + "%");
            }
        }
        if (parts.isEmpty()) {
            and("p.id = ANY(?)", (Object) exact);
            return;
        }
        String named =
                String.join(" AND ", parts.stream().map(_ -> "p.name ILIKE ?").toList());
        if (exact.length == 0) {
            and(named, parts.toArray());
            return;
        }
        and("(p.id = ANY(?) OR " + named + ")", (Object) exact);
        values.addAll(parts);
    }

    private void and(String condition, Object... itsValues) {
        conditions.append(" AND ").append(condition);
        values.addAll(List.of(itsValues));
    }
}
