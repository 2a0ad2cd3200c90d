package ru.freesport.console.shared.ui.shell;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.freesport.console.shared.ui.FilterBar;
import ru.freesport.console.shared.ui.NavigationEntry;
import ru.freesport.console.shared.ui.NavigationGroup;
import ru.freesport.console.shared.ui.ViewState;

/** A list as modules write them, to try the frame and the filter bar with. */
@Route("some-list")
@PermitAll
class SomeListView extends Main implements HasDynamicTitle {

    final Span shown = new Span();
    ViewState state = ViewState.EMPTY;

    SomeListView() {
        FilterBar filter = new FilterBar("search")
                .quick("failed", "failed ones")
                .quick("mine", "mine")
                .choice("flow", "flow", new LinkedHashMap<>(Map.of("prices", "prices", "stock", "stock")))
                .onChange(next -> state = next);
        add(filter, shown);
    }

    @Override
    public String getPageTitle() {
        return "Some list";
    }

    @Route("some-secret")
    @RolesAllowed({"ADMIN", "FINANCE"})
    static class Secret extends Main {}

    @Route("some-broken")
    @PermitAll
    static class Broken extends Main {
        Broken() {
            throw new IllegalStateException("secret detail");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {

        @Bean
        NavigationEntry someList() {
            return new NavigationEntry(
                    NavigationGroup.JOURNALS, 90, "shared.keys.title", VaadinIcon.LIST, SomeListView.class, () -> 12);
        }

        @Bean
        NavigationEntry someSecret() {
            return new NavigationEntry(
                    NavigationGroup.JOURNALS, 91, "shared.theme", VaadinIcon.LOCK, SomeListView.Secret.class);
        }
    }
}
