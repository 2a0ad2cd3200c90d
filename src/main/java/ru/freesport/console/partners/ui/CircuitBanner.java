package ru.freesport.console.partners.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.Circuit;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.shared.ui.Banner;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.LiveUpdates;
import ru.freesport.console.shared.ui.Texts;

/** Tells everybody on every page while a circuit is open or a person holds it, and goes by itself when that ends. */
@Component
class CircuitBanner implements Banner {

    private final Circuits circuits;
    private final LiveUpdates live;

    CircuitBanner(Circuits circuits, LiveUpdates live) {
        this.circuits = circuits;
        this.live = live;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> component() {
        Div banner = new Div();
        banner.addClassName("circuit-banner");
        banner.getElement().setAttribute("role", "status");
        show(banner);
        live.follow(banner, "circuit", _ -> show(banner));
        return Optional.of(banner);
    }

    private void show(Div banner) {
        banner.removeAll();
        circuits.overridden().forEach(circuit -> banner.add(held(circuit)));
        List<Circuit> tripped = circuits.tripped();
        if (tripped.size() == 1) {
            banner.add(tripped(tripped.getFirst()));
        } else if (!tripped.isEmpty()) {
            banner.add(new RouterLink(
                    Texts.plural("partners.circuit.banner.manyOpen", tripped.size()), CircuitsView.class));
        }
        banner.setVisible(banner.getComponentCount() > 0);
    }

    private RouterLink held(Circuit circuit) {
        return link(
                circuit,
                Texts.t(
                        "partners.circuit.banner",
                        Texts.t(circuits.titleKey(circuit.name())),
                        CircuitWords.word(circuit.state()).toLowerCase(Texts.locale()),
                        Formats.absolute(CircuitWords.override(circuit).until())));
    }

    private RouterLink tripped(Circuit circuit) {
        return link(
                circuit,
                Texts.t(
                        "partners.circuit.banner.open",
                        Texts.t(circuits.titleKey(circuit.name())),
                        Texts.t(circuits.effectKey(circuit.name()))));
    }

    private static RouterLink link(Circuit circuit, String text) {
        return new RouterLink(text, CircuitsView.class, new RouteParameters("name", circuit.name()));
    }
}
