package ru.freesport.console.payments;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.shared.Actor;

/**
 * Gives money back. What may go back is what was paid less what went and what is on its way, and the database holds that whoever asks and however
 * many at once. A refund over the limit of whoever asks waits for a second person, with its balance held.
 */
@Service
public class Refunds {

    static final String MAY_ASK = "hasAnyRole('ADMIN', 'FINANCE', 'SUPPORT')";
    static final String MAY_DECIDE = "hasAnyRole('ADMIN', 'FINANCE')";

    private final PaymentTable payments;
    private final RefundTable table;
    private final RefundPlanning planning;
    private final RefundTransitions transitions;
    private final OperationTable operations;
    private final PaymentEvents events;
    private final PaymentGateway gateway;
    private final PaymentsSettings settings;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final CurrentUser user;
    private final Clock clock;

    Refunds(
            PaymentTable payments,
            RefundTable table,
            RefundPlanning planning,
            RefundTransitions transitions,
            OperationTable operations,
            PaymentEvents events,
            PaymentGateway gateway,
            PaymentsSettings settings,
            TransactionTemplate transaction,
            AuditLog audit,
            CurrentUser user,
            Clock clock) {
        this.payments = payments;
        this.table = table;
        this.planning = planning;
        this.transitions = transitions;
        this.operations = operations;
        this.events = events;
        this.gateway = gateway;
        this.settings = settings;
        this.transaction = transaction;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /** What can be said before anything is typed: what is left, what stands against it, whether a part is possible. */
    @PreAuthorize(MAY_ASK)
    @Transactional(readOnly = true)
    public RefundPlan before(UUID paymentId) {
        return planning.before(paymentId);
    }

    /** What the wish would come to now; nothing is done. */
    @PreAuthorize(MAY_ASK)
    @Transactional(readOnly = true)
    public RefundPlan plan(RefundWish wish) {
        return planning.plan(wish);
    }

    /**
     * Asks for a refund. The same wish twice is one refund: the second answer tells of the first. The call goes out after the commit, unless a second
     * person has to agree; follow it by {@link #find} and the channel {@link Payments#CHANNEL}.
     */
    @PreAuthorize(MAY_ASK)
    public RefundAnswer request(RefundWish wish) {
        return Objects.requireNonNull(transaction.execute(status -> {
            table.oneAtATime(user.actor());
            Optional<Refund> before = table.find(wish.id());
            return before.isPresent() ? new RefundAnswer.Asked(before.get()) : ask(wish, status);
        }));
    }

    private RefundAnswer ask(RefundWish wish, TransactionStatus status) {
        RefundPlan plan = planning.plan(wish);
        if (plan.isBlocked()) {
            return new RefundAnswer.Refused(
                    plan.broken().stream().filter(RefundRule::blocks).toList());
        }
        Refund refund = refund(wish, plan);
        if (!table.reserve(refund.paymentId(), refund.amount().amount())) {
            return new RefundAnswer.Refused(List.of(RefundRule.OVER_CEILING));
        }
        for (Refund.Line line : refund.lines()) {
            if (!table.take(
                    refund.paymentId(),
                    line.paymentLineId(),
                    line.quantity(),
                    line.amount().amount())) {
                status.setRollbackOnly();
                return new RefundAnswer.Refused(List.of(RefundRule.LINE_TAKEN));
            }
        }
        table.insert(refund);
        transitions.begun(plan.payment(), refund);
        if (refund.state() == RefundState.SENDING) {
            sendLater(plan.payment(), refund);
        }
        audited("asked", refund, refund.state().name(), wish.note());
        return new RefundAnswer.Asked(table.find(refund.id()).orElseThrow());
    }

    private Refund refund(RefundWish wish, RefundPlan plan) {
        Instant now = clock.instant();
        Payment payment = plan.payment();
        return new Refund(
                wish.id(),
                0,
                payment.id(),
                null,
                Refund.Origin.CONSOLE,
                plan.needsApproval() ? RefundState.AWAITING_APPROVAL : RefundState.SENDING,
                null,
                Objects.requireNonNull(plan.amount()),
                wish.reason(),
                wish.note() == null || wish.note().isBlank()
                        ? null
                        : wish.note().strip(),
                user.actor(),
                now,
                payment.refunding(),
                payment.refunded(),
                plan.needsApproval() ? now.plus(settings.refunds().approval()) : null,
                null,
                null,
                null,
                null,
                now,
                plan.lines());
    }

    /** A second person agrees: it goes out after the commit. */
    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public RefundDecision approve(UUID id, String note) {
        return decide(id, note, "approved", (payment, refund) -> {
            transitions.approved(payment, refund);
            events.ofRefund(refund, PaymentEvent.Kind.REFUND_APPROVED, note.strip());
            sendLater(payment, refund);
        });
    }

    /** A second person does not agree: the balance is free again. A reason is needed. */
    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public RefundDecision deny(UUID id, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A reason is needed");
        }
        return decide(id, reason, "denied", (_, refund) -> {
            events.ofRefund(refund, PaymentEvent.Kind.REFUND_DENIED, reason.strip());
            transitions.rejected(id, CancellationCause.here("denied"), Source.PERSON);
        });
    }

