package ru.freesport.console.customers.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.freesport.console.customers.CustomerList;
import ru.freesport.console.customers.conflicts.Conflicts;
import ru.freesport.console.shared.ui.NavigationEntry;
import ru.freesport.console.shared.ui.NavigationGroup;

/** Where customers stand in the side navigation. */
@Configuration(proxyBeanMethods = false)
class CustomersNavigation {

    @Bean
    NavigationEntry conflictsEntry(Conflicts conflicts) {
        return new NavigationEntry(
                        NavigationGroup.CUSTOMERS,
                        10,
                        "customers.conflicts.nav",
                        VaadinIcon.SPLIT,
                        ConflictsView.class,
                        conflicts::waiting)
                .live(Conflicts.CHANNEL);
    }

    @Bean
    NavigationEntry customersEntry(CustomerList customers) {
        return new NavigationEntry(
                NavigationGroup.CUSTOMERS,
                20,
                "customers.list.title",
                VaadinIcon.USERS,
                CustomersView.class,
                customers::unverified);
    }

    @Bean
    NavigationEntry policyEntry() {
        return new NavigationEntry(
                NavigationGroup.SETTINGS, 40, "customers.policy.title", VaadinIcon.ROAD_BRANCHES, PolicyView.class);
    }
}
