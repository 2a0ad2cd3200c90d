package ru.freesport.console.catalog;

/** How the guard compares what a packet made with what the packet found; all of it in the database. */
final class GuardQueries {

    /** The levels that a price type feeds. */
    private static final String LEVELS = """
            LEFT JOIN (SELECT t.id, string_agg(l.level, ',' ORDER BY l.position) AS levels
                FROM price_type t JOIN price_level l ON l.price_type_onec_id = t.onec_id GROUP BY t.id) fed
                ON fed.id = p.price_type_id""";

    /** Multiplied, not divided: exactly the limit is over it, and nothing is rounded. */
    static final String PRICE_JUMPS = """
            SELECT 'PRICE_JUMP', v.product_id, v.id, g.onec_id, v.onec_id, v.name, coalesce(v.article, g.article),
                fed.levels, w.amount, p.amount, w.currency, p.currency,
                CASE WHEN p.currency = w.currency THEN round((p.amount - w.amount) * 100 / w.amount, 2) END, NULL, NULL
            FROM was_price w JOIN price p USING (variant_id, price_type_id)
                JOIN variant v ON v.id = p.variant_id JOIN product g ON g.id = v.product_id
            """ + LEVELS + """

            WHERE w.amount > 0 AND (p.currency <> w.currency OR abs(p.amount - w.amount) * 100 >= w.amount * ?)""";

    /**
     * Neighbours on the ladder, where levels without a price are left out: broken now, and not in the same way before.
     * Variants that had no price at all are new, nobody relies on their ladder yet.
     */
    static final String BROKEN_LADDERS = """
            WITH rung AS (
                SELECT p.variant_id, p.price_type_id, r.rung, r.level, p.amount, p.currency,
                    CASE WHEN w.variant_id IS NOT NULL THEN w.amount WHEN p.run_id <> me.run THEN p.amount END AS was
                FROM unnest(?::text[]) WITH ORDINALITY r (level, rung)
                    JOIN price_level l ON l.level = r.level JOIN price_type t ON t.onec_id = l.price_type_onec_id
                    CROSS JOIN (SELECT ?::bigint AS run) me
                    CROSS JOIN (SELECT DISTINCT variant_id FROM was_price) touched
                    JOIN price p ON p.variant_id = touched.variant_id AND p.price_type_id = t.id
                    LEFT JOIN was_price w ON w.variant_id = p.variant_id AND w.price_type_id = p.price_type_id
                WHERE p.amount > 0
            ), pair AS (
                SELECT *, lag(level) OVER s AS below, lag(price_type_id) OVER s AS below_type,
                    lag(amount) OVER s AS below_amount, lag(currency) OVER s AS below_currency,
                    lag(was) OVER s AS below_was, bool_or(was > 0) OVER (PARTITION BY variant_id) AS is_sold
                FROM rung WINDOW s AS (PARTITION BY variant_id ORDER BY rung)
            )
            SELECT 'LADDER_BROKEN', v.product_id, v.id, g.onec_id, v.onec_id, v.name, coalesce(v.article, g.article),
                p.level, p.was, p.amount, p.currency, p.currency,
                CASE WHEN p.was > 0 THEN round((p.amount - p.was) * 100 / p.was, 2) END, p.below, p.below_amount
            FROM pair p JOIN variant v ON v.id = p.variant_id JOIN product g ON g.id = v.product_id
            WHERE p.is_sold AND p.below_type <> p.price_type_id AND p.below_currency = p.currency
                AND p.below_amount >= p.amount
                AND NOT coalesce(p.was > 0 AND p.below_was > 0 AND p.below_was >= p.was, false)""";

    /** In stock before, in no warehouse now; what only moved between warehouses is still there. */
    static final String ZEROED_STOCK = """
            SELECT 'STOCK_ZEROED', v.product_id, v.id, g.onec_id, v.onec_id, v.name, coalesce(v.article, g.article),
                NULL, x.was, 0, NULL, NULL, -100, NULL, NULL
            FROM (SELECT s.variant_id, sum(greatest(s.quantity, 0)) AS now,
                    sum(greatest(coalesce(w.quantity, CASE WHEN s.run_id <> me.run THEN s.quantity END), 0)) AS was
                FROM stock s CROSS JOIN (SELECT ?::bigint AS run) me
                    LEFT JOIN was_stock w USING (variant_id, warehouse_id)
                WHERE s.variant_id IN (SELECT variant_id FROM was_stock WHERE quantity > 0)
                GROUP BY s.variant_id) x
                JOIN variant v ON v.id = x.variant_id JOIN product g ON g.id = v.product_id
            WHERE x.was > 0 AND x.now <= 0""";

    static final String HIDDEN_PRODUCTS = """
            SELECT DISTINCT 'GOODS_HIDDEN', g.id, NULL::bigint, g.onec_id, g.onec_id, g.name, g.article, NULL,
                NULL::numeric, NULL::numeric, NULL, NULL, NULL::numeric, NULL, NULL::numeric
            FROM was_product w JOIN product g USING (id) WHERE NOT g.active""";

    static final String HIDDEN_VARIANTS = """
            SELECT DISTINCT 'OFFERS_HIDDEN', v.product_id, v.id, g.onec_id, v.onec_id, v.name,
                coalesce(v.article, g.article), NULL, NULL::numeric, NULL::numeric, NULL, NULL, NULL::numeric, NULL,
                NULL::numeric
            FROM was_variant w JOIN variant v USING (id) JOIN product g ON g.id = v.product_id WHERE NOT v.active""";

    /** Money before stock before what is switched off; another currency before any per cent. */
    static final String MOST_STRIKING_FIRST =
            "array_position(ARRAY['PRICE_JUMP', 'LADDER_BROKEN', 'STOCK_ZEROED', 'GOODS_HIDDEN', 'OFFERS_HIDDEN'], kind),"
                    + " abs(change) DESC NULLS FIRST, name, onec_id, level";

    private GuardQueries() {}

    /** How many there are of what a share is counted of. */
    static String inForce(FindingKind kind) {
        return switch (kind) {
            case STOCK_ZEROED -> "SELECT count(DISTINCT variant_id) FROM stock WHERE quantity > 0";
            case GOODS_HIDDEN -> "SELECT count(*) FROM product WHERE active";
            case OFFERS_HIDDEN -> "SELECT count(*) FROM variant WHERE active";
            case PRICE_JUMP, LADDER_BROKEN ->
                throw new IllegalArgumentException("every single " + kind + " counts, not a share of them");
        };
    }
}
