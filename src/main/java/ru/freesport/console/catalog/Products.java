package ru.freesport.console.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;

/** Reads the catalogue as people look at it: lists by filter, newest first, and one product with all that is known of it. */
@Service
@PreAuthorize(Mappings.MAY_LOOK)
@Transactional(readOnly = true)
public class Products {

    /** Beyond this a list says "more than". */
    public static final int COUNTED = 1000;

    private final JdbcClient database;
    private final ProductDetails details;
    private final AuditLog audit;
    private final CurrentUser user;

    Products(JdbcClient database, ProductDetails details, AuditLog audit, CurrentUser user) {
        this.database = database;
        this.details = details;
        this.audit = audit;
        this.user = user;
    }

    /** The ids of the page are found first, by index; everything else is looked up for these alone. */
    public List<ListedProduct> page(ProductFilter filter, int offset, int limit) {
        ProductQuery query = new ProductQuery(filter, database);
        return database.sql("WITH page AS MATERIALIZED (SELECT p.id FROM product p WHERE " + query.conditions()
                        + " ORDER BY p.id DESC OFFSET ? LIMIT ?) " + ProductRows.COLUMNS + " ORDER BY p.id DESC")
                .params(query.values())
                .param(offset)
                .param(limit)
                .query(ProductRows::row)
                .list();
    }

    public CappedCount count(ProductFilter filter) {
        ProductQuery query = new ProductQuery(filter, database);
        long found = database.sql(
                        "SELECT count(*) FROM (SELECT FROM product p WHERE " + query.conditions() + " LIMIT ?) counted")
                .params(query.values())
                .param(COUNTED + 1)
                .query(Long.class)
                .single();
        return new CappedCount(Math.min(found, COUNTED), found > COUNTED);
    }

    /** Every product of the filter, thousand by thousand: no long transaction, no growing memory. It is audited. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void export(ProductFilter filter, Consumer<ListedProduct> row) {
        audit.record(user.actor(), "catalog.exported", "products", null, filter.toString(), null);
        ProductQuery query = new ProductQuery(filter, database);
        String sql = "WITH page AS MATERIALIZED (SELECT p.id FROM product p WHERE p.id < ? AND " + query.conditions()
                + " ORDER BY p.id DESC LIMIT ?) " + ProductRows.COLUMNS + " ORDER BY p.id DESC";
        long before = Long.MAX_VALUE;
        List<ListedProduct> page;
        do {
            page = database.sql(sql)
                    .param(before)
                    .params(query.values())
                    .param(COUNTED)
                    .query(ProductRows::row)
                    .list();
            page.forEach(row);
            before = page.isEmpty() ? before : page.getLast().id();
        } while (page.size() == COUNTED);
    }

    /** @param id its number here, or its 1C id */
    public Optional<Product> find(String id) {
        return details.find(id);
    }

    public List<Choice> brands() {
        return database.sql("SELECT id::text, name, 0 FROM brand ORDER BY lower(name)")
                .query((row, _) -> new Choice(row.getString(1), row.getString(2), row.getInt(3)))
                .list();
    }

    /** The tree, each category after its parent. */
    public List<Choice> categories() {
        return database.sql("""
                        WITH RECURSIVE tree (onec_id, name, depth, path) AS (
                            SELECT onec_id, name, 0, ARRAY[lower(name), onec_id] FROM category c
                            WHERE active AND NOT EXISTS (SELECT FROM category u WHERE u.onec_id = c.parent_onec_id)
                            UNION ALL
                            SELECT c.onec_id, c.name, t.depth + 1, t.path || lower(c.name) || c.onec_id
                            FROM category c JOIN tree t ON c.parent_onec_id = t.onec_id
                            WHERE c.active AND NOT c.onec_id = ANY(t.path)
                        )
                        SELECT onec_id, name, depth FROM tree ORDER BY path""")
                .query((row, _) -> new Choice(row.getString(1), row.getString(2), row.getInt(3)))
                .list();
    }
}
