package ru.freesport.console.access.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.freesport.console.shared.ui.NavigationEntry;
import ru.freesport.console.shared.ui.NavigationGroup;

/** Where the accounts and keys stand in the side navigation. */
@Configuration(proxyBeanMethods = false)
class AccessNavigation {

    @Bean
    NavigationEntry usersEntry() {
        return new NavigationEntry(
                NavigationGroup.SETTINGS, 30, "access.users.title", VaadinIcon.USERS, UsersView.class);
    }

    @Bean
    NavigationEntry apiKeysEntry() {
        return new NavigationEntry(
                NavigationGroup.SETTINGS, 35, "access.keys.title", VaadinIcon.KEY_O, ApiKeysView.class);
    }
}
