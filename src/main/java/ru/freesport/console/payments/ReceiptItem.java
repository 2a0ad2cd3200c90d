package ru.freesport.console.payments;

import java.math.BigDecimal;
import ru.freesport.console.shared.Money;

/**
 * A row of a fiscal receipt.
 *
 * @param price of one
 * @param vat per cent without needless zeroes, or NONE
 */
public record ReceiptItem(PaymentLine.Kind kind, String name, BigDecimal quantity, Money price, String vat) {

    public BigDecimal sum() {
        return price.amount().multiply(quantity);
    }
}
