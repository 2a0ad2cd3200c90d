package ru.freesport.console.partners.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
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
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.partners.Journal;
import ru.freesport.console.partners.JournalFilter;
import ru.freesport.console.partners.JournalLine;
import ru.freesport.console.partners.StoredMessages;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.FilterBar;
import ru.freesport.console.shared.ui.KeysetRows;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.SavedViews;
import ru.freesport.console.shared.ui.Texts;

/** Every call and file that came in and went out, newest first, with the opened one beside it. */
@Route("messages/:id?((?:call-)?[0-9]{1,18})")
@RolesAllowed({"ADMIN", "OPERATIONS", "SUPPORT", "VIEWER"})
final class MessagesView extends MasterDetailLayout implements BeforeEnterObserver, HasDynamicTitle {

    private static final String PATH = "messages";
    private static final String CALL = "call-";
    private static final int COUNTED = 1000;

    private final Grid<JournalLine> grid = new Grid<>();
    private final FilterBar filter = new FilterBar(Texts.t("partners.messages.filter"));
    private final Span total = new Span();
    private final StoryPanel story;
    private final KeysetRows<JournalLine, JournalLine.Position> rows;
    private final Journal journal;
    private final StoredMessages messages;
    private final CallPanels calls;
    private final Circuits circuits;
    private final Clock clock;

    MessagesView(
            Journal journal,
            StoredMessages messages,
            CallPanels calls,
            Stories stories,
            Circuits circuits,
            SavedViews views,
            Clock clock) {
        this.journal = journal;
        this.messages = messages;
        this.calls = calls;
        this.circuits = circuits;
        this.clock = clock;
        this.story = new StoryPanel(stories);
        this.rows = new KeysetRows<>(JournalLine::position, (below, limit) -> journal.page(asked(), below, limit));

        new JournalColumns(this::title).on(grid);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setEmptyStateComponent(new EmptyState(
                VaadinIcon.ENVELOPES_O, Texts.t("partners.messages.empty"), Texts.t("partners.messages.emptyHint")));
        JournalAddress.offer(filter, channels());
        Button again = new Button(Texts.t("partners.messages.refresh"), VaadinIcon.REFRESH.create(), _ -> show());
        filter.end(total, again).savedViews(views, "messages");

        grid.setItems(DataProvider.fromCallbacks(rows, _ -> 0));
        grid.getLazyDataView().setItemCountUnknown();
        filter.onChange(_ -> show());
        grid.addItemClickListener(click -> open(click.getItem()));
        addBackdropClickListener(_ -> close());
        addDetailEscapePressListener(_ -> close());

        VerticalLayout master = new VerticalLayout(
                new PageHeader(getPageTitle()).subtitle(Texts.t("partners.messages.subtitle")), filter, story, grid);
        master.addClassName("page");
        master.setPadding(false);
        master.setSpacing(false);
        setMaster(master);
        setMasterSize("min(30rem, 100vw)", true);
        setDetailSize("38rem");
        setSizeFull();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        grid.deselectAll();
        setDetail(event.getRouteParameters().get("id").flatMap(this::detail).orElse(null));
    }

    @Override
    public String getPageTitle() {
        return Texts.t("partners.messages.title");
    }

    private Optional<Component> detail(String id) {
        return id.startsWith(CALL)
                ? calls.of(Long.parseLong(id.substring(CALL.length())), this::title, this::close)
                : messages.find(Long.parseLong(id)).map(message -> new MessageDetail(message, messages, this::close));
    }

    private JournalFilter asked() {
        return JournalAddress.filter(filter.state(), clock.instant());
    }

    private void show() {
        rows.forget();
        grid.getDataProvider().refreshAll();
        int found = journal.count(asked(), COUNTED + 1);
        total.setText(
                found > COUNTED
                        ? Texts.t("partners.messages.manyFound", COUNTED)
                        : Texts.plural("partners.messages.found", found));
        story.show(filter.state().search());
    }

    private void open(JournalLine line) {
        UI.getCurrent().navigate(MessageWords.address(line), filter.state().toParameters());
    }

    private void close() {
        UI.getCurrent().navigate(PATH, filter.state().toParameters());
    }

    private String title(String channel) {
        return circuits.titleKeyOf(channel).map(key -> Texts.t(key)).orElseGet(() -> MessageWords.channel(channel));
    }

    private Map<String, String> channels() {
        Map<String, String> channels = new LinkedHashMap<>();
        for (String door : List.of("exchange", "storefront", "folder", "ftp", "command-line")) {
            channels.put(door, MessageWords.channel(door));
        }
        circuits.names().forEach(name -> channels.put(name, title(name)));
        return channels;
    }
}
