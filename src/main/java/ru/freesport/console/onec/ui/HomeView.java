package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import ru.freesport.console.shared.ui.NavigationEntry;

/** Leads to the exchange with 1C, and whom that is closed to, to the first page that is open. */
@Route("")
@PermitAll
final class HomeView extends Div implements BeforeEnterObserver {

    private final List<NavigationEntry> entries;
    private final AccessAnnotationChecker access;

    HomeView(List<NavigationEntry> entries, AccessAnnotationChecker access) {
        this.entries = entries;
        this.access = access;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        event.forwardTo(entries.stream()
                .sorted(Comparator.comparing((NavigationEntry entry) -> entry.view() != SyncView.class)
                        .thenComparing(NavigationEntry::group)
                        .thenComparingInt(NavigationEntry::order))
                .<Class<? extends com.vaadin.flow.component.Component>>map(NavigationEntry::view)
                .filter(view -> access.hasAccess(view, person, role -> hasRole(person, role)))
                .findFirst()
                .orElse(SyncView.class));
    }

    private static boolean hasRole(Authentication person, String role) {
        return person.getAuthorities().stream()
                .anyMatch(authority -> ("ROLE_" + role).equals(authority.getAuthority()));
    }
}
