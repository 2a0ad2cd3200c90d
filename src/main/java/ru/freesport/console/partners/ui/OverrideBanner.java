package ru.freesport.console.partners.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.Circuit;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.shared.ui.Banner;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.LiveUpdates;
import ru.freesport.console.shared.ui.Texts;

/** Tells everybody on every page while a person holds a circuit, and goes by itself when that ends. */
@Component
class OverrideBanner implements Banner {

    private final Circuits circuits;
    private final LiveUpdates live;

    OverrideBanner(Circuits circuits, LiveUpdates live) {
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
        circuits.overridden().forEach(circuit -> banner.add(link(circuit)));
        banner.setVisible(banner.getComponentCount() > 0);
    }

    private RouterLink link(Circuit circuit) {
        return new RouterLink(
                Texts.t(
                        "partners.circuit.banner",
                        Texts.t(circuits.titleKey(circuit.name())),
                        CircuitWords.word(circuit.state()),
                        Formats.absolute(CircuitWords.override(circuit).until())),
                CircuitsView.class,
                new RouteParameters("name", circuit.name()));
    }
}
