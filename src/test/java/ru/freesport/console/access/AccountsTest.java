package ru.freesport.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.AccountChange.Why;

@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class AccountsTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PasswordCheck check;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void nobodyDisablesOrDemotesOneself() {
        assertThat(SomeChanges.refused(accounts.disable("admin", "tired"))).isEqualTo(Why.ONESELF);
        assertThat(SomeChanges.refused(accounts.setRoles("Admin", Set.of(Role.VIEWER), "tired")))
                .isEqualTo(Why.ONESELF);
        assertThat(SomeChanges.refused(accounts.setPassword("admin", "some-other-phrase", "forgot")))
                .isEqualTo(Why.ONESELF);
    }

    @Test
    @WithMockUser(username = "somebody", roles = "ADMIN")
    void theLastAdministratorStays() {
        // other tests add administrators: they are sent away for as long as this transaction lives
        transaction.executeWithoutResult(all -> {
            all.setRollbackOnly();
            accounts.list().stream()
                    .filter(account -> account.roles().contains(Role.ADMIN) && !account.disabled())
                    .filter(account -> !account.name().equals("admin"))
                    .forEach(account -> SomeChanges.done(accounts.disable(account.name(), "test")));

            assertThat(SomeChanges.refused(accounts.disable("admin", "test"))).isEqualTo(Why.LAST_ADMIN);
            assertThat(SomeChanges.refused(accounts.setRoles("admin", Set.of(Role.VIEWER), "test")))
                    .isEqualTo(Why.LAST_ADMIN);
        });
    }

    @Test
    void anotherAdministratorMayGo() {
        String other = SomeAccounts.fresh(application, Role.ADMIN);
        assertThat(SomeChanges.done(accounts.disable(other, "left")).disabled()).isTrue();
        assertThat(check.check(other, SomeAccounts.PASSWORD, PasswordCheck.Door.CONSOLE))
                .isNull();
        assertThat(SomeChanges.done(accounts.enable(other, "back")).disabled()).isFalse();
        assertThat(check.check(other, SomeAccounts.PASSWORD, PasswordCheck.Door.CONSOLE))
                .isNotNull();
    }

    @Test
    void everyChangeWantsAReason() {
        String name = SomeAccounts.fresh(application, Role.VIEWER);
        assertThat(SomeChanges.refused(accounts.disable(name, "  "))).isEqualTo(Why.REASON_MISSING);
        assertThat(SomeChanges.refused(accounts.add("fresh-one", Set.of(Role.VIEWER), SomeAccounts.PASSWORD, "")))
                .isEqualTo(Why.REASON_MISSING);
    }

    @Test
    void whatCannotBeAnAccountIsRefused() {
        assertThat(SomeChanges.refused(accounts.add("viewer", Set.of(Role.VIEWER), SomeAccounts.PASSWORD, "x")))
                .isEqualTo(Why.NAME_TAKEN);
        assertThat(SomeChanges.refused(accounts.add("a b", Set.of(Role.VIEWER), SomeAccounts.PASSWORD, "x")))
                .isEqualTo(Why.NAME_MALFORMED);
        assertThat(SomeChanges.refused(accounts.add("nobody", Set.of(), SomeAccounts.PASSWORD, "x")))
                .isEqualTo(Why.NO_ROLE);
        assertThat(SomeChanges.refused(accounts.add("nobody", Set.of(Role.VIEWER), "short", "x")))
                .isEqualTo(Why.PASSWORD_TOO_SHORT);
        assertThat(SomeChanges.refused(accounts.add("nobody", Set.of(Role.VIEWER), "ы".repeat(37), "x")))
                .isEqualTo(Why.PASSWORD_TOO_LONG);
        assertThat(SomeChanges.refused(accounts.add("nobody", Set.of(Role.VIEWER), "I-am-Nobody-here", "x")))
                .isEqualTo(Why.PASSWORD_LIKE_NAME);
    }

    @Test
    void rolesChangeAndAreWrittenDown() {
        String name = SomeAccounts.fresh(application, Role.VIEWER);
        Account changed = SomeChanges.done(accounts.setRoles(name, Set.of(Role.FINANCE, Role.SUPPORT), "promoted"));
        assertThat(changed.roles()).containsExactlyInAnyOrder(Role.SUPPORT, Role.FINANCE);
        assertThat(accounts.find(name))
                .hasValueSatisfying(
                        stored -> assertThat(stored.roles()).containsExactlyInAnyOrder(Role.SUPPORT, Role.FINANCE));
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void othersMayNotEvenLook() {
        assertThatThrownBy(accounts::list).isInstanceOf(AuthorizationDeniedException.class);
        assertThatThrownBy(() -> accounts.disable("manager", "x")).isInstanceOf(AuthorizationDeniedException.class);
        assertThatThrownBy(() -> RunAs.system(accounts::list)).isInstanceOf(AuthorizationDeniedException.class);
    }
}
