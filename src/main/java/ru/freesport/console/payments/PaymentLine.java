package ru.freesport.console.payments;

import java.math.BigDecimal;
import ru.freesport.console.shared.Money;

/**
 * What was paid for.
 *
 * @param code the variant's 1C id, or what stands for a delivery
 * @param vat per cent without needless zeroes, or NONE
 * @param takenQuantity refunded or being refunded
 */
public record PaymentLine(
        long id,
        int position,
        Kind kind,
        String code,
        String name,
        BigDecimal quantity,
        Money sum,
        String vat,
        BigDecimal takenQuantity,
        Money taken) {

    public enum Kind {
        GOODS,
        DELIVERY
    }

    /** How many may still be refunded. */
    public BigDecimal leftQuantity() {
        return quantity.subtract(takenQuantity);
    }

    /** How much may still be refunded. */
    public Money left() {
        return sum.minus(taken);
    }
}
