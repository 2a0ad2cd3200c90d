package ru.freesport.console.shared.ui.shell;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Scope;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.LiveUpdates;
import ru.freesport.console.shared.ui.NavigationEntry;
import ru.freesport.console.shared.ui.NavigationGroup;
import ru.freesport.console.shared.ui.Texts;

/** The side navigation: what the modules declared and this person may open. */
@SpringComponent
@Scope(BeanDefinition.SCOPE_PROTOTYPE)
class Navigation extends Nav {

    private final Map<NavigationEntry, Span> badges = new LinkedHashMap<>();

    Navigation(List<NavigationEntry> entries, AccessAnnotationChecker access, LiveUpdates live) {
        setAriaLabel(Texts.t("shared.nav.label"));
        addClassName("side-navigation");
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        Arrays.stream(NavigationGroup.values())
                .forEach(group -> addGroup(
                        group,
                        entries.stream()
                                .filter(entry -> entry.group() == group)
                                .filter(entry -> access.hasAccess(entry.view(), person, role -> hasRole(person, role)))
                                .sorted(Comparator.comparingInt(NavigationEntry::order))
                                .toList()));
        badges.forEach((entry, badge) -> {
            if (entry.channel() != null) {
                live.follow(this, entry.channel(), _ -> refresh(entry, badge));
            }
        });
    }

    /** Asks every entry again how many things wait there. */
    void refreshBadges() {
        badges.forEach(Navigation::refresh);
    }

    private static void refresh(NavigationEntry entry, Span badge) {
        long waiting = entry.badge().getAsLong();
        badge.setVisible(waiting > 0);
        badge.setText(Formats.number(waiting));
    }

    private void addGroup(NavigationGroup group, List<NavigationEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        SideNav nav = new SideNav(Texts.word("shared.nav", group));
        entries.forEach(entry -> nav.addItem(item(entry)));
        add(nav);
    }

    private SideNavItem item(NavigationEntry entry) {
        SideNavItem item = new SideNavItem(
                Texts.t(entry.titleKey()), entry.view(), entry.icon().create());
        item.setMatchNested(true);
        Span badge = new Span();
        badge.addClassName("nav-badge");
        badge.setVisible(false);
        item.setSuffixComponent(badge);
        badges.put(entry, badge);
        return item;
    }

    private static boolean hasRole(@Nullable Authentication person, String role) {
        return person != null
                && person.getAuthorities().stream()
                        .anyMatch(authority -> ("ROLE_" + role).equals(authority.getAuthority()));
    }
}
