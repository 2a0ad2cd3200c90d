package ru.freesport.console.catalog.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.catalog.HeldRows;
import ru.freesport.console.catalog.Mappings;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.ViewState;

/** What 1C's price types and warehouses mean here: first the questions nobody has answered, then what was decided. */
@Route("settings/mappings")
@RolesAllowed({"ADMIN", "OPERATIONS", "MANAGER", "VIEWER"})
final class MappingsView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private static final String TAB = "tab";
    private static final String PRICES = "prices";
    private static final String WAREHOUSES = "warehouses";
    private static final String HISTORY = "history";

    private final Mappings mappings;
    private final HeldRows held;
    private final boolean mayDecide;
    private final Map<String, Tab> tabs = new LinkedHashMap<>();
    private final Tabs bar = new Tabs();
    private final Div content = new Div();
    private final MappingActs acts = new MappingActs(this::show);
    private String shown = PRICES;

    MappingsView(Mappings mappings, HeldRows held, CurrentUser user) {
        this.mappings = mappings;
        this.held = held;
        this.mayDecide = user.hasAny(Role.ADMIN, Role.OPERATIONS);

        tabs.put(PRICES, new Tab(Texts.t("catalog.mappings.tab.prices")));
        tabs.put(WAREHOUSES, new Tab(Texts.t("catalog.mappings.tab.warehouses")));
        tabs.put(HISTORY, new Tab(Texts.t("catalog.mappings.tab.history")));
        bar.add(tabs.values().toArray(Tab[]::new));
        bar.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                tabs.forEach((id, tab) -> {
                    if (tab.equals(change.getSelectedTab())) {
                        go(id);
                    }
                });
            }
        });
        content.addClassName("mappings-content");
        addClassNames("page", "mappings");
        add(
                new PageHeader(getPageTitle())
                        .subtitle(Texts.t(mayDecide ? "catalog.mappings.subtitle" : "catalog.mappings.readOnly")),
                bar,
                content);
    }

    @Override
    public String getPageTitle() {
        return Texts.t("catalog.mappings.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String wanted =
                ViewState.of(event.getLocation().getQueryParameters()).one(TAB).orElse(PRICES);
        shown = tabs.containsKey(wanted) ? wanted : PRICES;
        bar.setSelectedTab(tabs.get(shown));
        show();
    }

    private void go(String tab) {
        getUI().ifPresent(ui ->
                ui.navigate("settings/mappings", ViewState.EMPTY.with(TAB, tab).toParameters()));
    }

    private void show() {
        content.removeAll();
        switch (shown) {
            case WAREHOUSES -> content.add(new WarehousesTab(mappings, held.byWarehouse(), acts, mayDecide));
            case HISTORY -> content.add(new MappingHistoryTab(mappings));
            default -> content.add(new PriceTypesTab(mappings, held.byPriceType(), acts, mayDecide));
        }
    }
}
