package ru.freesport.console.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.Customer;

/**
 * An order part with everything that a document for 1C needs.
 *
 * @param key Документ/Ид, never changes
 * @param number Документ/Номер
 * @param placedAt show it in the shop's time zone
 * @param vat of every row
 * @param isVatIncluded whether the prices hold the VAT
 * @param total to the kopeck the sum of the rows
 * @param priceTypeName 1C's price type of most rows
 * @param status 1C's word for a new order
 */
public record PartForExport(
        String key,
        String number,
        String orderNumber,
        int position,
        Instant placedAt,
        Customer customer,
        String organisation,
        @Nullable String warehouseOnecId,
        @Nullable String warehouseName,
        String currency,
        VatRate vat,
        boolean isVatIncluded,
        BigDecimal total,
        BigDecimal vatAmount,
        List<OrderLine> lines,
        @Nullable String priceTypeName,
        String agreement,
        String operation,
        String action,
        String status,
        OrderDelivery delivery,
        PaymentStatus paymentStatus,
        @Nullable String comment,
        ExportState state,
        int offers) {}
