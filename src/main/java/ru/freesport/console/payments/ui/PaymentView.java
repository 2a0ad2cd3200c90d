package ru.freesport.console.payments.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.payments.LedgerEntry;
import ru.freesport.console.payments.Payment;
import ru.freesport.console.payments.PaymentEvent;
import ru.freesport.console.payments.PaymentState;
import ru.freesport.console.payments.Payments;
import ru.freesport.console.payments.Receipt;
import ru.freesport.console.payments.Refund;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.CopyChip;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.FactsTable;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.KeyValueList;
import ru.freesport.console.shared.ui.LiveUpdates;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Timeline;
import ru.freesport.console.shared.ui.Tone;

/** One payment: where its money is by the ledger, its refunds and receipts, and everything that happened. */
@Route("payments/:id")
@RolesAllowed({"ADMIN", "MANAGER", "OPERATIONS", "SUPPORT", "FINANCE", "VIEWER"})
final class PaymentView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    /** The shop's cabinet at the provider; YooKassa's own address of a payment. */
    private static final String CABINET = "https://yookassa.ru/my/payments?search=";

    private static final Pattern SUM = Pattern.compile("\\d{1,15}\\.\\d{2}");

    private final PaymentActs acts;
    private final LiveUpdates live;
    private @Nullable Payment payment;

    PaymentView(PaymentActs acts, LiveUpdates live) {
        this.acts = acts;
        this.live = live;
        addClassNames("page", "conflict");
        live.follow(this, Payments.CHANNEL, ids -> {
            if (payment != null && (ids.isEmpty() || ids.contains(payment.id().toString()))) {
                payment = acts.find(payment.id()).orElse(null);
                show();
            }
        });
    }

    @Override
    public String getPageTitle() {
        return payment == null
                ? Texts.t("payments.list.title")
                : Texts.t("payments.title", PaymentWords.sum(payment.amount()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            payment = acts.find(
                            UUID.fromString(event.getRouteParameters().get("id").orElse("")))
                    .orElse(null);
        } catch (IllegalArgumentException noId) {
            payment = null;
        }
        show();
    }

    private void show() {
        removeAll();
        Payment shown = payment;
        if (shown == null) {
            add(new EmptyState(VaadinIcon.WALLET, Texts.t("payments.none"), Texts.t("payments.noneHint"))
                    .action(new Anchor(PaymentsView.LIST, Texts.t("payments.list.title"))));
            return;
        }
        Div main = new Div();
        main.addClassName("conflict-fields");
        if (shown.state() == PaymentState.UNKNOWN) {
            main.add(new StatusBadge(Tone.BAD, Texts.t("payments.unknown.doNotPress")));
        }
        List<Refund> refunds = acts.refunds(shown.id());
        if (!refunds.isEmpty()) {
            main.add(section("payments.refunds.title", refunds(refunds)));
        }
        List<Receipt> receipts = acts.receipts(shown.id());
        if (!receipts.isEmpty()) {
            main.add(section("payments.receipts", receipts(receipts)));
        }
        main.add(section("payments.ledger", ledger(shown)));
        main.add(section("payments.history", history(shown)));
        Div whole = new Div(main, facts(shown));
        whole.addClassName("conflict-main");
        add(header(shown), whole);
    }

    private PageHeader header(Payment shown) {
        PageHeader header = new PageHeader(getPageTitle())
                .subtitle(Texts.t("payments.ofOrder", shown.orderNumber()))
                .status(PaymentWords.state(shown));
        if (acts.mayRefund(shown)) {
            Button refund =
                    new Button(Texts.t("payments.refund.open"), _ -> new RefundDialog(shown, acts, live).open());
            refund.addThemeVariants(ButtonVariant.LUMO_ERROR);
            header.action(refund);
        }
        if (acts.mayHandleHold(shown)) {
            header.primary(
                    new Button(Texts.t("payments.capture.verb", PaymentWords.sum(shown.held())), _ -> capture(shown)));
            header.more(Texts.t("payments.cancel.verb"), () -> cancel(shown));
        }
        if (acts.mayReread()) {
            header.more(Texts.t("payments.reread"), () -> {
                payment = acts.reread(shown.id());
                show();
                PaymentActs.say(Texts.t("payments.reread.done"), true);
            });
        }
        return header;
    }

    private void capture(Payment shown) {
        new ConfirmWithReason(
                        Texts.t("payments.capture.title"),
                        Texts.t("payments.capture.verb", PaymentWords.sum(shown.held())),
                        reason -> handled(() -> acts.capture(shown, reason)))
                .subject(Texts.t("payments.ofOrder", shown.orderNumber()))
                .effect(Texts.t("payments.capture.effect"))
                .open();
    }

    private void cancel(Payment shown) {
        new ConfirmWithReason(
                        Texts.t("payments.cancel.title"),
                        Texts.t("payments.cancel.verb"),
                        reason -> handled(() -> acts.cancel(shown, reason)))
                .subject(Texts.t("payments.ofOrder", shown.orderNumber()))
                .effect(Texts.t("payments.cancel.effect"))
                .danger()
                .open();
    }

    private static void handled(Runnable act) {
        try {
            act.run();
            PaymentActs.say(Texts.t("payments.asked"), true);
        } catch (IllegalArgumentException late) {
            PaymentActs.say(Texts.t("payments.tooLate"), false);
        }
    }

    private FactsTable refunds(List<Refund> refunds) {
        FactsTable table = new FactsTable(
                List.of(
                        Texts.t("payments.when"),
                        Texts.t("payments.amount"),
                        Texts.t("payments.refund.reason"),
                        Texts.t("payments.state"),
                        Texts.t("payments.who")),
                Set.of(1));
        for (Refund refund : refunds) {
            table.row(
                    new Span(Formats.absolute(refund.requestedAt())),
                    new Span(PaymentWords.sum(refund.amount())),
                    new Span(Texts.word("payments.refund.reason", refund.reason())
                            + (refund.note() == null ? "" : ": " + refund.note())),
                    PaymentWords.state(refund),
                    new Span(PaymentWords.actor(refund.requestedBy())
                            + (refund.decidedBy() == null ? "" : " → " + refund.decidedBy())));
        }
        return table;
    }

    private FactsTable receipts(List<Receipt> receipts) {
        FactsTable table = new FactsTable(
                List.of(
                        Texts.t("payments.when"),
                        Texts.t("payments.receipt"),
                        Texts.t("payments.amount"),
                        Texts.t("payments.state"),
                        ""),
                Set.of(2));
        for (Receipt receipt : receipts) {
            boolean isReplaced = receipts.stream().anyMatch(one -> receipt.id().equals(one.replacesId()));
            Component retry = receipt.state().isFailed() && !isReplaced && acts.mayReread()
                    ? new Button(Texts.t("payments.receipt.retry"), _ -> retry(receipt))
                    : new Span(receipt.problem() == null ? "" : receipt.problem());
            table.row(
                    new Span(Formats.absolute(receipt.requestedAt())),
                    new Span(Texts.t(
                            receipt.refundId() == null ? "payments.receipt.income" : "payments.receipt.return")),
                    new Span(PaymentWords.sum(receipt.amount())),
                    PaymentWords.state(receipt),
                    retry);
        }
        return table;
    }

    private void retry(Receipt receipt) {
        new ConfirmWithReason(
                        Texts.t("payments.receipt.retry"),
                        Texts.t("payments.receipt.retry"),
                        reason -> handled(() -> acts.retry(receipt, reason)))
                .subject(PaymentWords.sum(receipt.amount()))
                .open();
    }

    /** With what the shop has of it after each movement. */
    private FactsTable ledger(Payment shown) {
        FactsTable table = new FactsTable(
                List.of(
                        Texts.t("payments.when"),
                        Texts.t("payments.movement"),
                        Texts.t("payments.amount"),
                        Texts.t("payments.balance")),
                Set.of(2, 3));
        BigDecimal balance = BigDecimal.ZERO;
        for (LedgerEntry entry : acts.ledger(shown.id())) {
            if (entry.credit() == LedgerEntry.Account.SHOP) {
                balance = balance.add(entry.amount().amount());
            } else if (entry.debit() == LedgerEntry.Account.SHOP) {
                balance = balance.subtract(entry.amount().amount());
            }
            table.row(
                    Formats.absolute(entry.at()),
                    Texts.word("payments.movement", entry.movement()),
                    PaymentWords.sum(entry.amount()),
                    Formats.money(balance, entry.amount().currency()));
        }
        return table;
    }

    private Timeline history(Payment shown) {
        return new Timeline()
                .show(acts.events(shown.id()).stream()
                        .map(event -> new Timeline.Entry(
                                event.at(),
                                tone(event.kind()),
                                Texts.word("payments.history", event.kind()),
                                PaymentWords.actor(event.actor()),
                                detail(event),
                                null))
                        .toList());
    }

    private @Nullable String detail(PaymentEvent event) {
        String detail = event.detail();
        if (detail == null) {
            return null;
        }
        if (payment != null && SUM.matcher(detail).matches()) {
            return Formats.money(new BigDecimal(detail), payment.amount().currency());
        }
        return switch (event.kind()) {
            case STATE -> word("payments.state.", detail);
            case REFUND_STATE -> word("payments.refund.state.", detail);
            case RECEIPT_STATE -> word("payments.receipt.state.", detail);
            default -> detail;
        };
    }

    private static String word(String prefix, String name) {
        return name.matches("[A-Z_]+") ? Texts.t(prefix + name) : name;
    }

    private static Tone tone(PaymentEvent.Kind kind) {
        return switch (kind) {
            case ANSWER_LOST, DIFFERS, STATUS_UNKNOWN, REFUSED, REFUND_DENIED -> Tone.WARN;
            default -> Tone.INFO;
        };
    }

    private Aside facts(Payment shown) {
        KeyValueList facts = new KeyValueList()
                .fact(Texts.t("payments.order"), new Anchor("orders/" + shown.orderNumber(), shown.orderNumber()))
                .fact(Texts.t("payments.method"), PaymentWords.method(shown.method()))
                .fact(Texts.t("payments.captured"), PaymentWords.sum(shown.captured()))
                .fact(Texts.t("payments.refunded"), PaymentWords.sum(shown.refunded()));
        if (shown.refunding().isPositive()) {
            facts.fact(Texts.t("payments.onItsWay"), PaymentWords.sum(shown.refunding()));
        }
        if (shown.held().isPositive()) {
            facts.fact(Texts.t("payments.held"), PaymentWords.sum(shown.held()));
        }
        facts.fact(Texts.t("payments.left"), PaymentWords.sum(shown.refundable()));
        if (shown.income() != null) {
            facts.fact(Texts.t("payments.income"), PaymentWords.sum(shown.income()));
        }
        facts.fact(Texts.t("payments.created"), Formats.absolute(shown.createdAt()));
        if (shown.paidAt() != null) {
            facts.fact(Texts.t("payments.paidAt"), Formats.absolute(shown.paidAt()));
        }
        if (shown.holdUntil() != null && shown.state() == PaymentState.WAITING_FOR_CAPTURE) {
            facts.fact(Texts.t("payments.holdUntil"), Formats.absolute(shown.holdUntil()));
        }
        if (shown.cancelled() != null) {
            facts.fact(Texts.t("payments.cancelled"), shown.cancelled().why());
        }
        if (shown.method() != null && shown.method().rrn() != null) {
            facts.fact(Texts.t("payments.rrn"), new CopyChip(shown.method().rrn()));
        }
        Aside aside = new Aside(section("payments.facts", facts));
        if (shown.providerId() != null) {
            facts.fact(Texts.t("payments.providerId"), new CopyChip(shown.providerId()));
            Anchor cabinet = new Anchor(CABINET + shown.providerId(), Texts.t("payments.cabinet"));
            cabinet.setTarget(AnchorTarget.BLANK);
            aside.add(cabinet, new Anchor("messages?q=" + shown.providerId(), Texts.t("payments.messages")));
        }
        aside.addClassName("conflict-facts");
        return aside;
    }

    private static Section section(String titleKey, Component content) {
        Section section = new Section(new H2(Texts.t(titleKey)), content);
        section.addClassName("facts");
        return section;
    }
}
