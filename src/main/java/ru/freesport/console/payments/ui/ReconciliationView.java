package ru.freesport.console.payments.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.payments.DayMoney;
import ru.freesport.console.payments.Difference;
import ru.freesport.console.payments.Reconciliation;
import ru.freesport.console.payments.ReconciliationReport;
import ru.freesport.console.shared.Money;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.FactsTable;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;
import ru.freesport.console.shared.ui.ViewState;

/** A day's money as the provider and our ledger have it: sums by way of paying, and what does not agree. */
@Route("reconciliation")
@RolesAllowed({"ADMIN", "FINANCE", "OPERATIONS", "VIEWER"})
final class ReconciliationView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private static final String DAY = "day";
    private static final String CLOSED = "closed";
    private static final int SHOWN = 200;

    private final Reconciliation reconciliation;
    private final CurrentUser user;
    private final DatePicker day = new DatePicker();
    private final Div money = new Div();
    private final Div differences = new Div();
    private boolean showsClosed;

    ReconciliationView(Reconciliation reconciliation, CurrentUser user) {
        this.reconciliation = reconciliation;
        this.user = user;
        day.setLabel(Texts.t("payments.reconciliation.day"));
        day.setLocale(Texts.locale());
        day.setMax(reconciliation.today());
        day.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                getUI().ifPresent(ui -> ui.navigate(
                        "reconciliation",
                        ViewState.EMPTY.with(DAY, change.getValue().toString()).toParameters()));
            }
        });
        PageHeader header = new PageHeader(getPageTitle()).subtitle(Texts.t("payments.reconciliation.subtitle"));
        if (user.hasAny(Role.ADMIN, Role.FINANCE, Role.OPERATIONS)) {
            Button compare = new Button(Texts.t("payments.reconciliation.compare"), _ -> compare());
            compare.setDisableOnClick(true);
            compare.addClickListener(_ -> compare.setEnabled(true));
            header.primary(compare);
        }
        addClassNames("page", "conflict", "reconciliation");
        add(header, day, money, differences);
    }

    @Override
    public String getPageTitle() {
        return Texts.t("payments.reconciliation.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        ViewState state = ViewState.of(event.getLocation().getQueryParameters());
        showsClosed = state.quick(CLOSED);
        day.setValue(state.one(DAY).flatMap(ReconciliationView::parsed).orElseGet(reconciliation::today));
        show();
    }

    private static Optional<LocalDate> parsed(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private void compare() {
        told(reconciliation.compare(day.getValue()));
    }

    private void told(Optional<ReconciliationReport> report) {
        report.ifPresentOrElse(
                done -> PaymentActs.say(
                        Texts.t(
                                "payments.reconciliation.done",
                                done.payments(),
                                done.refunds(),
                                done.open(),
                                done.healed()),
                        true),
                () -> PaymentActs.say(Texts.t("payments.reconciliation.failed"), false));
        show();
    }

    private void show() {
        money.removeAll();
        money.add(section("payments.reconciliation.money", money()));
        differences.removeAll();
        differences.add(section("payments.reconciliation.differences", differences()));
    }

    private Component money() {
        List<DayMoney> rows = reconciliation.money(day.getValue());
        if (rows.isEmpty()) {
            return new Span(Texts.t("payments.reconciliation.noMoney"));
        }
        FactsTable table = new FactsTable(
                List.of(
                        Texts.t("payments.method"),
                        Texts.t("payments.state"),
                        Texts.t("payments.reconciliation.count"),
                        Texts.t("payments.amount"),
                        Texts.t("payments.captured"),
                        Texts.t("payments.refunded"),
                        Texts.t("payments.income")),
                Set.of(2, 3, 4, 5, 6));
        for (DayMoney row : rows) {
            table.row(
                    row.method() == null ? "—" : PaymentWords.method(row.method()),
                    Texts.word("payments.state", row.state()),
                    Formats.number(row.payments()),
                    PaymentWords.sum(row.amount()),
                    PaymentWords.sum(row.captured()),
                    PaymentWords.sum(row.refunded()),
                    row.income() == null ? "—" : PaymentWords.sum(row.income()));
        }
        Money none = rows.getFirst().amount().zero();
        boolean isOneCurrency =
                rows.stream().allMatch(row -> row.amount().currency().equals(none.currency()));
        if (isOneCurrency) {
            table.row(
                    Texts.t("payments.reconciliation.total"),
                    "",
                    Formats.number(rows.stream().mapToInt(DayMoney::payments).sum()),
                    PaymentWords.sum(rows.stream().map(DayMoney::amount).reduce(none, Money::plus)),
                    PaymentWords.sum(rows.stream().map(DayMoney::captured).reduce(none, Money::plus)),
                    PaymentWords.sum(rows.stream().map(DayMoney::refunded).reduce(none, Money::plus)),
                    PaymentWords.sum(rows.stream()
                            .map(row -> row.income() == null ? none : row.income())
                            .reduce(none, Money::plus)));
        }
        Div all = new Div(
                table,
                new Anchor(PaymentsView.LIST + "?day=" + day.getValue(), Texts.t("payments.reconciliation.payments")));
        all.addClassName("refund-lines");
        return all;
    }

    private Component differences() {
        Collection<Difference.State> states =
                showsClosed ? EnumSet.allOf(Difference.State.class) : EnumSet.of(Difference.State.OPEN);
        List<Difference> found = reconciliation.page(states, null, SHOWN);
        Div all = new Div();
        all.addClassName("refund-lines");
        Button closed = new Button(
                Texts.t("payments.reconciliation.closed"),
                _ -> getUI().ifPresent(ui -> ui.navigate(
                        "reconciliation",
                        ViewState.EMPTY
                                .with(DAY, day.getValue().toString())
                                .withQuick(showsClosed ? List.of() : List.of(CLOSED))
                                .toParameters())));
        closed.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        closed.setClassName("chip", true);
        closed.setClassName("chip-on", showsClosed);
        closed.getElement().setAttribute("aria-pressed", Boolean.toString(showsClosed));
        all.add(closed);
        if (found.isEmpty()) {
            all.add(new EmptyState(
                    VaadinIcon.CHECK_CIRCLE_O,
                    Texts.t("payments.reconciliation.none"),
                    Texts.t("payments.reconciliation.noneHint")));
            return all;
        }
        FactsTable table = new FactsTable(
                List.of(
                        Texts.t("payments.reconciliation.day"),
                        Texts.t("payments.reconciliation.what"),
                        Texts.t("payments.providerId"),
                        Texts.t("payments.reconciliation.here"),
                        Texts.t("payments.reconciliation.there"),
                        Texts.t("payments.state"),
                        ""),
                Set.of());
        found.forEach(one -> table.row(
                new Span(Formats.date(one.day())),
                new Span(Texts.word("payments.difference", one.subject()) + ": "
                        + Texts.word("payments.difference.kind", one.kind())),
                one.paymentId() == null
                        ? new Span(one.providerId())
                        : new Anchor(PaymentsView.LIST + "/" + one.paymentId(), one.providerId()),
                new Span(one.here() == null ? "—" : one.here()),
                new Span(one.there() == null ? "—" : one.there()),
                state(one),
                acts(one)));
        all.add(table);
        return all;
    }

    private static Component state(Difference one) {
        if (one.state() == Difference.State.ACCEPTED) {
            return new Span(Texts.t("payments.reconciliation.accepted", one.decidedBy(), one.remark()));
        }
        return StatusBadge.of(
                "payments.difference.state", one.state(), one.state() == Difference.State.OPEN ? Tone.WARN : Tone.GOOD);
    }

    private Component acts(Difference one) {
        Div acts = new Div();
        acts.addClassName("proposal-acts");
        if (one.state() != Difference.State.OPEN) {
            return acts;
        }
        if (user.hasAny(Role.ADMIN, Role.FINANCE, Role.OPERATIONS)) {
            Button reread =
                    new Button(Texts.t("payments.reconciliation.reread"), _ -> told(reconciliation.reread(one.id())));
            reread.addThemeVariants(ButtonVariant.LUMO_SMALL);
            reread.setDisableOnClick(true);
            acts.add(reread);
        }
        if (user.hasAny(Role.ADMIN, Role.FINANCE)) {
            Button accept = new Button(Texts.t("payments.reconciliation.accept"), _ -> accept(one));
            accept.addThemeVariants(ButtonVariant.LUMO_SMALL);
            acts.add(accept);
        }
        return acts;
    }

    private void accept(Difference one) {
        new ConfirmWithReason(
                        Texts.t("payments.reconciliation.accept.title"),
                        Texts.t("payments.reconciliation.accept"),
                        remark -> {
                            reconciliation.accept(one.id(), remark);
                            show();
                        })
                .subject(Texts.word("payments.difference", one.subject()) + " " + one.providerId())
                .effect(Texts.t("payments.reconciliation.accept.effect"))
                .open();
    }

    private static Section section(String titleKey, Component content) {
        Section section = new Section(new H2(Texts.t(titleKey)), content);
        section.addClassName("facts");
        return section;
    }
}
