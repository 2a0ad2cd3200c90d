package ru.freesport.console.shared.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import ru.freesport.console.shared.ui.Texts;

/** The frame of every screen: side navigation grouped by work, top bar, and a place for banners. */
@Layout
@PermitAll
class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final Span place = new Span();
    private final Navigation navigation;

    MainLayout(Navigation navigation, AuthenticationContext account, Banners banners) {
        this.navigation = navigation;
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(Texts.t("shared.nav.toggle"));
        place.addClassName("top-bar-title");
        Div spacer = new Div();
        spacer.addClassName("top-bar-spacer");
        setPrimarySection(Section.DRAWER);
        addToNavbar(toggle, place, spacer, banners.slot(), new KeyMap(), new LanguageMenu(), new ThemeMenu());
        addToNavbar(new AccountMenu(account));
        addToDrawer(brand(), new Scroller(navigation));
        addClassName("main-layout");
    }

    private static Component brand() {
        Span name = new Span(Texts.t("shared.brand"));
        name.addClassName("brand-name");
        Span part = new Span(Texts.t("shared.brand.part"));
        part.addClassName("brand-part");
        Div brand = new Div(name, part);
        brand.addClassName("brand");
        return brand;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        place.setText(event.getActiveChain().getFirst() instanceof HasDynamicTitle view ? view.getPageTitle() : "");
        navigation.refreshBadges();
    }
}
