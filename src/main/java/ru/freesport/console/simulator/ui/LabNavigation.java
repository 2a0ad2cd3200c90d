package ru.freesport.console.simulator.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import ru.freesport.console.shared.ui.NavigationEntry;
import ru.freesport.console.shared.ui.NavigationGroup;

/** The lab stands in the side navigation of the demo. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class LabNavigation {

    @Bean
    NavigationEntry labEntry() {
        return new NavigationEntry(
                NavigationGroup.SETTINGS, 90, "simulator.lab.title", VaadinIcon.FLASK, LabView.class);
    }
}
