package ru.freesport.console.onec.preview;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.freesport.console.onec.commerceml.WrittenOrder;
import ru.freesport.console.orders.VatRate;

/**
 * The VAT of all rows of one rate, reckoned anew from their sums.
 *
 * @param rate as the document says it
 * @param reckoned sum × rate / (100 + rate) of every row
 * @param written what the document says
 */
public record VatCheck(String rate, BigDecimal sum, BigDecimal reckoned, BigDecimal written) {

    public boolean isFine() {
        return reckoned.compareTo(written) == 0;
    }

    static List<VatCheck> of(WrittenOrder order) {
        Map<String, VatCheck> byRate = new LinkedHashMap<>();
        for (WrittenOrder.Row row : order.rows()) {
            // words, such as "without VAT", are no rate: there is no VAT in such a row
            BigDecimal reckoned = VatRate.parse(row.rate()).orElse(VatRate.NONE).includedIn(row.sum());
            byRate.merge(row.rate(), new VatCheck(row.rate(), row.sum(), reckoned, row.vat()), VatCheck::plus);
        }
        return List.copyOf(byRate.values());
    }

    private static VatCheck plus(VatCheck one, VatCheck two) {
        return new VatCheck(
                one.rate, one.sum.add(two.sum), one.reckoned.add(two.reckoned), one.written.add(two.written));
    }
}
