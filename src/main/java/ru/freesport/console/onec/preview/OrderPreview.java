package ru.freesport.console.onec.preview;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.WrittenOrder;

/**
 * What 1C will make of an order part; nothing personal is in it.
 *
 * @param total what the document's head says
 * @param rowsTotal what its rows come to
 * @param headVat the VAT of the head
 * @param vatIncluded whether prices hold the VAT; null when the document does not say so where 1C looks
 * @param wrongRows rows whose price × quantity − discount is not their sum
 * @param warehouse null when the part comes from none
 */
public record OrderPreview(
        String key,
        String number,
        BigDecimal total,
        BigDecimal rowsTotal,
        List<VatCheck> vat,
        BigDecimal headVat,
        @Nullable Boolean vatIncluded,
        List<String> wrongRows,
        NameSpelling organisation,
        @Nullable NameSpelling warehouse) {

    static OrderPreview of(
            String key, WrittenOrder order, NameSpelling organisation, @Nullable NameSpelling warehouse) {
        return new OrderPreview(
                key,
                order.number(),
                order.total(),
                order.rowsTotal(),
                VatCheck.of(order),
                order.vat(),
                order.vatIncluded(),
                order.rows().stream()
                        .filter(row -> !row.isSound())
                        .map(WrittenOrder.Row::name)
                        .toList(),
                organisation,
                warehouse);
    }

    public boolean addsUp() {
        return total.compareTo(rowsTotal) == 0 && wrongRows.isEmpty();
    }

    /** What the rates come to. */
    public BigDecimal reckonedVat() {
        return vat.stream().map(VatCheck::reckoned).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public boolean isVatFine() {
        return Boolean.TRUE.equals(vatIncluded)
                && vat.stream().allMatch(VatCheck::isFine)
                && reckonedVat().compareTo(headVat) == 0;
    }

    public boolean isFine() {
        return addsUp() && isVatFine() && organisation.isFine() && (warehouse == null || warehouse.isFine());
    }
}
