package ru.freesport.console.jobs.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.freesport.console.shared.ui.NavigationEntry;
import ru.freesport.console.shared.ui.NavigationGroup;

/** The lines this module adds to the side navigation. */
@Configuration(proxyBeanMethods = false)
class JobsNavigation {

    @Bean
    NavigationEntry schedulesEntry() {
        return new NavigationEntry(
                NavigationGroup.SETTINGS, 30, "jobs.schedules.title", VaadinIcon.CLOCK, SchedulesView.class);
    }
}
