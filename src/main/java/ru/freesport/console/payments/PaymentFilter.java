package ru.freesport.console.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which payments a list shows; null asks for any.
 *
 * @param text what a customer reads out, several words at once: a number of the order, the payment, the refund or the bank,
 *     a phone, an e-mail, the last four of the card, a sum such as {@code 1990,00}; may be empty
 * @param method the provider's word
 * @param from created then or later
 * @param to created before
 * @param isRefunding money is on its way back, or waits for a second person
 */
public record PaymentFilter(
        String text,
        @Nullable PaymentState state,
        @Nullable String method,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean isRefunding) {

    public static final PaymentFilter ALL = new PaymentFilter("", null, null, null, null, false);

    public PaymentFilter {
        text = text.strip();
    }

    /** What was searched may be personal and never goes to logs. */
    @Override
    public String toString() {
        return "state " + state + ", method " + method + ", from " + from + ", to " + to
                + (isRefunding ? ", refunding" : "") + (text.isEmpty() ? "" : ", by a text");
    }
}
