package ru.freesport.console.alerts;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.orders.PaidAfterCancellation;
import ru.freesport.console.partners.WebhookRejected;
import ru.freesport.console.partners.Webhooks;
import ru.freesport.console.payments.PaymentState;
import ru.freesport.console.payments.PaymentTrouble;
import ru.freesport.console.payments.Payments;
import ru.freesport.console.payments.ReceiptState;

/** Money that does not agree, receipts that do not come, and notifications that nobody believes. */
@Component
class MoneyAlerts implements AlertWatch {

    private final AlertBook book;
    private final Payments payments;
    private final Webhooks webhooks;

    MoneyAlerts(AlertBook book, Payments payments, Webhooks webhooks) {
        this.book = book;
        this.payments = payments;
        this.webhooks = webhooks;
    }

    @Override
    public Set<AlertRule> rules() {
        return Set.of(
                AlertRule.PAYMENT_TROUBLE,
                AlertRule.PAYMENT_UNKNOWN,
                AlertRule.HOLD_ENDS,
                AlertRule.RECEIPT_LATE,
                AlertRule.RECEIPT_OVERDUE,
                AlertRule.WEBHOOK_REJECTED,
                AlertRule.PAID_AFTER_CANCELLATION);
    }

    @EventListener
    void trouble(PaymentTrouble trouble) {
        AlertRule rule = switch (trouble.kind()) {
            case HOLD_ENDS -> AlertRule.HOLD_ENDS;
            case UNKNOWN_LONG -> AlertRule.PAYMENT_UNKNOWN;
            case RECEIPT_LATE -> AlertRule.RECEIPT_LATE;
            case RECEIPT_OVERDUE, RECEIPT_FAILED -> AlertRule.RECEIPT_OVERDUE;
            case STATUS_UNKNOWN,
                    DIFFERS,
                    CONTRADICTION,
                    DOUBLE,
                    PAID_TWICE,
                    NOT_OURS,
                    REFUND_FAILED,
                    VANISHED,
                    KEY_REUSED -> AlertRule.PAYMENT_TROUBLE;
        };
        UUID payment = trouble.paymentId();
        book.raise(new Cause(
                rule,
                payment == null ? trouble.subject() : payment.toString(),
                trouble.kind() + " " + trouble.subject(),
                trouble.kind() + ": " + trouble.detail(),
                payment == null ? "messages?q=" + trouble.subject() : "payments/" + payment,
                null));
    }

    /** A flood of one kind is one alert that counts. */
    @EventListener
    void rejected(WebhookRejected webhook) {
        book.raise(new Cause(
                AlertRule.WEBHOOK_REJECTED,
                webhook.provider() + " " + webhook.remark(),
                webhook.webhookId() == null ? webhook.remark() : "webhook-" + webhook.webhookId(),
                webhook.remark(),
                page(webhook.webhookId()),
                null));
    }

    /** Of its bytes, where they were kept. */
    private String page(@Nullable Long webhook) {
        return webhook == null
                ? "messages"
                : RunAs.system(() -> webhooks.find(webhook))
                        .map(kept -> "messages/" + kept.messageId())
                        .orElse("messages");
    }

    @EventListener
    void paid(PaidAfterCancellation order) {
        book.raise(new Cause(
                AlertRule.PAID_AFTER_CANCELLATION,
                order.orderNumber(),
                order.orderNumber(),
                order.orderNumber(),
                "orders/" + order.orderNumber(),
                null));
    }

    /** What only a person can judge stays until a person has settled it. */
    @Override
    public boolean isOver(Alert alert) {
        return switch (alert.rule()) {
            case HOLD_ENDS ->
                RunAs.system(() -> payments.find(UUID.fromString(alert.subject())))
                        .filter(payment -> payment.state() == PaymentState.WAITING_FOR_CAPTURE)
                        .isEmpty();
            case PAYMENT_UNKNOWN -> !RunAs.system(() -> payments.hasUnknown(UUID.fromString(alert.subject())));
            case RECEIPT_LATE, RECEIPT_OVERDUE -> areReceiptsDone(alert.subject());
            default -> false;
        };
    }

    /** A failed one is done with once another one in its place is registered. */
    private boolean areReceiptsDone(String payment) {
        var all = RunAs.system(() -> payments.receipts(UUID.fromString(payment)));
        List<UUID> replaced = all.stream()
                .filter(one -> one.state() == ReceiptState.SUCCEEDED && one.replacesId() != null)
                .map(one -> one.replacesId())
                .toList();
        return all.stream().allMatch(one -> one.state() == ReceiptState.SUCCEEDED || replaced.contains(one.id()));
    }
}
