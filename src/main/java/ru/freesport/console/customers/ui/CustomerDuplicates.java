package ru.freesport.console.customers.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.util.List;
import java.util.stream.Collectors;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.duplicates.Duplicate;
import ru.freesport.console.customers.duplicates.Merge;
import ru.freesport.console.customers.duplicates.MergeOutcome;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/** Who may be the same customer, and who is part of this one; empty when nobody is. */
final class CustomerDuplicates extends Div {

    private final Customer customer;
    private final CustomerActs acts;
    private final Runnable changed;

    /** @param changed hears that customers became one or two */
    CustomerDuplicates(Customer customer, CustomerActs acts, Runnable changed) {
        this.customer = customer;
        this.acts = acts;
        this.changed = changed;
        addClassName("facts");
        List<Merge> merges = acts.merges(customer.id());
        if (!merges.isEmpty()) {
            add(new H2(Texts.t("customers.merge.title")));
            merges.forEach(merge -> add(card(merge)));
        }
        List<Duplicate> alike = customer.standing().mergedInto() == null ? acts.alike(customer.id()) : List.of();
        if (!alike.isEmpty()) {
            add(new H2(Texts.t("customers.alike.title")));
            alike.forEach(one -> add(card(one)));
        }
        setVisible(getComponentCount() > 0);
    }

    private Div card(Duplicate one) {
        Div card = new Div(
                link(one.customer()),
                new StatusBadge(
                        Tone.INFO,
                        Texts.t(
                                "customers.candidates.agrees",
                                one.keys().stream()
                                        .map(key -> Texts.word("customers.match", key))
                                        .collect(Collectors.joining(", ")))));
        card.addClassName("duplicate");
        if (acts.mayDecide()) {
            Div buttons = new Div(
                    small("customers.merge.verb", () -> merge(one.customer())),
                    small("customers.notSame.verb", () -> notSame(one.customer())));
            buttons.addClassName("duplicate-acts");
            card.add(buttons);
        }
        return card;
    }

    private Div card(Merge merge) {
        boolean isKept = merge.kept().id().equals(customer.id());
        Span said = new Span(Texts.t("customers.merge.said", merge.by(), Formats.absolute(merge.at()), merge.reason()));
        said.addClassName("quiet");
        Div card = new Div(
                new Span(Texts.t(isKept ? "customers.merge.partOfThis" : "customers.merge.partOf")),
                link(isKept ? merge.merged() : merge.kept()),
                said);
        card.addClassName("duplicate");
        if (acts.mayDecide()) {
            card.add(small("customers.unmerge.verb", () -> unmerge(merge)));
        }
        return card;
    }

    private static Anchor link(Customer other) {
        return new Anchor(CustomersView.LIST + "/" + other.id(), named(other));
    }

    private static String named(Customer customer) {
        return Texts.t("customers.alike.named", Long.toString(customer.code()), customer.name());
    }

    private static Button small(String key, Runnable act) {
        Button button = new Button(Texts.t(key), _ -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    /** Whom 1C knows stays; else whoever was first. */
    private void merge(Customer other) {
        boolean isOtherKept = other.onecId() != null && customer.onecId() == null
                || (other.onecId() == null) == (customer.onecId() == null) && other.code() < customer.code();
        Customer kept = isOtherKept ? other : customer;
        Customer merged = isOtherKept ? customer : other;
        new ConfirmWithReason(
                        Texts.t("customers.merge.ask"),
                        Texts.t("customers.merge.verb"),
                        reason -> told(acts.merge(kept.id(), merged.id(), reason)))
                .subject(Texts.t("customers.merge.subject", named(merged), named(kept)))
                .effect(Texts.t("customers.merge.effect", Long.toString(kept.code()), Long.toString(merged.code())))
                .open();
    }

    private void unmerge(Merge merge) {
        new ConfirmWithReason(
                        Texts.t("customers.unmerge.ask"),
                        Texts.t("customers.unmerge.verb"),
                        reason -> told(acts.unmerge(merge.id(), reason)))
                .subject(Texts.t("customers.merge.subject", named(merge.merged()), named(merge.kept())))
                .effect(Texts.t("customers.unmerge.effect"))
                .open();
    }

    private void notSame(Customer other) {
        new ConfirmWithReason(
                        Texts.t("customers.notSame.ask"),
                        Texts.t("customers.notSame.verb"),
                        reason -> told(acts.notSame(customer.id(), other.id(), reason)))
                .subject(named(other))
                .effect(Texts.t("customers.notSame.effect"))
                .reasonOptional()
                .open();
    }

    private void told(MergeOutcome outcome) {
        boolean isDone = outcome == MergeOutcome.DONE;
        Notification.show(Texts.word("customers.merge.outcome", outcome))
                .addThemeVariants(isDone ? NotificationVariant.LUMO_SUCCESS : NotificationVariant.LUMO_ERROR);
        changed.run();
    }
}
