package ru.freesport.console.partners.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.partners.Message;
import ru.freesport.console.partners.MessageFilter;
import ru.freesport.console.partners.StoredMessages;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.FilterBar;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.ViewState;

/** What came in and went out, newest first, with the opened one beside it. */
@Route("messages/:id?([0-9]{1,18})")
@RolesAllowed({"ADMIN", "OPERATIONS", "SUPPORT", "VIEWER"})
final class MessagesView extends MasterDetailLayout implements BeforeEnterObserver, HasDynamicTitle {

    private static final String PATH = "messages";
    private static final String CHANNEL = "door";
    private static final String SINCE = "since";
    private static final Map<String, Duration> PERIODS = periods();
    private static final int COUNTED = 1000;

    private final Grid<Message> grid = new Grid<>();
    private final FilterBar filter = new FilterBar(Texts.t("partners.messages.filter"));
    private final Span total = new Span();
    private final StoredMessages messages;
    private final Clock clock;

    MessagesView(StoredMessages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;

        columns();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setEmptyStateComponent(new EmptyState(
                VaadinIcon.ENVELOPES_O, Texts.t("partners.messages.empty"), Texts.t("partners.messages.emptyHint")));
        filter.choice(CHANNEL, Texts.t("partners.messages.anyDoor"), doors())
                .choice(SINCE, Texts.t("partners.messages.anyTime"), since())
                .end(total);

        grid.setItemsPageable(page -> messages.slice(filterOf(filter.state()), page.getOffset(), page.getPageSize()));
        filter.onChange(this::show);
        grid.addItemClickListener(click -> open(click.getItem().id()));
        addBackdropClickListener(_ -> close());
        addDetailEscapePressListener(_ -> close());

        VerticalLayout master = new VerticalLayout(
                new PageHeader(getPageTitle()).subtitle(Texts.t("partners.messages.subtitle")), filter, grid);
        master.addClassName("page");
        master.setPadding(false);
        master.setSpacing(false);
        setMaster(master);
        setMasterSize("30rem", true);
        setDetailSize("34rem");
        setSizeFull();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Message> opened =
                event.getRouteParameters().get("id").map(Long::parseLong).flatMap(messages::find);
        grid.deselectAll();
        setDetail(opened.map(message -> new MessageDetail(message, messages, this::close))
                .orElse(null));
        opened.ifPresent(grid::select);
    }

    @Override
    public String getPageTitle() {
        return Texts.t("partners.messages.title");
    }

    private void columns() {
        grid.addColumn(Message::id)
                .setHeader(Texts.t("partners.messages.id"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(message -> new TimeAgo(message.receivedAt()))
                .setHeader(Texts.t("partners.messages.at"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(MessageWords::channel)
                .setHeader(Texts.t("partners.messages.door"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Message::name)
                .setHeader(Texts.t("partners.messages.name"))
                .setTooltipGenerator(Message::name);
        grid.addColumn(message -> Formats.bytes(message.size()))
                .setHeader(Texts.t("partners.messages.size"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(MessageWords::actor)
                .setHeader(Texts.t("partners.messages.actor"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(message -> message.duplicateOf() == null ? "" : Texts.t("partners.messages.repeated"))
                .setHeader(Texts.t("partners.messages.note"))
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private void show(ViewState state) {
        grid.getDataProvider().refreshAll();
        int found = messages.count(filterOf(state), COUNTED + 1);
        total.setText(
                found > COUNTED
                        ? Texts.t("partners.messages.manyFound", COUNTED)
                        : Texts.plural("partners.messages.found", found));
    }

    private void open(long id) {
        UI.getCurrent().navigate(PATH + "/" + id, filter.state().toParameters());
    }

    private void close() {
        UI.getCurrent().navigate(PATH, filter.state().toParameters());
    }

    private MessageFilter filterOf(ViewState state) {
        Instant from = state.one(SINCE)
                .map(PERIODS::get)
                .map(period -> clock.instant().minus(period))
                .orElse(null);
        return new MessageFilter(state.one(CHANNEL).orElse(null), textOf(state), from, null);
    }

    private static @Nullable String textOf(ViewState state) {
        return state.search().isEmpty() ? null : state.search();
    }

    private static Map<String, String> doors() {
        Map<String, String> doors = new LinkedHashMap<>();
        for (String channel : new String[] {"exchange", "folder", "ftp", "command-line"}) {
            doors.put(channel, MessageWords.channel(channel));
        }
        return doors;
    }

    private static Map<String, Duration> periods() {
        Map<String, Duration> periods = new LinkedHashMap<>();
        periods.put("1h", Duration.ofHours(1));
        periods.put("1d", Duration.ofDays(1));
        periods.put("7d", Duration.ofDays(7));
        return periods;
    }

    private static Map<String, String> since() {
        Map<String, String> since = new LinkedHashMap<>();
        PERIODS.forEach((id, period) -> since.put(id, Texts.t("partners.messages.since", Formats.duration(period))));
        return since;
    }
}
