package ru.freesport.console.customers.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.Consent;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerChange;
import ru.freesport.console.customers.CustomerContact;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerReach.Reached;
import ru.freesport.console.customers.Verification;
import ru.freesport.console.customers.Verifications;
import ru.freesport.console.customers.conflicts.Conflicts;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.CopyChip;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.FactsTable;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.KeyValueList;
import ru.freesport.console.shared.ui.LiveUpdates;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Timeline;
import ru.freesport.console.shared.ui.Tone;

/** One customer: every value with where it came from, how they stand with the shop and 1C, what they agreed to, what happened. */
@Route("customers/:id")
@RolesAllowed({"ADMIN", "MANAGER", "OPERATIONS", "SUPPORT", "FINANCE", "VIEWER"})
final class CustomerView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final int SHOWN_CHANGES = 100;
    private static final List<Integer> LEVELS = List.of(1, 2, 3);

    private final CustomerActs acts;
    private @Nullable Customer customer;
    private boolean isRevealed;

    CustomerView(CustomerActs acts, LiveUpdates live) {
        this.acts = acts;
        addClassNames("page", "conflict");
        live.follow(this, Conflicts.CHANNEL, _ -> {
            if (customer != null) {
                load(customer.id());
                show();
            }
        });
    }

    @Override
    public String getPageTitle() {
        return customer == null
                ? Texts.t("customers.list.title")
                : Texts.t("customers.title", Long.toString(customer.code()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        isRevealed = false;
        try {
            load(UUID.fromString(event.getRouteParameters().get("id").orElse("")));
        } catch (IllegalArgumentException noId) {
            customer = null;
        }
        show();
    }

    private void load(UUID id) {
        customer = (isRevealed ? acts.again(id) : acts.glance(id)).orElse(null);
    }

    private void show() {
        removeAll();
        Customer shown = customer;
        if (shown == null) {
            add(new EmptyState(VaadinIcon.USERS, Texts.t("customers.unknown"), Texts.t("customers.unknownHint"))
                    .action(new Anchor(CustomersView.LIST, Texts.t("customers.list.title"))));
            return;
        }
        Div main = new Div(section("customers.values", values(shown)), section("customers.history", history(shown)));
        main.addClassName("conflict-fields");
        Div whole = new Div(main, aside(shown));
        whole.addClassName("conflict-main");
        add(header(shown), whole);
    }

    private PageHeader header(Customer shown) {
        PageHeader header = new PageHeader(getPageTitle())
                .subtitle(shown.name())
                .status(CustomerWords.verification(shown), CustomerWords.sync(shown));
        if (!isRevealed && acts.mayReveal()) {
            Button reveal = new Button(Texts.t("customers.reveal"), VaadinIcon.EYE.create(), _ -> {
                isRevealed = true;
                customer = acts.reveal(shown.id()).orElse(null);
                show();
            });
            reveal.setTooltipText(Texts.t("customers.reveal.help"));
            header.action(reveal);
        }
        if (acts.mayDecide() && shown.standing().verification().state() == Verification.State.PENDING) {
            header.primary(new Button(Texts.t("customers.verify.verb"), _ -> approve(shown)));
            header.more(Texts.t("customers.refuse.title"), () -> refuse(shown));
        }
        return header;
    }

    private void approve(Customer shown) {
        Select<Integer> level = new Select<>();
        level.setLabel(Texts.t("customers.level"));
        level.setItems(LEVELS);
        level.setItemLabelGenerator(number -> Texts.t("customers.level.WHOLESALE" + number));
        level.setValue(LEVELS.getFirst());
        new ConfirmWithReason(
                        Texts.t("customers.verify.title"),
                        Texts.t("customers.verify.verb"),
                        reason -> told(acts.approve(shown, level.getValue(), reason)))
                .subject(shown.name())
                .effect(Texts.t("customers.verify.effect"))
                .choice(level)
                .reasonOptional()
                .open();
    }

    private void refuse(Customer shown) {
        new ConfirmWithReason(
                        Texts.t("customers.refuse.title"),
                        Texts.t("customers.refuse.verb"),
                        reason -> told(acts.refuse(shown, reason)))
                .subject(shown.name())
                .effect(Texts.t("customers.refuse.effect"))
                .danger()
                .open();
    }

    private void told(Verifications.Decided decided) {
        boolean isDone = decided == Verifications.Decided.DONE;
        Notification.show(Texts.word("customers.verify.outcome", decided))
                .addThemeVariants(isDone ? NotificationVariant.LUMO_SUCCESS : NotificationVariant.LUMO_ERROR);
        if (customer != null) {
            load(customer.id());
            show();
        }
    }

    private FactsTable values(Customer shown) {
        Map<CustomerField, CustomerChange> latest = acts.latest(shown.id());
        FactsTable table = new FactsTable(
                List.of(
                        Texts.t("customers.conflict.field"),
                        Texts.t("customers.value"),
                        Texts.t("customers.from"),
                        Texts.t("customers.when")),
                Set.of());
        for (CustomerField field : CustomerField.values()) {
            String value = shown.value(field);
            if (value != null) {
                CustomerChange change = latest.get(field);
                table.row(
                        Texts.word("customers.field", field),
                        value,
                        change == null
                                ? Texts.word(
                                        "customers.origin", shown.standing().origin())
                                : Texts.word("customers.source", change.source()) + " · "
                                        + ConflictWords.actor(change.actor()),
                        Formats.absolute(change == null ? shown.createdAt() : change.at()));
            }
        }
        for (CustomerContact contact : acts.contacts(shown.id(), isRevealed)) {
            table.row(
                    Texts.t("customers.contact.further", Texts.word("customers.field", contact.field())),
                    contact.raw() == null ? contact.value() : contact.raw(),
                    Texts.word("customers.source", contact.source()),
                    Formats.absolute(contact.addedAt()));
        }
        return table;
    }

    private Component history(Customer shown) {
        List<CustomerChange> changes = acts.changes(shown.id(), SHOWN_CHANGES, isRevealed);
        if (changes.isEmpty()) {
            return new Span(Texts.t("customers.history.none"));
        }
        return new Timeline()
                .show(changes.stream()
                        .map(change -> new Timeline.Entry(
                                change.at(),
                                Tone.INFO,
                                Texts.t(
                                        "customers.change",
                                        Texts.word("customers.field", change.field()),
                                        ConflictWords.shown(change.was()),
                                        ConflictWords.shown(change.became())),
                                ConflictWords.actor(change.actor()),
                                Texts.word("customers.source", change.source()),
                                address(change.reference())))
                        .toList());
    }

    private static @Nullable String address(@Nullable String reference) {
        if (reference == null) {
            return null;
        }
        if (reference.startsWith("conflict:")) {
            return ConflictAddress.LIST + "/" + reference.substring("conflict:".length());
        }
        return reference.startsWith("run:") ? "sync/runs/" + reference.substring("run:".length()) : null;
    }

    private Aside aside(Customer shown) {
        KeyValueList standing = new KeyValueList()
                .fact(Texts.t("customers.type"), Texts.word("customers.type", shown.type()))
                .fact(
                        Texts.t("customers.role"),
                        Texts.word("customers.role", shown.standing().role()))
                .fact(
                        Texts.t("customers.level"),
                        Texts.word("customers.level", shown.standing().level()))
                .fact(
                        Texts.t("customers.origin"),
                        Texts.word("customers.origin", shown.standing().origin()))
                .fact(
                        Texts.t("customers.onecId"),
                        shown.onecId() == null ? new Span("—") : new CopyChip(shown.onecId()))
                .fact(
                        Texts.t("customers.syncedAt"),
                        shown.standing().syncedAt() == null
                                ? null
                                : Formats.absolute(shown.standing().syncedAt()));
        Verification verification = shown.standing().verification();
        if (verification.by() != null) {
            standing.fact(Texts.t("customers.verifiedBy"), verification.by());
        }
        if (verification.reason() != null) {
            standing.fact(Texts.t("customers.verificationReason"), verification.reason());
        }
        if (shown.standing().syncError() != null) {
            standing.fact(Texts.t("customers.syncError"), shown.standing().syncError());
        }
        Aside aside = new Aside(section("customers.standing", standing));
        aside.addClassName("conflict-facts");
        List<Reached> reached = acts.reached(shown.id());
        Div orders = new Div();
        orders.addClassName("reach");
        reached.forEach(one -> orders.add(
                one.address() == null
                        ? new Span(Texts.plural(one.textKey(), one.count()))
                        : new Anchor(one.address(), Texts.plural(one.textKey(), one.count()))));
        orders.add(new Anchor("orders?q=" + shown.id(), Texts.t("customers.allOrders")));
        acts.message(shown).ifPresent(address -> orders.add(new Anchor(address, Texts.t("customers.lastMessage"))));
        acts.openConflict(shown)
                .ifPresent(id -> orders.add(
                        new Anchor(ConflictAddress.of(id), Texts.t("customers.conflict.title", Long.toString(id)))));
        aside.add(section("customers.open", orders));
        aside.add(new CustomerDuplicates(shown, acts, () -> {
            load(shown.id());
            show();
        }));
        aside.add(section("customers.consents", consents(shown)));
        return aside;
    }

    private Component consents(Customer shown) {
        List<Consent> all = acts.consents(shown.id());
        if (all.isEmpty()) {
            return new Span(Texts.t("customers.consents.none"));
        }
        return new Timeline()
                .show(all.stream()
                        .map(one -> new Timeline.Entry(
                                one.at(),
                                one.given() ? Tone.GOOD : Tone.QUIET,
                                Texts.t(
                                        one.given() ? "customers.consent.given" : "customers.consent.withdrawn",
                                        Texts.word("customers.consent", one.kind())),
                                ConflictWords.actor(one.actor()),
                                one.text(),
                                null))
                        .toList());
    }

    private static Section section(String titleKey, Component content) {
        Section section = new Section(new H2(Texts.t(titleKey)), content);
        section.addClassName("facts");
        return section;
    }
}
