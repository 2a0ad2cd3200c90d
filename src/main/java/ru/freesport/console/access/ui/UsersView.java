package ru.freesport.console.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.access.Account;
import ru.freesport.console.access.Accounts;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.FilterBar;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.ViewState;

/** Who may come in, as what, and whether they can at the moment. */
@Route("settings/users")
@RolesAllowed("ADMIN")
final class UsersView extends Div implements HasDynamicTitle {

    private final Grid<Account> grid = new Grid<>();
    private final Span total = new Span();
    private final FilterBar filter = new FilterBar(Texts.t("access.users.filter"));
    private final Accounts accounts;
    private final Clock clock;

    UsersView(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
        AccountActs acts = new AccountActs(accounts, () -> show(filter.state()));

        grid.addColumn(Account::name)
                .setHeader(Texts.t("access.users.name"))
                .setSortable(true)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(
                        account -> AccountState.of(account, clock.instant()).badge(account))
                .setHeader(Texts.t("access.users.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(UsersView::roles).setHeader(Texts.t("access.users.roles"));
        grid.addColumn(account -> when(account.lastLoginAt(), Texts.t("access.users.never")))
                .setHeader(Texts.t("access.users.lastLogin"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(account -> when(account.passwordChangedAt(), ""))
                .setHeader(Texts.t("access.users.passwordChanged"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(account -> acts.menu(account, clock.instant()))
                .setWidth("3.5rem")
                .setFlexGrow(0);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setEmptyStateComponent(
                new EmptyState(VaadinIcon.USERS, Texts.t("access.users.empty"), Texts.t("access.users.emptyHint")));

        for (AccountState state : List.of(AccountState.ACTIVE, AccountState.LOCKED, AccountState.DISABLED)) {
            String id = state.name().toLowerCase(Locale.ROOT);
            filter.quick(id, Texts.t("access.users.quick." + id));
        }
        filter.end(total);
        filter.onChange(this::show);

        addClassName("page");
        add(
                new PageHeader(getPageTitle())
                        .primary(new Button(Texts.t("access.users.add"), VaadinIcon.PLUS.create(), _ -> acts.add())),
                filter,
                grid);
    }

    @Override
    public String getPageTitle() {
        return Texts.t("access.users.title");
    }

    private void show(ViewState state) {
        List<Account> found =
                accounts.list().stream().filter(account -> fits(account, state)).toList();
        grid.setItems(found);
        total.setText(Texts.plural("access.users.total", found.size()));
    }

    private boolean fits(Account account, ViewState state) {
        String text = state.search().strip().toLowerCase(Locale.ROOT);
        String words = (account.name() + " " + roles(account)).toLowerCase(Locale.ROOT);
        return words.contains(text)
                && (state.quick().isEmpty() || state.quick(quickOf(AccountState.of(account, clock.instant()))));
    }

    /** An account that waits for its first password works, as far as the quick filters go. */
    private static String quickOf(AccountState state) {
        return (state == AccountState.FIRST_PASSWORD ? AccountState.ACTIVE : state)
                .name()
                .toLowerCase(Locale.ROOT);
    }

    private static String roles(Account account) {
        return account.roles().stream()
                .sorted()
                .map(role -> Texts.word("shared.role", role))
                .collect(Collectors.joining(", "));
    }

    private String when(@Nullable Instant moment, String otherwise) {
        return moment == null ? otherwise : Formats.relative(moment, clock.instant());
    }
}
