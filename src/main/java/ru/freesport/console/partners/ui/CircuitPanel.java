package ru.freesport.console.partners.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
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
        Div head = new Div(new H2(Texts.t(card.titleKey())), CircuitWords.badge(card));
        head.addClassName("circuit-head");
        add(head, facts(card), trips(card, now));
        card.lastFailure().ifPresent(failure -> add(new RunbookCard(failure)));
        add(acts(card, mayAct, act));
    }

    private static Component facts(CircuitCard card) {
        Circuit circuit = card.circuit();
        KeyValueList facts = new KeyValueList();
        if (circuit.override() != null) {
            facts.fact(
                    Texts.t("partners.circuit.override"),
                    Texts.t(
                            "partners.circuit.overrideOf",
                            circuit.override().by(),
                            Formats.absolute(circuit.override().until()),
                            circuit.override().reason()));
        }
        if (circuit.openUntil() != null) {
            facts.fact(Texts.t("partners.circuit.nextProbe"), new TimeAgo(circuit.openUntil()));
        }
        facts.fact(
                Texts.t("partners.circuit.failures"),
                Texts.t("partners.circuit.failuresOf", circuit.failures(), card.threshold()));
        return facts.fact(Texts.t("partners.circuit.answers"), answers(card));
    }

    private static Component answers(CircuitCard card) {
        if (card.median().isEmpty()) {
            return new Span(Texts.t("partners.circuit.noAnswers"));
        }
        Span speed = new Span(Texts.t(
                "partners.circuit.answersOf",
                unbroken(card.median().get()),
                unbroken(card.slow().orElse(card.median().get()))));
        Span calls = new Span(Texts.plural("partners.circuit.calls", card.calls()));
        calls.addClassName("quiet");
        Div both = new Div(speed, calls);
        both.addClassName("in-row");
        return both;
    }

    /** A number does not part from its unit where the line ends. */
    private static String unbroken(Duration time) {
        return Formats.duration(time).replace(' ', '\u00a0');
    }

    /** The last 24 hours as a line, a mark for each trip. */
    private static Component trips(CircuitCard card, Instant now) {
        String words = Texts.t("partners.circuit.trips") + ": "
                + (card.trips().isEmpty()
                        ? Texts.t("partners.circuit.noTrips")
                        : Formats.number(card.trips().size()));
        Div line = new Div();
        line.addClassName("trip-line");
        for (CircuitTransition trip : card.trips()) {
            double ago = (double) Duration.between(trip.at(), now).toMillis() / DAY.toMillis();
            Span mark = new Span();
            mark.addClassName("trip-mark");
            mark.setTitle(Texts.t("partners.circuit.tripAt", Formats.absolute(trip.at())));
            mark.getStyle().setLeft(Math.clamp(WHOLE * (1 - ago), 0, WHOLE - 1) + "%");
            line.add(mark);
        }
        Div ends = new Div(
                new Span(Texts.t("partners.circuit.dayAgo")),
                new Span(words),
                new Span(Texts.t("partners.circuit.now")));
        ends.addClassName("trip-ends");
        return new Div(line, ends);
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
