package ru.freesport.console.partners.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.partners.CircuitCard;
import ru.freesport.console.partners.CircuitState;
import ru.freesport.console.partners.CircuitTransition;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.LiveUpdates;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Timeline;

/** Every circuit with its effect in words, and the history of the one in the address. */
@Route("circuits/:name?([a-z0-9.-]{1,60})")
@RolesAllowed({"ADMIN", "OPERATIONS", "MANAGER", "SUPPORT", "FINANCE", "VIEWER"})
final class CircuitsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final int HISTORY = 50;
    private static final Map<String, Duration> LENGTHS = lengths();

    private final Circuits circuits;
    private final Clock clock;
    private final boolean mayAct;
    private final Div cards = new Div();
    private final Section history = new Section();
    private final List<String> order = new ArrayList<>();
    private @Nullable String opened;

    CircuitsView(Circuits circuits, CurrentUser person, LiveUpdates live, Clock clock) {
        this.circuits = circuits;
        this.clock = clock;
        this.mayAct = person.hasAny(Role.ADMIN, Role.OPERATIONS);
        addClassNames("page", "circuits-page");
        cards.addClassName("circuit-cards");
        history.addClassName("run-section");
        live.follow(this, "circuit", _ -> refresh());
        add(new PageHeader(getPageTitle()).subtitle(Texts.t("partners.circuits.subtitle")), cards, history);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        opened = event.getRouteParameters().get("name").orElse(null);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return Texts.t("partners.circuits.title");
    }

    private void refresh() {
        Instant now = clock.instant();
        List<CircuitCard> all = inOrder(circuits.cards());
        cards.removeAll();
        all.forEach(card -> cards.add(new CircuitPanel(card, now, mayAct, act -> ask(card, act))));
        history.removeAll();
        Optional<CircuitCard> chosen = all.stream()
                .filter(card -> card.circuit().name().equals(opened))
                .findFirst();
        history.setVisible(chosen.isPresent());
        chosen.ifPresent(this::history);
    }

    /** What needs people first, as it was when the page was opened: a card must not jump away from under the pointer. */
    private List<CircuitCard> inOrder(List<CircuitCard> all) {
        if (order.isEmpty()) {
            all.stream()
                    .sorted(Comparator.comparing(CircuitsView::isQuiet))
                    .map(card -> card.circuit().name())
                    .forEach(order::add);
        }
        return all.stream()
                .sorted(Comparator.comparing(
                        card -> order.indexOf(card.circuit().name())))
                .toList();
    }

    private static boolean isQuiet(CircuitCard card) {
        return card.circuit().state() == CircuitState.CLOSED
                && card.lastFailure().isEmpty();
    }

    private void history(CircuitCard card) {
        Paragraph rule = new Paragraph(Texts.t(
                "partners.circuit.rule",
                card.threshold(),
                Formats.duration(card.open()),
                Formats.duration(card.requestTimeout())));
        rule.addClassName("quiet");
        history.add(new H2(Texts.t("partners.circuit.history", Texts.t(card.titleKey()))), rule);
        List<CircuitTransition> changes = circuits.history(card.circuit().name(), HISTORY);
        if (changes.isEmpty()) {
            history.add(new EmptyState(
                    VaadinIcon.PLUG,
                    Texts.t("partners.circuit.history.empty"),
                    Texts.t("partners.circuit.history.emptyNext")));
        } else {
            history.add(new Timeline()
                    .show(changes.stream().map(CircuitsView::entry).toList()));
        }
    }

    private static Timeline.Entry entry(CircuitTransition change) {
        return new Timeline.Entry(
                change.at(),
                CircuitWords.tone(change.became()),
                Texts.t(
                        "partners.circuit.changed",
                        Texts.word("partners.circuit.cause", change.cause()),
                        CircuitWords.word(change.was()),
                        CircuitWords.word(change.became())),
                change.actor().kind() == Actor.Kind.SYSTEM
                        ? null
                        : change.actor().name(),
                change.reason() != null
                        ? change.reason()
                        : change.error() == null ? null : Texts.word("partners.error", change.error()),
                null);
    }

    private void ask(CircuitCard card, CircuitAct act) {
        String key = "partners.circuit.act." + act.name().toLowerCase(Locale.ROOT);
        Select<String> length = new Select<>();
        length.setLabel(Texts.t("partners.circuit.length"));
        length.setItems(LENGTHS.keySet());
        length.setValue("30m");
        length.setItemLabelGenerator(one -> Texts.t("partners.circuit.length." + one));
        length.setWidthFull();
        ConfirmWithReason dialog = new ConfirmWithReason(
                        Texts.t(key), Texts.t(key), reason -> act(card, act, reason, LENGTHS.get(length.getValue())))
                .subject(Texts.t(card.titleKey()))
                .effect(Texts.t(key + ".effect", Texts.t(card.effectKey())));
        if (act == CircuitAct.OPEN || act == CircuitAct.CLOSE) {
            dialog.choice(length);
        }
        if (act == CircuitAct.OPEN) {
            dialog.danger();
        }
        dialog.open();
    }

    private void act(CircuitCard card, CircuitAct act, String reason, Duration length) {
        String name = card.circuit().name();
        try {
            switch (act) {
                case OPEN -> circuits.open(name, reason, length);
                case CLOSE -> circuits.close(name, reason, length);
                case RESET -> circuits.reset(name, reason);
                case PROBE -> circuits.probe(name, reason);
            }
        } catch (IllegalArgumentException refused) {
            Notification.show(Texts.t("partners.circuit.refused", String.valueOf(refused.getMessage())));
        }
        refresh();
    }

    private static Map<String, Duration> lengths() {
        Map<String, Duration> lengths = new LinkedHashMap<>();
        lengths.put("15m", Duration.ofMinutes(15));
        lengths.put("30m", Duration.ofMinutes(30));
        lengths.put("1h", Duration.ofHours(1));
        lengths.put("4h", Duration.ofHours(4));
        lengths.put("24h", Duration.ofHours(24));
        return lengths;
    }
}
