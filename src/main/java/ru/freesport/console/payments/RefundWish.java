package ru.freesport.console.payments;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Money;

/**
 * What a person wants to give back: lines of the payment, delivery being one of them, or a sum.
 *
 * @param id of the refund it becomes, made when the dialog opens: a second click is the same wish
 * @param lines empty for a sum
 * @param amount of a sum; null for lines
 * @param seen the sum on the button; another one is refused, since something changed meanwhile. Null: whatever comes out
 */
public record RefundWish(
        UUID id,
        UUID paymentId,
        List<Line> lines,
        @Nullable Money amount,
        RefundReason reason,
        @Nullable String note,
        @Nullable Money seen) {

    public RefundWish {
        lines = List.copyOf(lines);
        if (lines.isEmpty() == (amount == null)) {
            throw new IllegalArgumentException("Either lines or a sum");
        }
    }

    /** @param restock the goods come back into stock */
    public record Line(long paymentLineId, BigDecimal quantity, boolean restock) {}
}
