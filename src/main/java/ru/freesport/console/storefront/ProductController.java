package ru.freesport.console.storefront;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ru.freesport.console.catalog.ProductFeed;

/** The catalogue, as the storefront copies it. */
@RestController
@RequestMapping("/api/v1/products")
@Tag(name = "products")
class ProductController {

    private static final int MOST = 100;

    private final ProductFeed feed;

    ProductController(ProductFeed feed) {
        this.feed = feed;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_products:read')")
    @Operation(summary = "Products, page by page", operationId = "listProducts")
    ProductPageBody page(
            @Parameter(description = "Only what was changed from then on, prices and stock included")
                    @RequestParam(required = false)
                    @Nullable Instant updatedSince,
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.bad("limit must be 1 to " + MOST);
        }
        ProductFeed.Page page = feed.page(updatedSince, after(cursor), limit);
        Long next = page.next();
        return new ProductPageBody(
                page.products().stream().map(ProductBody::of).toList(), next == null ? null : Long.toString(next, 36));
    }

    @GetMapping("/{onecId}")
    @PreAuthorize("hasAuthority('SCOPE_products:read')")
    @Operation(summary = "One product, by its 1C id", operationId = "getProduct")
    ProductBody find(@PathVariable String onecId) {
        return ProductBody.of(feed.find(onecId).orElseThrow(() -> Refusal.notFound("product " + onecId)));
    }

    private static long after(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MIN_VALUE;
        }
        try {
            return Long.parseLong(cursor, 36);
        } catch (NumberFormatException e) {
            throw Refusal.bad("cursor is not one that was given out");
        }
    }
}
