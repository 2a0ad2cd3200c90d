package ru.freesport.console.customers.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerReach.Reached;
import ru.freesport.console.customers.conflicts.ConflictDetails;
import ru.freesport.console.customers.conflicts.ConflictEvent;
import ru.freesport.console.customers.conflicts.ConflictRow;
import ru.freesport.console.customers.conflicts.ConflictState;
import ru.freesport.console.shared.ui.CopyChip;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.KeyValueList;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Timeline;
import ru.freesport.console.shared.ui.Tone;

/** Beside the values: whom it is about, what a decision touches, where the decision is by now, and what happened. */
final class ConflictFacts extends Aside {

    private static final int LONGEST_COMMENT = 1_000;

    ConflictFacts(ConflictDetails shown, ConflictActs acts, ConflictDialogs dialogs) {
        addClassName("conflict-facts");
        add(section("customers.customer", who(shown)));
        Customer customer = shown.customer();
        if (customer != null) {
            add(section("customers.reach", reach(acts.reached(customer.id()), customer)));
        }
        if (!shown.row().state().isWaiting()) {
            add(section("customers.way", way(shown.row())));
        }
        int alike = shown.row().state().isWaiting() ? acts.alike(shown.row()) : 0;
        if (alike > 0) {
            add(new Anchor(
                    ConflictAddress.LIST + "?" + ConflictAddress.PATTERN + "="
                            + URLEncoder.encode(shown.row().pattern(), StandardCharsets.UTF_8),
                    Texts.plural("customers.conflict.alike", alike)));
        }
        Section history = section("customers.history", new Timeline().show(timeline(shown.events())));
        if (acts.mayDecide()) {
            history.addComponentAtIndex(1, comment(shown.row(), acts, dialogs));
        }
        add(history);
    }

    private static Section section(String titleKey, Component content) {
        Section section = new Section(new H2(Texts.t(titleKey)), content);
        section.addClassName("facts");
        return section;
    }

    private static KeyValueList who(ConflictDetails shown) {
        KeyValueList facts = new KeyValueList();
        Customer customer = shown.customer();
        if (customer != null) {
            facts.fact(Texts.t("customers.onSite"), new Anchor(CustomersView.address(customer), customer.name()));
        }
        facts.fact(Texts.t("customers.onecName"), shown.onecName());
        facts.fact(Texts.t("customers.onecId"), new CopyChip(shown.row().onecId()));
        return facts;
    }

    private static Component reach(List<Reached> reached, Customer customer) {
        Div all = new Div();
        all.addClassName("reach");
        for (Reached one : reached) {
            String text = Texts.plural(one.textKey(), one.count());
            all.add(one.address() == null ? new Span(text) : new Anchor(one.address(), text));
        }
        if (reached.isEmpty()) {
            all.add(new Span(Texts.t("customers.reach.nothing")));
        }
        all.add(new Span(Texts.t(
                "customers.reach.level",
                Texts.word("customers.level", customer.standing().level()))));
        return all;
    }

    /** Decided, sent, confirmed. */
    private static KeyValueList way(ConflictRow row) {
        KeyValueList way = new KeyValueList();
        if (row.holdUntil() != null && row.sentAt() == null) {
            way.fact(Texts.t("customers.way.leaves"), Formats.absolute(row.holdUntil()));
        }
        if (row.sentAt() != null) {
            way.fact(Texts.word("customers.conflict.state", ConflictState.SENT), Formats.absolute(row.sentAt()));
        }
        if (row.confirmedAt() != null) {
            way.fact(
                    Texts.word("customers.conflict.state", ConflictState.CONFIRMED),
                    Formats.absolute(row.confirmedAt()));
        }
        return way;
    }

    private static Div comment(ConflictRow row, ConflictActs acts, ConflictDialogs dialogs) {
        TextArea text = new TextArea();
        text.setPlaceholder(Texts.t("customers.comment.placeholder"));
        text.setAriaLabel(Texts.t("customers.comment.placeholder"));
        text.setMaxLength(LONGEST_COMMENT);
        Button add = new Button(Texts.t("customers.comment.add"), _ -> {
            if (!text.getValue().isBlank()) {
                dialogs.tell(row.id(), acts.comment(row.id(), text.getValue()));
            }
        });
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div comment = new Div(text, add);
        comment.addClassName("comment");
        return comment;
    }

    private static List<Timeline.Entry> timeline(List<ConflictEvent> events) {
        return events.stream()
                .map(event -> new Timeline.Entry(
                        event.at(),
                        tone(event.kind()),
                        Texts.word("customers.event", event.kind()),
                        ConflictWords.actor(event.actor()),
                        event.text(),
                        null))
                .toList();
    }

    private static Tone tone(ConflictEvent.Kind kind) {
        return switch (kind) {
            case OPENED, CHANGED, CLAIMED, PROPOSED, SENT, COMMENT -> Tone.INFO;
            case RESOLVED, APPROVED, CONFIRMED, FADED -> Tone.GOOD;
            case TAKEN_OVER, RETURNED, REOPENED, ESCALATED, REFUSED -> Tone.WARN;
            case RELEASED, WITHDRAWN, UNDONE, REVERSED, DISMISSED -> Tone.QUIET;
        };
    }
}
