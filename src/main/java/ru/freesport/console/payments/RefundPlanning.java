package ru.freesport.console.payments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.freesport.console.shared.Money;

/** Reckons what a wish to give back comes to, and which rules it breaks. */
@Component
class RefundPlanning {

    private final PaymentTable payments;
    private final RefundTable refunds;
    private final RefundLimits limits;
    private final PaymentsSettings settings;
    private final Clock clock;

    RefundPlanning(
            PaymentTable payments, RefundTable refunds, RefundLimits limits, PaymentsSettings settings, Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    RefundPlan before(UUID paymentId) {
        return plan(payments.find(paymentId).orElseThrow(), null, null, List.of(), false, null);
    }

    RefundPlan plan(RefundWish wish) {
        Payment payment = payments.find(wish.paymentId()).orElseThrow();
        List<PaymentLine> all = payments.lines(payment.id());
        Map<Long, PaymentLine> known = all.stream().collect(Collectors.toMap(PaymentLine::id, Function.identity()));
        if (wish.amount() != null) {
            return plan(payment, wish, wish.amount(), List.of(), false, receipt(all, wish.amount()));
        }
        List<Refund.Line> lines = new ArrayList<>();
        boolean isTaken = wish.lines().stream()
                        .map(RefundWish.Line::paymentLineId)
                        .distinct()
                        .count()
                < wish.lines().size();
        for (RefundWish.Line wanted : wish.lines()) {
            Optional<Refund.Line> line = line(known.get(wanted.paymentLineId()), wanted);
            line.ifPresent(lines::add);
            isTaken |= line.isEmpty();
        }
        Money sum =
                lines.stream().map(Refund.Line::amount).reduce(payment.amount().zero(), Money::plus);
        return plan(payment, wish, sum, lines, isTaken, sumOf(items(all, lines), sum));
    }

    /** What the receipt of a refund says: its lines, or the sum spread over what is left. */
    List<ReceiptItem> items(Payment payment, Refund refund) {
        List<PaymentLine> all = payments.lines(payment.id());
        if (settings.receipts() == PaymentsSettings.Receipts.OFF || all.isEmpty()) {
            return List.of();
        }
        return refund.lines().isEmpty() ? ReceiptItems.spread(refund.amount(), all) : items(all, refund.lines());
    }

    private static List<ReceiptItem> items(List<PaymentLine> all, List<Refund.Line> lines) {
        Map<Long, PaymentLine> known = all.stream().collect(Collectors.toMap(PaymentLine::id, Function.identity()));
        return lines.stream()
                .flatMap(line -> {
                    PaymentLine of = Objects.requireNonNull(known.get(line.paymentLineId()));
                    return ReceiptItems.of(of.kind(), of.name(), line.quantity(), line.amount(), of.vat()).stream();
                })
                .toList();
    }

    /** So many of a line bring so much; the last of it brings what is left, so that nothing is lost in rounding. */
    private static Optional<Refund.Line> line(@Nullable PaymentLine line, RefundWish.Line wanted) {
        if (line == null || wanted.quantity().signum() <= 0 || wanted.quantity().compareTo(line.leftQuantity()) > 0) {
            return Optional.empty();
        }
        boolean isRest = wanted.quantity().compareTo(line.leftQuantity()) == 0;
        BigDecimal share = line.sum()
                .amount()
                .multiply(wanted.quantity())
                .divide(line.quantity(), 2, RoundingMode.DOWN)
                .min(line.left().amount());
        Money amount = isRest ? line.left() : new Money(share, line.sum().currency());
        return Optional.of(new Refund.Line(line.id(), wanted.quantity(), amount, wanted.restock()));
    }

    private @Nullable Money receipt(List<PaymentLine> all, Money amount) {
        Money left = all.stream().map(PaymentLine::left).reduce(amount.zero(), Money::plus);
        boolean canSpread = amount.isPositive() && left.isPositive();
        return all.isEmpty() || !canSpread ? null : sumOf(ReceiptItems.spread(amount, all), amount);
    }

    private static Money sumOf(List<ReceiptItem> items, Money like) {
        BigDecimal sum = items.stream().map(ReceiptItem::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(sum, like.currency());
    }

    private RefundPlan plan(
            Payment payment,
            @Nullable RefundWish wish,
            @Nullable Money amount,
            List<Refund.Line> lines,
            boolean isTaken,
            @Nullable Money receipt) {
        List<Refund> others = refunds.of(payment.id()).stream()
                .filter(one -> !one.state().isFinal())
                .toList();
        RefundCase about = new RefundCase(
                payment,
                others,
                amount,
                receipt,
                isTaken,
                wish,
                settings.refunds().methodsWithoutPart(),
                clock.instant());
        return new RefundPlan(
                payment,
                amount,
                lines,
                RefundRule.broken(about),
                amount != null && !limits.allow(amount),
                about.givesAllOrNothing());
    }
}
