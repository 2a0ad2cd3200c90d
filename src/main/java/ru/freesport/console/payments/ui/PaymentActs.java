package ru.freesport.console.payments.ui;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.payments.LedgerEntry;
import ru.freesport.console.payments.Payment;
import ru.freesport.console.payments.PaymentEvent;
import ru.freesport.console.payments.PaymentLine;
import ru.freesport.console.payments.PaymentState;
import ru.freesport.console.payments.Payments;
import ru.freesport.console.payments.Receipt;
import ru.freesport.console.payments.Receipts;
import ru.freesport.console.payments.Refund;
import ru.freesport.console.payments.RefundAnswer;
import ru.freesport.console.payments.RefundDecision;
import ru.freesport.console.payments.RefundPlan;
import ru.freesport.console.payments.RefundWish;
import ru.freesport.console.payments.Refunds;
import ru.freesport.console.shared.Money;
import ru.freesport.console.shared.ui.Texts;

/** What the screens of money ask of the services, as the person in front of them. */
@SpringComponent
class PaymentActs {

    private final Payments payments;
    private final Refunds refunds;
    private final Receipts receipts;
    private final CurrentUser user;

    PaymentActs(Payments payments, Refunds refunds, Receipts receipts, CurrentUser user) {
        this.payments = payments;
        this.refunds = refunds;
        this.receipts = receipts;
        this.user = user;
    }

    Optional<Payment> find(UUID id) {
        return payments.find(id);
    }

    List<LedgerEntry> ledger(UUID id) {
        return payments.ledger(id);
    }

    List<PaymentLine> lines(UUID id) {
        return payments.lines(id);
    }

    List<PaymentEvent> events(UUID id) {
        return payments.events(id);
    }

    List<Receipt> receipts(UUID id) {
        return payments.receipts(id);
    }

    List<Refund> refunds(UUID id) {
        return refunds.of(id);
    }

    Optional<Refund> refund(UUID id) {
        return refunds.find(id);
    }

    boolean mayRefund(Payment payment) {
        return payment.state() == PaymentState.SUCCEEDED
                && payment.refundable().isPositive()
                && user.hasAny(Role.ADMIN, Role.FINANCE, Role.SUPPORT);
    }

    boolean mayHandleHold(Payment payment) {
        return payment.state() == PaymentState.WAITING_FOR_CAPTURE
                && user.hasAny(Role.ADMIN, Role.FINANCE, Role.SUPPORT);
    }

    boolean mayReread() {
        return user.hasAny(Role.ADMIN, Role.FINANCE, Role.SUPPORT, Role.OPERATIONS);
    }

    Payment reread(UUID id) {
        return payments.reread(id);
    }

    void capture(Payment payment, String reason) {
        payments.capture(payment.id(), payment.held(), reason);
    }

    void cancel(Payment payment, String reason) {
        payments.cancel(payment.id(), reason);
    }

    void retry(Receipt receipt, String reason) {
        receipts.retry(receipt.id(), reason);
    }

    RefundPlan before(UUID payment) {
        return refunds.before(payment);
    }

    RefundPlan plan(RefundWish wish) {
        return refunds.plan(wish);
    }

    RefundAnswer request(RefundWish wish) {
        return refunds.request(wish);
    }

    boolean mayDecide(Refund refund) {
        return refunds.mayDecide(refund);
    }

    boolean mayWithdraw(Refund refund) {
        return refunds.mayWithdraw(refund);
    }

    RefundDecision approve(Refund refund, String note) {
        return refunds.approve(refund.id(), note);
    }

    RefundDecision deny(Refund refund, String reason) {
        return refunds.deny(refund.id(), reason);
    }

    RefundDecision withdraw(Refund refund, String reason) {
        return refunds.withdraw(refund.id(), reason);
    }

    static Money left(Payment payment) {
        return payment.refundable();
    }

    static void say(String text, boolean good) {
        Notification.show(text)
                .addThemeVariants(good ? NotificationVariant.LUMO_SUCCESS : NotificationVariant.LUMO_ERROR);
    }

    static void say(RefundDecision decision) {
        say(Texts.word("payments.refund.decision", decision), decision == RefundDecision.DONE);
    }
}
