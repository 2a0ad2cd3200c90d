package ru.freesport.console.catalog.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.freesport.console.catalog.Mappings;
import ru.freesport.console.shared.ui.NavigationEntry;
import ru.freesport.console.shared.ui.NavigationGroup;

/** Where the catalogue stands in the side navigation. */
@Configuration(proxyBeanMethods = false)
class CatalogNavigation {

    @Bean
    NavigationEntry productsEntry() {
        return new NavigationEntry(
                NavigationGroup.CATALOG, 10, "catalog.products.title", VaadinIcon.PACKAGE, ProductsView.class);
    }

    @Bean
    NavigationEntry mappingsEntry(Mappings mappings) {
        return new NavigationEntry(
                NavigationGroup.SETTINGS,
                10,
                "catalog.mappings.title",
                VaadinIcon.CONNECT_O,
                MappingsView.class,
                mappings::openQuestions);
    }

    @Bean
    NavigationEntry guardEntry() {
        return new NavigationEntry(
                NavigationGroup.SETTINGS, 12, "catalog.guard.title", VaadinIcon.SHIELD, GuardView.class);
    }
}
