package ru.freesport.console.alerts.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.freesport.console.alerts.Alerts;
import ru.freesport.console.shared.ui.NavigationEntry;
import ru.freesport.console.shared.ui.NavigationGroup;

/** Where the alerts stand in the side navigation: above everything they may be about. */
@Configuration(proxyBeanMethods = false)
class AlertsNavigation {

    @Bean
    NavigationEntry alertsEntry(Alerts alerts) {
        return new NavigationEntry(
                        NavigationGroup.EXCHANGE, 5, "alerts.title", VaadinIcon.BELL_O, AlertsView.class, alerts::loud)
                .live("alert");
    }
}
