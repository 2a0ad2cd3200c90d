package ru.freesport.console.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;
import ru.freesport.console.access.ApiKey;
import ru.freesport.console.access.ApiKeys;
import ru.freesport.console.access.ApiScope;
import ru.freesport.console.access.IssuedKey;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.FilterBar;
import ru.freesport.console.shared.ui.NarrowColumns;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.Tone;
import ru.freesport.console.shared.ui.ViewState;

/** The keys of programs that call the API. */
@Route("settings/api-keys")
@RolesAllowed("ADMIN")
final class ApiKeysView extends Div implements HasDynamicTitle {

    private static final String REVOKED = "revoked";

    private final ApiKeys keys;
    private final Grid<ApiKey> grid = new Grid<>();
    private final FilterBar filter = new FilterBar(Texts.t("access.keys.filter"));
    private final Span total = new Span();

    ApiKeysView(ApiKeys keys) {
        this.keys = keys;

        columns();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setEmptyStateComponent(
                new EmptyState(VaadinIcon.KEY_O, Texts.t("access.keys.empty"), Texts.t("access.keys.emptyHint")));
        filter.quick(REVOKED, Texts.t("access.keys.showRevoked")).end(total);
        filter.onChange(this::show);

        addClassName("page");
        add(
                new PageHeader(getPageTitle())
                        .subtitle(Texts.t("access.keys.subtitle"))
                        .primary(new Button(Texts.t("access.keys.issue"), VaadinIcon.PLUS.create(), _ -> issue())),
                filter,
                grid);
    }

    @Override
    public String getPageTitle() {
        return Texts.t("access.keys.title");
    }

    private void columns() {
        grid.addColumn(ApiKey::name)
                .setHeader(Texts.t("access.keys.name"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(key -> mono(key.prefix() + "…"))
                .setHeader(Texts.t("access.keys.prefix"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(ApiKeysView::state)
                .setHeader(Texts.t("access.users.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(ApiKeysView::scopes)
                .setHeader(Texts.t("access.keys.scopes"))
                .setTooltipGenerator(ApiKeysView::scopes);
        grid.addComponentColumn(key -> new TimeAgo(key.usedAt()))
                .setHeader(Texts.t("access.keys.used"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(key -> new TimeAgo(key.createdAt()))
                .setHeader(Texts.t("access.keys.created"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(ApiKey::createdBy)
                .setHeader(Texts.t("access.keys.by"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::revoking).setAutoWidth(true).setFlexGrow(0);
        List<Grid.Column<ApiKey>> columns = grid.getColumns();
        Grid.Column<ApiKey> card = grid.addComponentColumn(this::card)
                .setHeader(Texts.t("access.keys.title"))
                .setFlexGrow(1);
        NarrowColumns.on(grid, columns, card);
    }

    /** What a narrow screen shows instead of columns. */
    private Component card(ApiKey key) {
        Div card = new Div(
                new Div(new Span(key.name())),
                new Div(state(key), revoking(key)),
                new Div(mono(key.prefix() + "…"), new TimeAgo(Texts.t("access.keys.used"), key.usedAt())));
        card.getChildren().forEach(line -> line.addClassName("api-key-line"));
        return card;
    }

    private void show(ViewState state) {
        String text = state.search().toLowerCase(java.util.Locale.ROOT);
        var found = keys.list().stream()
                .filter(key -> state.quick(REVOKED) || !key.isRevoked())
                .filter(key -> (key.name() + " " + key.prefix())
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(text))
                .toList();
        grid.setItems(found);
        total.setText(Texts.plural("access.keys.total", found.size()));
    }

    private Component revoking(ApiKey key) {
        if (key.isRevoked()) {
            return new Span();
        }
        Button revoke = new Button(Texts.t("access.keys.revoke"), _ -> revoke(key));
        revoke.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        revoke.setAriaLabel(Texts.t("access.keys.revoke.of", key.name()));
        return revoke;
    }

    private void issue() {
        new ApiKeyDialog((name, scopes, reason) -> {
                    IssuedKey outcome = keys.issue(name, scopes, reason);
                    if (outcome instanceof IssuedKey.Issued issued) {
                        IssuedSecret.key(issued.key().name(), issued.secret()).open();
                        show(filter.state());
                    }
                    return outcome;
                })
                .open();
    }

    private void revoke(ApiKey key) {
        new ConfirmWithReason(Texts.t("access.keys.revoke.title"), Texts.t("access.keys.revoke"), reason -> {
                    boolean done = keys.revoke(key.id(), reason);
                    Notification.show(Texts.t(done ? "access.keys.revoked" : "access.keys.revokedBefore", key.name()))
                            .addThemeVariants(NotificationVariant.LUMO_SUCCESS);
                    show(filter.state());
                })
                .subject(key.name() + " (" + key.prefix() + "…)")
                .effect(Texts.t("access.keys.revoke.effect"))
                .danger()
                .open();
    }

    private static Component state(ApiKey key) {
        if (key.isRevoked()) {
            StatusBadge badge = new StatusBadge(Tone.QUIET, Texts.t("access.keys.state.revoked"));
            badge.setTitle(Texts.t("access.keys.revokedBy", key.revokedBy()));
            return badge;
        }
        return new StatusBadge(
                key.isDemo() ? Tone.INFO : Tone.GOOD,
                Texts.t(key.isDemo() ? "access.keys.state.demo" : "access.keys.state.active"));
    }

    private static String scopes(ApiKey key) {
        return key.scopes().stream().map(ApiScope::code).collect(Collectors.joining(", "));
    }

    private static Component mono(String text) {
        Span span = new Span(text);
        span.addClassName("mono");
        return span;
    }
}
