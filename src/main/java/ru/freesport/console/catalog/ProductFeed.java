package ru.freesport.console.catalog;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue for programs that copy it: one product, or page by page what was changed. */
@Service
@PreAuthorize("hasAnyRole('STOREFRONT', 'SYSTEM')")
@Transactional(readOnly = true)
public class ProductFeed {

    /** Looked through for one page: a page takes the same time however few products were changed. */
    private static final int LOOKED_THROUGH = 2000;

    private static final String PAGE = """
            SELECT id, changed FROM (
                SELECT p.id, CAST(:since AS timestamptz) IS NULL OR p.changed_at >= :since
                    OR EXISTS (SELECT FROM variant v WHERE v.product_id = p.id AND (v.changed_at >= :since
                        OR EXISTS (SELECT FROM price x WHERE x.variant_id = v.id AND x.changed_at >= :since)
                        OR EXISTS (SELECT FROM stock s WHERE s.variant_id = v.id AND s.changed_at >= :since))) AS changed
                FROM (SELECT * FROM product WHERE id > :after ORDER BY id LIMIT :window) p) looked
            ORDER BY id""";

    private final JdbcClient database;
    private final ProductDetails details;

    ProductFeed(JdbcClient database, ProductDetails details) {
        this.database = database;
        this.details = details;
    }

    /** @param next where the next page begins; null when there is none. A page may be empty and still have a next one */
    public record Page(List<Product> products, @Nullable Long next) {}

    public Optional<Product> find(String onecId) {
        return details.find(onecId).filter(product -> product.onecId().equals(onecId));
    }

    /** @param since products that were changed from then on, their prices and stock included; null: all */
    public Page page(@Nullable Instant since, long after, int limit) {
        int window = since == null ? limit : LOOKED_THROUGH;
        List<Seen> seen = database.sql(PAGE)
                .param("since", since == null ? null : Timestamp.from(since))
                .param("after", after)
                .param("window", window)
                .query((row, _) -> new Seen(row.getLong(1), row.getBoolean(2)))
                .list();
        List<Long> ids =
                seen.stream().filter(Seen::changed).limit(limit).map(Seen::id).toList();
        boolean isMore = seen.size() == window || ids.size() == limit && ids.getLast() < seen.getLast().id;
        Long last = ids.size() == limit ? ids.getLast() : seen.isEmpty() ? null : seen.getLast().id;
        return new Page(
                ids.stream()
                        .map(id -> details.find(Long.toString(id)).orElse(null))
                        .filter(Objects::nonNull)
                        .toList(),
                isMore ? last : null);
    }

    private record Seen(long id, boolean changed) {}
}
