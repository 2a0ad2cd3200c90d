package ru.freesport.console.alerts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.freesport.console.alerts.Alert;
import ru.freesport.console.alerts.AlertFilter;
import ru.freesport.console.alerts.AlertRule;
import ru.freesport.console.alerts.Alerts;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.FilterBar;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.KeysetItems;
import ru.freesport.console.shared.ui.LiveUpdates;
import ru.freesport.console.shared.ui.NarrowColumns;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.ViewState;

/** The inbox: what is wrong now, newest first, with the opened alert beside it. */
@Route("alerts/:id?([0-9]{1,18})")
@RolesAllowed({"ADMIN", "OPERATIONS", "MANAGER", "SUPPORT", "FINANCE", "VIEWER"})
final class AlertsView extends MasterDetailLayout implements BeforeEnterObserver, HasDynamicTitle {

    private static final String PATH = "alerts";
    private static final String MINE = "mine";
    private static final String MUTED = "muted";
    private static final String RESOLVED = "resolved";
    private static final String RULE = "rule";
    private static final int COUNTED = 1000;

    private final Grid<Alert> grid = new Grid<>();
    private final FilterBar filter = new FilterBar(Texts.t("alerts.filter"));
    private final Span total = new Span();
    private final KeysetItems<Alert> items;
    private final Alerts alerts;
    private final AlertWords words;
    private final AlertActs acts;
    private Optional<Long> opened = Optional.empty();

    AlertsView(Alerts alerts, AlertWords words, LiveUpdates live) {
        this.alerts = alerts;
        this.words = words;
        this.acts = new AlertActs(alerts, words, this::refresh);
        this.items = new KeysetItems<>(Alert::id, (below, limit) -> alerts.page(asked(), below, limit));

        columns();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setEmptyStateComponent(
                new EmptyState(VaadinIcon.BELL_O, Texts.t("alerts.empty"), Texts.t("alerts.emptyHint")));
        filter.quick(MINE, Texts.t("alerts.mine"))
                .quick(MUTED, Texts.t("alerts.mutedOnes"))
                .quick(RESOLVED, Texts.t("alerts.resolvedOnes"))
                .choice(RULE, Texts.t("alerts.anyRule"), rules())
                .end(total);
        grid.setItems(DataProvider.fromCallbacks(items, _ -> 0));
        grid.getLazyDataView().setItemCountUnknown();
        filter.onChange(_ -> list());
        grid.addItemClickListener(click -> open(click.getItem().id()));
        addBackdropClickListener(_ -> close());
        addDetailEscapePressListener(_ -> close());
        live.follow(this, "alert", _ -> refresh());

        VerticalLayout master =
                new VerticalLayout(new PageHeader(getPageTitle()).subtitle(Texts.t("alerts.subtitle")), filter, grid);
        master.addClassName("page");
        master.setPadding(false);
        master.setSpacing(false);
        setMaster(master);
        setMasterSize("min(30rem, 100vw)", true);
        setDetailSize("34rem");
        setSizeFull();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        opened = event.getRouteParameters().get("id").map(Long::parseLong);
        detail();
    }

    @Override
    public String getPageTitle() {
        return Texts.t("alerts.title");
    }

    private void columns() {
        narrow(grid.addComponentColumn(AlertWords::severity), "alerts.severity");
        grid.addColumn(AlertWords::title).setHeader(Texts.t("alerts.rule")).setFlexGrow(1);
        grid.addColumn(words::subject).setHeader(Texts.t("alerts.subject")).setFlexGrow(1);
        narrow(grid.addColumn(alert -> Formats.number(alert.seen())), "alerts.seen")
                .setTextAlign(ColumnTextAlign.END);
        narrow(grid.addComponentColumn(alert -> new TimeAgo(alert.lastSeen())), "alerts.last");
        narrow(grid.addComponentColumn(AlertWords::state), "alerts.state");
        List<Grid.Column<Alert>> columns = grid.getColumns();
        Grid.Column<Alert> card = grid.addComponentColumn(this::card)
                .setHeader(Texts.t("alerts.title"))
                .setFlexGrow(1);
        NarrowColumns.on(grid, columns, card);
    }

    private static Grid.Column<Alert> narrow(Grid.Column<Alert> column, String header) {
        return column.setHeader(Texts.t(header)).setAutoWidth(true).setFlexGrow(0);
    }

    private Component card(Alert alert) {
        Div top = new Div(new Span(AlertWords.title(alert)), new TimeAgo(alert.lastSeen()));
        top.addClassName("alert-card-line");
        Div second = new Div(new Span(words.subject(alert)), new Span(Texts.plural("alerts.times", alert.seen())));
        second.addClassNames("alert-card-line", "quiet");
        Div states = new Div(AlertWords.severity(alert), AlertWords.state(alert));
        states.addClassName("alert-card-states");
        Div card = new Div(top, second, states);
        card.addClassName("alert-card");
        return card;
    }

    private void refresh() {
        list();
        detail();
    }

    private void list() {
        items.forget();
        grid.getDataProvider().refreshAll();
        int found = alerts.count(asked(), COUNTED);
        total.setText(Texts.plural("alerts.found", found));
    }

    private void detail() {
        Optional<Alert> alert = opened.flatMap(alerts::find);
        setDetail(alert.map(one -> new AlertDetail(one, alerts.events(one.id()), words, acts, this::close))
                .orElse(null));
    }

    private AlertFilter asked() {
        ViewState state = filter.state();
        AlertFilter.Show show = state.quick(RESOLVED)
                ? state.quick(MUTED) ? AlertFilter.Show.ALL : AlertFilter.Show.RESOLVED
                : state.quick(MUTED) ? AlertFilter.Show.MUTED : AlertFilter.Show.OPEN;
        return new AlertFilter(
                show,
                state.one(RULE)
                        .flatMap(said -> Arrays.stream(AlertRule.values())
                                .filter(rule -> rule.name().equals(said))
                                .findFirst())
                        .orElse(null),
                state.quick(MINE) ? alerts.me() : null,
                state.search());
    }

    private void open(long id) {
        UI.getCurrent().navigate(PATH + "/" + id, filter.state().toParameters());
    }

    private void close() {
        UI.getCurrent().navigate(PATH, filter.state().toParameters());
    }

    private static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        for (AlertRule rule : AlertRule.values()) {
            rules.put(rule.name(), Texts.word("alerts.rule", rule));
        }
        return rules;
    }
}
