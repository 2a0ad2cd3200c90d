package ru.freesport.console.orders.ui;

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
import ru.freesport.console.orders.statuses.StatusMaps;
import ru.freesport.console.orders.statuses.StatusQuestions;
import ru.freesport.console.shared.ui.LiveUpdates;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.ViewState;

/** What 1C's words for the state of an order mean here: first what nobody has answered, then what holds, then how it came to be. */
@Route("settings/statuses")
@RolesAllowed({"ADMIN", "OPERATIONS", "MANAGER", "SUPPORT", "FINANCE", "VIEWER"})
final class StatusesView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private static final String ADDRESS = "settings/statuses";
    private static final String TAB = "tab";
    private static final String QUESTIONS = "questions";
    private static final String MAP = "map";
    private static final String HISTORY = "history";

    private final StatusMaps maps;
    private final StatusQuestions questions;
    private final boolean mayMap;
    private final boolean mayDecide;
    private final Map<String, Tab> tabs = new LinkedHashMap<>();
    private final Tabs bar = new Tabs();
    private final Div content = new Div();
    private final StatusActs acts;
    private String shown = QUESTIONS;

    StatusesView(StatusMaps maps, StatusQuestions questions, CurrentUser user, LiveUpdates live) {
        this.maps = maps;
        this.questions = questions;
        this.mayMap = user.hasAny(Role.ADMIN, Role.OPERATIONS);
        this.mayDecide = user.hasAny(Role.ADMIN, Role.OPERATIONS, Role.MANAGER);
        this.acts = new StatusActs(maps, questions, this::show);

        tabs.put(QUESTIONS, new Tab());
        tabs.put(MAP, new Tab(Texts.t("orders.statuses.tab.map")));
        tabs.put(HISTORY, new Tab(Texts.t("orders.statuses.tab.history")));
        bar.add(tabs.values().toArray(Tab[]::new));
        bar.addSelectedChangeListener(change -> tabs.forEach((id, tab) -> {
            if (change.isFromClient() && tab.equals(change.getSelectedTab())) {
                getUI().ifPresent(ui ->
                        ui.navigate(ADDRESS, ViewState.EMPTY.with(TAB, id).toParameters()));
            }
        }));
        content.addClassName("statuses");
        addClassName("page");
        live.follow(this, "order", _ -> {
            if (shown.equals(QUESTIONS)) {
                show();
            }
        });
        add(
                new PageHeader(getPageTitle())
                        .subtitle(Texts.t(mayMap ? "orders.statuses.subtitle" : "orders.statuses.readOnly")),
                bar,
                content);
    }

    @Override
    public String getPageTitle() {
        return Texts.t("orders.statuses.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String wanted =
                ViewState.of(event.getLocation().getQueryParameters()).one(TAB).orElse(QUESTIONS);
        shown = tabs.containsKey(wanted) ? wanted : QUESTIONS;
        bar.setSelectedTab(tabs.get(shown));
        show();
    }

    private void show() {
        long open = questions.open();
        tabs.get(QUESTIONS)
                .setLabel(
                        open == 0
                                ? Texts.t("orders.statuses.tab.questions")
                                : Texts.t("orders.statuses.tab.questionsOpen", open));
        content.removeAll();
        switch (shown) {
            case MAP -> content.add(new StatusMapTab(maps.current(), acts, mayMap));
            case HISTORY -> content.add(new StatusHistoryTab(maps, questions, acts, mayMap));
            default ->
                content.add(new StatusQuestionsTab(questions, maps.current().version(), acts, mayMap, mayDecide));
        }
    }
}
