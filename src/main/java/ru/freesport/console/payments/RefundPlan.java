package ru.freesport.console.payments;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Money;

/**
 * What a wish would come to if it were asked for now.
 *
 * @param amount what goes back; null before anything was typed
 * @param lines with what each brings
 * @param broken rules, those that only warn included
 * @param needsApproval it is over the limit of whoever asks
 * @param givesAllOrNothing the method pays back no part
 */
public record RefundPlan(
        Payment payment,
        @Nullable Money amount,
        List<Refund.Line> lines,
        List<RefundRule> broken,
        boolean needsApproval,
        boolean givesAllOrNothing) {

    public boolean isBlocked() {
        return broken.stream().anyMatch(RefundRule::blocks);
    }
}
