package ru.freesport.console.access;

import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.shared.ui.SavedView;
import ru.freesport.console.shared.ui.SavedViews;
import ru.freesport.console.shared.ui.ViewState;

/** Saved views as rows of the person's account; the state is the query of an address, which holds nothing personal. */
@Component
@PreAuthorize("isAuthenticated()")
@Transactional
class AccountViews implements SavedViews {

    private static final int LONGEST_QUERY = 2_000;

    private final JdbcClient database;
    private final CurrentUser user;

    AccountViews(JdbcClient database, CurrentUser user) {
        this.database = database;
        this.user = user;
    }

    @Override
    @Transactional(readOnly = true)
    public List<SavedView> of(String list) {
        return database.sql("""
                        SELECT v.name, v.query FROM saved_view v JOIN account a ON a.id = v.account_id
                        WHERE a.name = ? AND v.list = ? ORDER BY v.name""")
                .params(user.name(), list)
                .query((row, _) -> new SavedView(
                        row.getString("name"), ViewState.of(QueryParameters.fromString(row.getString("query")))))
                .list();
    }

    @Override
    public boolean save(String list, String name, ViewState state) {
        String query = state.toParameters().getQueryString();
        if (name.isBlank() || name.length() > LONGEST_NAME || query.length() > LONGEST_QUERY) {
            return false;
        }
        return database.sql("""
                        INSERT INTO saved_view (account_id, list, name, query)
                        SELECT a.id, :list, :name, :query FROM account a WHERE a.name = :account
                            AND (SELECT count(*) FROM saved_view v WHERE v.account_id = a.id AND v.list = :list
                                AND v.name <> :name) < :most
                        ON CONFLICT (account_id, list, name) DO UPDATE SET query = excluded.query""")
                        .param("list", list)
                        .param("name", name)
                        .param("query", query)
                        .param("account", user.name())
                        .param("most", MOST)
                        .update()
                == 1;
    }

    @Override
    public void forget(String list, String name) {
        database.sql("""
                        DELETE FROM saved_view WHERE list = ? AND name = ?
                            AND account_id = (SELECT id FROM account WHERE name = ?)""").params(list, name, user.name()).update();
    }
}
