package ru.freesport.console.storefront;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of products. */
@Schema(name = "ProductPage")
record ProductPageBody(
        List<ProductBody> items,

        @Nullable @Schema(
                description = "Give it back as cursor for the next page; absent on the last. A page may be empty"
                        + " and still have a next one")
        String nextCursor) {}
