package ru.freesport.console.partners.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.shared.ui.NavigationEntry;
import ru.freesport.console.shared.ui.NavigationGroup;

/** Where the stored messages stand in the side navigation. */
@Configuration(proxyBeanMethods = false)
class PartnersNavigation {

    @Bean
    NavigationEntry circuitsEntry(Circuits circuits) {
        return new NavigationEntry(
                NavigationGroup.EXCHANGE,
                20,
                "partners.circuits.title",
                VaadinIcon.PLUG,
                CircuitsView.class,
                circuits::notClosed);
    }

    @Bean
    NavigationEntry messagesEntry() {
        return new NavigationEntry(
                NavigationGroup.JOURNALS, 10, "partners.messages.title", VaadinIcon.ENVELOPES_O, MessagesView.class);
    }
}
