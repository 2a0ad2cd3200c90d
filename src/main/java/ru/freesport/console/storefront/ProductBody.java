package ru.freesport.console.storefront;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.PriceLevel;
import ru.freesport.console.catalog.Product;

/** A product with everything the storefront shows; what is not active must not be sold. */
@Schema(name = "Product")
record ProductBody(
        String onecId,
        String name,
        @Nullable String article,
        boolean active,
        @Nullable String brand,
        @Nullable String vatRate,
        List<List<String>> categories,
        List<Variant> variants,
        List<Property> properties) {

    @Schema(name = "Variant")
    record Variant(
            String onecId,

            @Nullable @Schema(description = "The shop's article of the variant")
            String sku,

            String name,
            @Nullable String barcode,
            boolean active,

            @Schema(description = "By price level; a level without a price is absent")
            Map<PriceLevel, MoneyBody> prices,

            List<Stock> stock,
            List<Property> properties) {}

    @Schema(name = "Stock")
    record Stock(String warehouse, BigDecimal quantity) {}

    @Schema(name = "Property")
    record Property(@Nullable String name, String value) {}

    static ProductBody of(Product product) {
        return new ProductBody(
                product.onecId(),
                product.name(),
                product.article(),
                product.active(),
                product.brand(),
                product.vatRate(),
                product.categories(),
                product.variants().stream().map(one -> variant(product, one)).toList(),
                properties(product.properties()));
    }

    private static Variant variant(Product product, Product.Variant variant) {
        Map<PriceLevel, MoneyBody> prices = new EnumMap<>(PriceLevel.class);
        variant.prices().stream()
                .filter(price -> price.amount() != null && price.currency() != null)
                .forEach(price -> prices.put(
                        price.level(),
                        MoneyBody.of(
                                Objects.requireNonNull(price.amount()), Objects.requireNonNull(price.currency()))));
        return new Variant(
                variant.onecId(),
                variant.article() == null ? product.article() : variant.article(),
                variant.name(),
                variant.barcode(),
                variant.active() && !variant.deleted(),
                prices,
                variant.stock().stream()
                        .filter(Product.Stock::counts)
                        .map(stock -> new Stock(stock.warehouse(), Quantities.plain(stock.quantity())))
                        .toList(),
                properties(variant.properties()));
    }

    private static List<Property> properties(List<Product.Property> all) {
        return all.stream()
                .filter(Product.Property::isResolved)
                .map(one -> new Property(one.name() == null ? one.onecId() : one.name(), one.value()))
                .toList();
    }
}
