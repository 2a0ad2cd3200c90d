package ru.freesport.console.partners.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import ru.freesport.console.partners.Circuit;
import ru.freesport.console.partners.CircuitCard;
import ru.freesport.console.partners.CircuitTransition;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.KeyValueList;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;

/** One circuit as a card: its effect in words first, then its figures, then what a person may do. */
final class CircuitPanel extends Article {

    private static final Duration DAY = Duration.ofDays(1);
    private static final double WHOLE = 100;

    CircuitPanel(CircuitCard card, Instant now, boolean mayAct, Consumer<CircuitAct> act) {
        Circuit circuit = card.circuit();
        addClassNames("circuit-card", CircuitWords.tone(circuit.state()).className());
        Div head = new Div(new H2(Texts.t(card.titleKey())), CircuitWords.badge(circuit.state()));
        head.addClassName("circuit-head");
        Paragraph effect = new Paragraph(CircuitWords.effect(card));
        effect.addClassName("circuit-effect");
        add(head, effect, facts(card), trips(card, now));
        if (circuit.lastError() != null && circuit.failures() > 0) {
            add(new RunbookCard(circuit.lastError(), circuit.lastFailure()));
        }
        add(acts(card, mayAct, act));
    }

    private static Component facts(CircuitCard card) {
        Circuit circuit = card.circuit();
        KeyValueList facts = new KeyValueList()
                .fact(
                        Texts.t("partners.circuit.failures"),
                        Texts.t("partners.circuit.failuresOf", circuit.failures(), card.threshold()));
        if (circuit.openUntil() != null) {
            facts.fact(Texts.t("partners.circuit.nextProbe"), new TimeAgo(circuit.openUntil()));
        }
        if (circuit.override() != null) {
            facts.fact(
                    Texts.t("partners.circuit.override"),
                    Texts.t(
                            "partners.circuit.overrideOf",
                            circuit.override().by(),
                            Formats.absolute(circuit.override().until()),
                            circuit.override().reason()));
        }
        facts.fact(
                Texts.t("partners.circuit.answers"),
                card.median()
                        .map(usual -> Texts.t(
                                "partners.circuit.answersOf",
                                Formats.duration(usual),
                                Formats.duration(card.slow().orElse(usual))))
                        .orElseGet(() -> Texts.t("partners.circuit.noAnswers")));
        facts.fact(Texts.t("partners.circuit.calls"), Formats.number(card.calls()));
        return facts.fact(
                Texts.t("partners.circuit.trips"), Formats.number(card.trips().size()));
    }

    /** The last 24 hours as a line, a mark for each trip. */
    private static Component trips(CircuitCard card, Instant now) {
        Div line = new Div();
        line.addClassName("trip-line");
        line.getElement().setAttribute("role", "img");
        line.getElement()
                .setAttribute(
                        "aria-label",
                        Texts.t("partners.circuit.trips") + ": " + card.trips().size());
        for (CircuitTransition trip : card.trips()) {
            double ago = (double) Duration.between(trip.at(), now).toMillis() / DAY.toMillis();
            Span mark = new Span();
            mark.addClassName("trip-mark");
            mark.setTitle(Texts.t("partners.circuit.tripAt", Formats.absolute(trip.at())));
            mark.getStyle().setLeft(Math.clamp(WHOLE * (1 - ago), 0, WHOLE - 1) + "%");
            line.add(mark);
        }
        return line;
    }

    private static Component acts(CircuitCard card, boolean mayAct, Consumer<CircuitAct> act) {
        Div acts = new Div();
        acts.addClassName("circuit-acts");
        if (mayAct) {
            Circuit circuit = card.circuit();
            if (!circuit.state().isOverride()) {
                acts.add(button("open", () -> act.accept(CircuitAct.OPEN)));
                acts.add(button("close", () -> act.accept(CircuitAct.CLOSE)));
            }
            if (!circuit.state().letsCallsPass() || circuit.state().isOverride() || circuit.failures() > 0) {
                acts.add(button("reset", () -> act.accept(CircuitAct.RESET)));
            }
            if (card.hasProbe() && circuit.openUntil() != null) {
                acts.add(button("probe", () -> act.accept(CircuitAct.PROBE)));
            }
        }
        RouterLink history = new RouterLink(
                Texts.t("partners.circuit.history.show"),
                CircuitsView.class,
                new RouteParameters("name", card.circuit().name()));
        acts.add(history);
        return acts;
    }

    private static Button button(String key, Runnable act) {
        Button button = new Button(Texts.t("partners.circuit.act." + key), _ -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }
}
