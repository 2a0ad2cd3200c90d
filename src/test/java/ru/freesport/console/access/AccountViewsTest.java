package ru.freesport.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.shared.ui.SavedView;
import ru.freesport.console.shared.ui.SavedViews;
import ru.freesport.console.shared.ui.ViewState;

@ConsoleTest
class AccountViewsTest {

    private static final ViewState LATE =
            new ViewState(Map.of("show", List.of("overdue", "mine"), "severity", List.of("HIGH")));

    private final String one = "views-" + UUID.randomUUID();
    private final String other = "views-" + UUID.randomUUID();

    @Autowired
    private SavedViews views;

    @Autowired
    private AccountSeeds seeds;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void accounts() {
        transaction.executeWithoutResult(_ -> {
            seeds.add(one, Set.of(Role.MANAGER), "long enough for a test", false, false);
            seeds.add(other, Set.of(Role.MANAGER), "long enough for a test", false, false);
        });
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whatOnePersonSavedOneFindsAgainAndNobodyElseDoes() {
        logIn(one);
        assertThat(views.save("conflicts", "Горит", LATE)).isTrue();
        assertThat(views.of("conflicts")).containsExactly(new SavedView("Горит", LATE));
        assertThat(views.of("orders")).isEmpty();
        logIn(other);
        assertThat(views.of("conflicts")).isEmpty();
        views.forget("conflicts", "Горит");
        logIn(one);
        assertThat(views.of("conflicts")).as("somebody else's forgetting").hasSize(1);
        assertThat(views.save("conflicts", "Горит", ViewState.EMPTY.withSearch("7")))
                .as("the same name")
                .isTrue();
        assertThat(views.of("conflicts").getFirst().state().search()).isEqualTo("7");
        views.forget("conflicts", "Горит");
        assertThat(views.of("conflicts")).isEmpty();
    }

    @Test
    void namesAndNumbersHaveTheirLimits() {
        logIn(one);
        assertThat(views.save("conflicts", " ", LATE)).isFalse();
        assertThat(views.save("conflicts", "д".repeat(61), LATE)).isFalse();
        for (int n = 0; n < SavedViews.MOST; n++) {
            assertThat(views.save("conflicts", "вид " + n, LATE)).isTrue();
        }
        assertThat(views.save("conflicts", "лишний", LATE)).isFalse();
        assertThat(views.save("conflicts", "вид 3", ViewState.EMPTY))
                .as("not one more")
                .isTrue();
        assertThat(views.of("conflicts")).hasSize(SavedViews.MOST);
    }

    @Test
    void whoIsNotLoggedInHasNone() {
        SecurityContextHolder.clearContext();
        assertThatThrownBy(() -> views.of("conflicts")).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    private static void logIn(String name) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        name, null, AuthorityUtils.createAuthorityList(Role.MANAGER.authority())));
    }
}