    /** Whoever asked takes it back while nobody has decided. */
    @PreAuthorize(MAY_ASK)
    @Transactional
    public RefundDecision withdraw(UUID id, String reason) {
        // the payment first, as everybody locks
        payments.lock(table.find(id).orElseThrow().paymentId());
        Refund refund = table.lock(id).orElseThrow();
        if (refund.state() != RefundState.AWAITING_APPROVAL || !isMine(refund)) {
            return RefundDecision.DECIDED_ALREADY;
        }
        events.ofRefund(refund, PaymentEvent.Kind.REFUND_DENIED, reason.strip());
        transitions.rejected(id, CancellationCause.here("withdrawn"), Source.PERSON);
        audited("withdrawn", refund, RefundState.REJECTED.name(), reason);
        return RefundDecision.DONE;
    }

    @PreAuthorize(Payments.MAY_READ)
    @Transactional(readOnly = true)
    public Optional<Refund> find(UUID id) {
        return table.find(id);
    }

    /** Oldest first. */
    @PreAuthorize(Payments.MAY_READ)
    @Transactional(readOnly = true)
    public List<Refund> of(UUID paymentId) {
        return table.of(paymentId);
    }

    /** How many wait for a second person, for a badge. */
    @PreAuthorize(Payments.MAY_READ)
    @Transactional(readOnly = true)
    public int awaiting() {
        return table.count(RefundState.AWAITING_APPROVAL);
    }

    /** Newest first; the next page starts below the last position of this one. */
    @PreAuthorize(Payments.MAY_READ)
    @Transactional(readOnly = true)
    public List<Refund> page(Collection<RefundState> states, @Nullable Long below, int limit) {
        return table.page(states, below, limit);
    }

    /** Whether whoever is logged in could decide about it now. */
    public boolean mayDecide(Refund refund) {
        return refund.state() == RefundState.AWAITING_APPROVAL
                && !isMine(refund)
                && refund.approvalUntil() != null
                && refund.approvalUntil().isAfter(clock.instant())
                && user.hasAny(ru.freesport.console.access.Role.ADMIN, ru.freesport.console.access.Role.FINANCE);
    }

    /** Whether this person may take their own request back. */
    public boolean mayWithdraw(Refund refund) {
        return refund.state() == RefundState.AWAITING_APPROVAL && isMine(refund);
    }

    private RefundDecision decide(UUID id, String note, String act, Decision decision) {
        // the payment first, as everybody locks
        Payment payment = payments.lock(table.find(id).orElseThrow().paymentId());
        Refund refund = table.lock(id).orElseThrow();
        if (isMine(refund)) {
            return RefundDecision.OWN_REQUEST;
        }
        if (refund.state() != RefundState.AWAITING_APPROVAL) {
            return RefundDecision.DECIDED_ALREADY;
        }
        Instant now = clock.instant();
        if (refund.approvalUntil() == null || !refund.approvalUntil().isAfter(now)) {
            return RefundDecision.EXPIRED;
        }
        table.decided(id, user.name(), note.isBlank() ? null : note.strip(), now);
        decision.on(payment, refund);
        audited(act, refund, table.find(id).orElseThrow().state().name(), note);
        return RefundDecision.DONE;
    }

    @FunctionalInterface
    private interface Decision {
        void on(Payment payment, Refund refund);
    }

    private boolean isMine(Refund refund) {
        return refund.requestedBy().kind() == Actor.Kind.PERSON
                && refund.requestedBy().name().equalsIgnoreCase(user.name());
    }

    private void sendLater(Payment payment, Refund refund) {
        operations.insert(
                Operation.Kind.REFUND,
                payment.id(),
                refund.id(),
                null,
                refund.amount(),
                gateway.refund(
                        payment, refund.id(), refund.amount(), payment.orderNumber(), planning.items(payment, refund)));
    }

    private void audited(String act, Refund refund, String became, @Nullable String note) {
        audit.record(
                user.actor(),
                "payments.refund." + act,
                "payment:" + refund.paymentId(),
                refund.amount().plain(),
                became,
                refund.reason() + (note == null || note.isBlank() ? "" : ": " + note.strip()));
    }
}
