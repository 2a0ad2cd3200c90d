package ru.freesport.console.payments.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import ru.freesport.console.payments.Receipt;
import ru.freesport.console.payments.Refund;
import ru.freesport.console.payments.RefundState;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/** How far a refund is: a lamp for the money and one for its fiscal receipt. */
final class RefundProgress extends Div {

    private final UUID id;
    private final PaymentActs acts;

    RefundProgress(UUID id, PaymentActs acts) {
        this.id = id;
        this.acts = acts;
        addClassName("refund-progress");
        getElement().setAttribute("aria-live", "polite");
        show();
    }

    void show() {
        removeAll();
        Optional<Refund> found = acts.refund(id);
        if (found.isEmpty()) {
            return;
        }
        Refund refund = found.get();
        add(new Paragraph(Texts.t(
                "payments.refund.of",
                PaymentWords.sum(refund.amount()),
                Texts.word("payments.refund.reason", refund.reason()))));
        add(lamp("payments.lamp.money", PaymentWords.state(refund)));
        receipt(refund).ifPresent(receipt -> add(lamp("payments.lamp.receipt", PaymentWords.state(receipt))));
        if (refund.state() == RefundState.UNKNOWN) {
            add(new StatusBadge(Tone.BAD, Texts.t("payments.unknown.doNotPress")));
        }
        if (refund.state() == RefundState.AWAITING_APPROVAL && refund.approvalUntil() != null) {
            add(new Paragraph(Texts.t("payments.refund.awaits", Formats.absolute(refund.approvalUntil()))));
        }
        if (refund.cancelled() != null) {
            add(new Paragraph(Texts.t("payments.refund.why", refund.cancelled().why())));
        }
    }

    private Optional<Receipt> receipt(Refund refund) {
        return acts.receipts(refund.paymentId()).stream()
                .filter(one -> id.equals(one.refundId()))
                .max(Comparator.comparing(Receipt::requestedAt));
    }

    private static Div lamp(String key, StatusBadge state) {
        Div lamp = new Div(new Span(Texts.t(key)), state);
        lamp.addClassName("lamp");
        return lamp;
    }
}
