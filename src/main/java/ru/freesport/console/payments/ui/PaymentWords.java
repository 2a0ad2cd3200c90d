package ru.freesport.console.payments.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.payments.Payment;
import ru.freesport.console.payments.PaymentMethod;
import ru.freesport.console.payments.PaymentState;
import ru.freesport.console.payments.Receipt;
import ru.freesport.console.payments.ReceiptState;
import ru.freesport.console.payments.Refund;
import ru.freesport.console.payments.RefundState;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.Money;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/** What payments, refunds and receipts are called on the screens. */
final class PaymentWords {

    private static final String CARD = "bank_card";

    private PaymentWords() {}

    static String sum(Money money) {
        return Formats.money(money.amount(), money.currency());
    }

    static StatusBadge state(Payment payment) {
        PaymentState state = payment.state();
        return StatusBadge.of(
                "payments.state",
                state,
                switch (state) {
                    case PENDING -> Tone.WAITING;
                    case WAITING_FOR_CAPTURE -> Tone.INFO;
                    case SUCCEEDED -> Tone.GOOD;
                    case CANCELED -> Tone.QUIET;
                    case UNKNOWN -> Tone.BAD;
                });
    }

    static StatusBadge state(Refund refund) {
        RefundState state = refund.state();
        return StatusBadge.of("payments.refund.state", state, tone(state));
    }

    static Tone tone(RefundState state) {
        return switch (state) {
            case AWAITING_APPROVAL -> Tone.WAITING;
            case SENDING, PENDING -> Tone.BUSY;
            case UNKNOWN -> Tone.BAD;
            case SUCCEEDED -> Tone.GOOD;
            case CANCELED, REJECTED -> Tone.QUIET;
        };
    }

    static StatusBadge state(Receipt receipt) {
        ReceiptState state = receipt.state();
        return StatusBadge.of(
                "payments.receipt.state",
                state,
                switch (state) {
                    case SENDING, PENDING -> Tone.BUSY;
                    case UNKNOWN, CANCELED, REJECTED -> Tone.BAD;
                    case SUCCEEDED -> Tone.GOOD;
                });
    }

    /** On a line of the list: what goes back. */
    static StatusBadge refunding(Payment payment) {
        return new StatusBadge(
                Tone.BUSY, VaadinIcon.ARROW_BACKWARD, Texts.t("payments.refunding", sum(payment.refunding())));
    }

    /** Provider's words that we know are said in the person's language. */
    static String method(@Nullable PaymentMethod method) {
        if (method == null) {
            return "—";
        }
        String name = method(method.type());
        return method.last4() == null ? name : name + " •• " + method.last4();
    }

    static String method(String type) {
        return switch (type) {
            case CARD -> Texts.t("payments.method.bank_card");
            case "sbp" -> Texts.t("payments.method.sbp");
            case "sberbank" -> Texts.t("payments.method.sberbank");
            case "tinkoff_bank" -> Texts.t("payments.method.tinkoff_bank");
            case "yoo_money" -> Texts.t("payments.method.yoo_money");
            default -> type;
        };
    }

    static String actor(Actor actor) {
        return actor.kind() == Actor.Kind.PERSON
                ? actor.name()
                : Texts.t("payments.actor." + actor.kind().name());
    }
}
