package ru.freesport.console.access;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Does later what a person asked for, as that person: with the rights they have when it is done, not when they asked. */
@Component
public class OnBehalf {

    private final JdbcClient database;

    OnBehalf(JdbcClient database) {
        this.database = database;
    }

    /** @throws AccessDeniedException when there is no such account any more, or it is disabled */
    public <T, E extends Exception> T of(String account, RunAs.Work<T, E> work) throws E {
        List<String> rights = database.sql("""
                        SELECT r.role FROM account a JOIN account_role r ON r.account_id = a.id
                        WHERE a.name = ? AND NOT a.disabled""").param(account).query(String.class).list().stream()
                .map(role -> Role.valueOf(role).authority())
                .toList();
        if (rights.isEmpty()) {
            throw new AccessDeniedException("The account of whoever asked for this is gone, disabled or has no role");
        }
        return RunAs.as(
                UsernamePasswordAuthenticationToken.authenticated(
                        account, null, AuthorityUtils.createAuthorityList(rights)),
                work);
    }
}
