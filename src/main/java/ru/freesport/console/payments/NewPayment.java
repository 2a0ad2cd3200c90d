package ru.freesport.console.payments;

import java.math.BigDecimal;
import java.util.List;
import ru.freesport.console.shared.Money;

/**
 * What an order is to be paid by.
 *
 * @param description what the customer reads on the page, at most 128 characters
 * @param returnUrl where the customer comes back to
 * @param lines add up to the amount; none: no receipt and no refund by line
 */
public record NewPayment(
        String orderNumber, Money amount, String description, String returnUrl, Contact contact, List<Line> lines) {

    public NewPayment {
        lines = List.copyOf(lines);
    }

    /** @param vat per cent without needless zeroes, or NONE */
    public record Line(PaymentLine.Kind kind, String code, String name, BigDecimal quantity, Money sum, String vat) {}
}
