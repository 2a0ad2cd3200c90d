package ru.freesport.console.simulator.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.simulator.Simulators;

/** The simulated outside world: break each system as it breaks in life, and see what it received. Only the demo has one. */
@Route("lab")
@RolesAllowed({"ADMIN", "OPERATIONS"})
final class LabView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final int REFRESH_MS = 1_000;

    private final @Nullable Simulators lab;
    private final List<Runnable> refreshes = new ArrayList<>();
    private @Nullable Registration polling;

    LabView(ObjectProvider<Simulators> simulators) {
        lab = simulators.getIfAvailable();
        addClassNames("page", "lab-page");
        add(new PageHeader(getPageTitle()).subtitle(Texts.t("simulator.lab.subtitle")));
        if (lab != null) {
            show(lab);
        }
    }

    private void show(Simulators shown) {
        Div cards = new Div();
        cards.addClassName("lab-cards");
        shown.systems().forEach(system -> {
            SystemCard card = new SystemCard(system);
            cards.add(card);
            refreshes.add(card::refresh);
        });
        OnecActs acts = new OnecActs(shown.onec());
        YooKassaActs payments = new YooKassaActs(shown.yookassa());
        LabReceived received = new LabReceived(shown.systems());
        refreshes.add(acts::refresh);
        refreshes.add(payments::refresh);
        refreshes.add(received::refresh);
        add(cards, acts, payments, received);
        refresh();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (lab == null) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().setPollInterval(REFRESH_MS);
        polling = attached.getUI().addPollListener(_ -> refresh());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        detached.getUI().setPollInterval(-1);
        if (polling != null) {
            polling.remove();
        }
    }

    private void refresh() {
        refreshes.forEach(Runnable::run);
    }

    @Override
    public String getPageTitle() {
        return Texts.t("simulator.lab.title");
    }
}
