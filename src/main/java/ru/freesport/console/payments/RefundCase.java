package ru.freesport.console.payments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Money;

/**
 * What the rules of refunds look at.
 *
 * @param others refunds of the payment that are not decided
 * @param amount null before a sum was typed
 * @param receipt what the receipt's rows add up to; null when there is none
 * @param isLineTaken a wanted line is unknown, or less of it is left
 * @param wish null before anything was typed
 */
record RefundCase(
        Payment payment,
        List<Refund> others,
        @Nullable Money amount,
        @Nullable Money receipt,
        boolean isLineTaken,
        @Nullable RefundWish wish,
        List<String> methodsWithoutPart,
        Instant now) {

    boolean isPart() {
        return amount != null && !amount.equals(payment.captured());
    }

    boolean isBy(String method) {
        return payment.method() != null && payment.method().type().equals(method);
    }

    boolean givesAllOrNothing() {
        return methodsWithoutPart.stream().anyMatch(this::isBy);
    }

    boolean isPaidBefore(Instant moment) {
        return payment.paidAt() != null && payment.paidAt().isBefore(moment);
    }
}
