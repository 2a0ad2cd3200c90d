package ru.freesport.console.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product with everything that is known of it, ids resolved to the words people use.
 *
 * @param description as 1C sent it, may hold HTML: never show it raw
 * @param categories paths from the top, e.g. Спорт, Мячи, Футбольные
 * @param deleted 1C marked it for deletion
 * @param active false also when a full export did not name it
 */
public record Product(
        long id,
        String onecId,
        String name,
        @Nullable String article,
        @Nullable String barcode,
        @Nullable String unit,
        @Nullable String description,
        @Nullable String country,
        @Nullable String manufacturer,
        @Nullable String brand,
        @Nullable String vatRate,
        @Nullable BigDecimal weight,
        @Nullable BigDecimal width,
        @Nullable BigDecimal length,
        @Nullable BigDecimal height,
        List<List<String>> categories,
        List<Property> properties,
        Map<String, String> requisites,
        List<Picture> pictures,
        List<Variant> variants,
        boolean active,
        boolean deleted,
        Instant createdAt,
        Origin origin) {

    /** Where a value came from and when: the run that last changed it. */
    public record Origin(long runId, Instant at) {}

    /**
     * @param name null when no dictionary explains the id
     * @param value text of the dictionary, else what 1C sent
     * @param isResolved false when 1C sent an id that no dictionary explains
     */
    public record Property(String onecId, @Nullable String name, String value, boolean isResolved) {}

    /** @param sha256 null until the file arrives */
    public record Picture(
            int position, String path, @Nullable String sha256) {}

    /** @param standsForProduct no offer described it: it carries the prices of a product without characteristics */
    public record Variant(
            long id,
            String onecId,
            String name,
            @Nullable String article,
            @Nullable String barcode,
            @Nullable String unit,
            boolean active,
            boolean deleted,
            boolean standsForProduct,
            List<Property> properties,
            List<LevelPrice> prices,
            List<OtherPrice> otherPrices,
            List<Stock> stock,
            Origin origin) {}

    /**
     * @param amount null when there is none
     * @param from the level the price was taken from; differs from {@code level} when that has no source of its own
     */
    public record LevelPrice(
            PriceLevel level,
            PriceLevel from,
            @Nullable String priceType,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable Origin origin) {}

    /** A price whose type feeds no level. */
    public record OtherPrice(String priceType, BigDecimal amount, String currency, boolean ignored, Origin origin) {}

    /** @param counts false when the warehouse is switched off */
    public record Stock(String warehouse, BigDecimal quantity, boolean counts, Origin origin) {}
}
