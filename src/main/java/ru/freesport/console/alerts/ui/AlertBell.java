package ru.freesport.console.alerts.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.alerts.Alerts;
import ru.freesport.console.shared.ui.Banner;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.LiveUpdates;
import ru.freesport.console.shared.ui.Texts;

/** Tells on every page, also where the navigation is folded away, that something calls for somebody. */
@Component
class AlertBell implements Banner {

    private final Alerts alerts;
    private final LiveUpdates live;
    private final CurrentUser person;

    AlertBell(Alerts alerts, LiveUpdates live, CurrentUser person) {
        this.alerts = alerts;
        this.live = live;
        this.person = person;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> component() {
        if (!person.hasAny(Role.ADMIN, Role.OPERATIONS, Role.MANAGER, Role.SUPPORT, Role.FINANCE, Role.VIEWER)) {
            return Optional.empty();
        }
        RouterLink bell = new RouterLink();
        bell.setRoute(AlertsView.class);
        bell.addClassName("alert-bell");
        bell.getElement().setAttribute("role", "status");
        show(bell);
        live.follow(bell, "alert", _ -> show(bell));
        return Optional.of(bell);
    }

    private void show(RouterLink bell) {
        int loud = alerts.loud();
        bell.setVisible(loud > 0);
        bell.removeAll();
        bell.add(VaadinIcon.BELL.create());
        bell.add(Formats.number(loud));
        bell.getElement().setAttribute("aria-label", Texts.plural("alerts.bell", loud));
        bell.getElement().setAttribute("title", Texts.plural("alerts.bell", loud));
    }
}
