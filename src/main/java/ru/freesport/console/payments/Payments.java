package ru.freesport.console.payments;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.payments.PaymentBegin.Rule;
import ru.freesport.console.shared.Money;

/**
 * Payments of orders, for the storefront and for people. An order has at most one payment that waits for the customer; whatever the provider does
 * is known here by its answers, its notifications and our own questions, which all come to the same.
 */
@Service
public class Payments {

    /** Open screens are told on this channel; the payload is the payment's id. */
    public static final String CHANNEL = "payment";

    static final String MAY_READ =
            "hasAnyRole('ADMIN', 'MANAGER', 'OPERATIONS', 'SUPPORT', 'FINANCE', 'VIEWER'," + " 'STOREFRONT', 'SYSTEM')";
    static final String MAY_DECIDE = "hasAnyRole('ADMIN', 'FINANCE', 'SUPPORT')";

    private static final int LONGEST_DESCRIPTION = 128;
    private static final int LONGEST_URL = 2048;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final PaymentTable table;
    private final OperationTable operations;
    private final OperationRunner runner;
    private final PaymentAsking asking;
    private final ReceiptTable receipts;
    private final Ledger ledger;
    private final PaymentEvents events;
    private final PaymentGateway gateway;
    private final PaymentsSettings settings;
    private final AuditLog audit;
    private final CurrentUser user;
    private final Clock clock;

