package ru.freesport.console.orders;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.PriceLevel;
import ru.freesport.console.catalog.SellableVariant;

/**
 * A row of an order part as it was agreed: later changes of the catalogue do not reach it.
 *
 * @param variantOnecId {@link #DELIVERY_ID} of a delivery row
 * @param price of one, VAT included, before the discount
 * @param discount the row's share of the order's discount
 * @param sum price × quantity − discount, to the kopeck
 * @param priceTypeName 1C's price type the price is listed under, null when none lists it
 * @param isPriceListed false when the catalogue lists no such price for the variant
 */
public record OrderLine(
        int position,
        Kind kind,
        String variantOnecId,
        String name,
        @Nullable String article,
        SellableVariant.@Nullable Unit unit,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal discount,
        BigDecimal sum,
        VatRate vat,
        VatSource vatSource,
        BigDecimal vatAmount,
        @Nullable PriceLevel priceLevel,
        @Nullable String priceTypeName,
        boolean isPriceListed) {

    /** The id of every delivery row; 1C-Bitrix exchange convention. */
    public static final String DELIVERY_ID = "ORDER_DELIVERY";

    public enum Kind {
        GOODS,
        /** 1C books it as a service. */
        DELIVERY
    }

    /** Who said which rate applies. */
    public enum VatSource {
        WAREHOUSE,
        PRODUCT,
        DEFAULT
    }
}