    Payments(
            PaymentTable table,
            OperationTable operations,
            OperationRunner runner,
            PaymentAsking asking,
            ReceiptTable receipts,
            Ledger ledger,
            PaymentEvents events,
            PaymentGateway gateway,
            PaymentsSettings settings,
            AuditLog audit,
            CurrentUser user,
            Clock clock) {
        this.table = table;
        this.operations = operations;
        this.runner = runner;
        this.asking = asking;
        this.receipts = receipts;
        this.ledger = ledger;
        this.events = events;
        this.gateway = gateway;
        this.settings = settings;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Stores the intent to be paid, and nothing more: {@link #send} makes the call. An order that waits for a payment of the same sum gets that
     * one. May join a transaction of the caller.
     */
    @PreAuthorize("hasAnyRole('STOREFRONT', 'SYSTEM')")
    @Transactional
    public PaymentBegin begin(NewPayment wish) {
        Optional<PaymentBegin> refusal = refusal(wish);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        NewPayment cut = cut(wish);
        boolean atOnce = settings.capture() == PaymentsSettings.Capture.AT_ONCE;
        PaymentTable.Times times = new PaymentTable.Times(now, now.plus(settings.confirmation()));
        if (!table.insert(id, cut, gateway.name(), atOnce, times, user.actor())) {
            return waiting(wish);
        }
        Payment payment = table.find(id).orElseThrow();
        operations.insert(
                Operation.Kind.CREATE,
                id,
                null,
                null,
                payment.amount(),
                gateway.creation(payment, isWithReceipt() ? ReceiptItems.of(table.lines(id)) : List.of()));
        events.note(id, PaymentEvent.Kind.BEGUN, null);
        return new PaymentBegin.Begun(id, true);
    }

    /**
     * Sees to it that the provider has the payment, and tells how it stands. Safe to call again and at once: one call goes out at a time, under one
     * key. A payment whose answer was lost comes back UNKNOWN; calling again may settle it.
     *
     * @throws IllegalStateException in a transaction, since it calls outside
     */
    @PreAuthorize("hasAnyRole('STOREFRONT', 'SYSTEM')")
    public Payment send(UUID id) {
        Operation creation = operations.creationOf(id).orElseThrow();
        if (creation.state() == Operation.State.WAITING || creation.state() == Operation.State.UNKNOWN) {
            if (!RunAs.system(() -> runner.run(creation.id()))) {
                awaitOther(creation.id());
            }
        }
        return table.find(id).orElseThrow();
    }

    /** Asks the provider about the payment that the order waits for, if it may have been decided meanwhile. */
    @PreAuthorize("hasAnyRole('STOREFRONT', 'SYSTEM')")
    public void refreshOpen(String orderNumber) {
        table.open(orderNumber)
                .filter(payment -> payment.providerId() != null && !payment.isPayable(clock.instant()))
                .ifPresent(payment -> RunAs.system(() -> {
                    asking.ask(payment);
                }));
    }

    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public Optional<Payment> find(UUID id) {
        return table.find(id);
    }

    /** Newest first. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<Payment> ofOrder(String orderNumber) {
        return table.ofOrder(orderNumber);
    }

    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<PaymentLine> lines(UUID id) {
        return table.lines(id);
    }

    /** Every movement of its money, oldest first. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<LedgerEntry> ledger(UUID id) {
        return ledger.of(id);
    }

    /** What happened to it, its refunds and receipts, newest first. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<PaymentEvent> events(UUID id) {
        return events.of(id);
    }

    /** Whether the provider was asked something about it and nobody knows what came of it. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public boolean hasUnknown(UUID id) {
        return operations.hasUnknown(id);
    }

    /** Oldest first, of the payment and its refunds. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<Receipt> receipts(UUID id) {
        return receipts.of(id);
    }

    /** What orders were paid and refunded, by number; an order without money is missing. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public Map<String, OrderMoney> money(Collection<String> orderNumbers) {
        return table.money(orderNumbers);
    }

    /** Asks the provider now how the payment stands; not in a transaction. */
    @PreAuthorize("hasAnyRole('ADMIN', 'FINANCE', 'SUPPORT', 'OPERATIONS', 'SYSTEM')")
    public Payment reread(UUID id) {
        Payment payment = table.find(id).orElseThrow();
        RunAs.system(() -> {
            if (payment.providerId() == null) {
                operations.creationOf(id).ifPresent(creation -> runner.run(creation.id()));
            } else {
                asking.askAll(payment);
            }
        });
        return table.find(id).orElseThrow();
    }

    /**
     * Takes held money, or a part of it; the rest goes back to the customer. The call goes out after the commit.
     *
     * @throws IllegalArgumentException when nothing is held, more is wanted, it is decided already, or there is no reason
     */
    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public void capture(UUID id, Money amount, String reason) {
        Payment payment = held(id, reason);
        if (!amount.isPositive() || amount.isMoreThan(payment.held())) {
            throw new IllegalArgumentException("Between nothing and " + payment.held() + ": " + amount);
        }
        List<PaymentLine> lines = table.lines(id);
        List<ReceiptItem> items = !isWithReceipt() || lines.isEmpty()
                ? List.of()
                : amount.equals(payment.amount()) ? ReceiptItems.of(lines) : ReceiptItems.spread(amount, lines);
        operations.insert(Operation.Kind.CAPTURE, id, null, null, amount, gateway.capture(payment, amount, items));
        decided(payment, PaymentEvent.Kind.CAPTURE_ASKED, "captured", amount.plain(), reason);
    }

    /** Lets held money go back to the customer; else as {@link #capture}. */
    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public void cancel(UUID id, String reason) {
        Payment payment = held(id, reason);
        operations.insert(Operation.Kind.CANCEL, id, null, null, payment.held(), "");
        decided(payment, PaymentEvent.Kind.CANCEL_ASKED, "cancelled", null, reason);
    }

    private Payment held(UUID id, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A reason is needed");
        }
        Payment payment = table.lock(id);
        if (payment.state() != PaymentState.WAITING_FOR_CAPTURE) {
            throw new IllegalArgumentException("No money is held: " + payment.state());
        }
        if (operations.isDecisionOpen(id)) {
            throw new IllegalArgumentException("It was decided already and is under way");
        }
        return payment;
    }

    private void decided(
            Payment payment,
            PaymentEvent.Kind kind,
            String act,
            @org.jspecify.annotations.Nullable String amount,
            String reason) {
        events.note(payment.id(), kind, amount);
        audit.record(
                user.actor(),
                "payments.payment." + act,
                "payment:" + payment.id(),
                payment.state().name(),
                amount,
                reason.strip());
    }

    private Optional<PaymentBegin> refusal(NewPayment wish) {
        if (!gateway.isSet()) {
            return refused(Rule.NO_PROVIDER, gateway.name());
        }
        if (!wish.amount().isPositive()) {
            return refused(Rule.AMOUNT_NOT_POSITIVE, wish.amount().plain());
        }
        if (!isAddress(wish.returnUrl())) {
            return refused(Rule.RETURN_URL_WRONG, wish.returnUrl());
        }
        Money lines = wish.lines().stream()
                .map(NewPayment.Line::sum)
                .reduce(wish.amount().zero(), Money::plus);
        if (!wish.lines().isEmpty() && !lines.equals(wish.amount())) {
            return refused(Rule.LINES_DIFFER_FROM_AMOUNT, lines.plain());
        }
        if (isWithReceipt() && !wish.lines().isEmpty() && !wish.contact().isGiven()) {
            return refused(Rule.NO_CONTACT, "");
        }
        return table.money(wish.orderNumber())
                .map(money ->
                        new PaymentBegin.Refused(Rule.ALREADY_PAID, money.paid().plain()));
    }

    private static Optional<PaymentBegin> refused(Rule rule, String value) {
        return Optional.of(new PaymentBegin.Refused(rule, value));
    }

    private PaymentBegin waiting(NewPayment wish) {
        Payment open = table.open(wish.orderNumber()).orElseThrow();
        return open.amount().equals(wish.amount())
                ? new PaymentBegin.Begun(open.id(), false)
                : new PaymentBegin.Refused(
                        Rule.OTHER_AMOUNT_WAITS, open.amount().plain());
    }

    private static NewPayment cut(NewPayment wish) {
        String description = wish.description();
        return new NewPayment(
                wish.orderNumber(),
                wish.amount(),
                description.length() > LONGEST_DESCRIPTION
                        ? description.substring(0, LONGEST_DESCRIPTION)
                        : description,
                wish.returnUrl(),
                wish.contact(),
                wish.lines());
    }

    private static boolean isAddress(String text) {
        try {
            URI address = URI.create(text);
            return text.length() <= LONGEST_URL
                    && address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private boolean isWithReceipt() {
        return settings.receipts() == PaymentsSettings.Receipts.WITH_PAYMENT;
    }

    /** Another request of the same customer, or another node, is at it. */
    private void awaitOther(UUID operation) {
        long end = System.nanoTime() + settings.lease().toNanos();
        while (operations.isBusy(operation) && System.nanoTime() < end) {
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
