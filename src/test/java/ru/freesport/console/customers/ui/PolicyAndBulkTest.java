package ru.freesport.console.customers.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.compare.Choice;
import ru.freesport.console.customers.compare.Strategy;
import ru.freesport.console.customers.conflicts.ConflictBulk;
import ru.freesport.console.customers.conflicts.ConflictRow;
import ru.freesport.console.customers.conflicts.ConflictState;
import ru.freesport.console.customers.conflicts.Conflicts;
import ru.freesport.console.customers.conflicts.Policies;
import ru.freesport.console.customers.conflicts.SomeConflicts;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;

@ConsoleTest
@WithMockUser(username = "manager", roles = "MANAGER")
class PolicyAndBulkTest extends SpringBrowserlessTest {

    /** More than the run reads at once. */
    private static final int MANY = 203;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Conflicts conflicts;

    @Autowired
    private ConflictBulk bulk;

    @Autowired
    private Policies policies;

    @Autowired
    private Runs runs;

    private final String account = "manager";
    private final List<Long> ids = new ArrayList<>();

    @BeforeEach
    void begin() {
        database.sql("UPDATE customer_conflict SET state = 'DISMISSED' WHERE state IN ('OPEN', 'CLAIMED', 'REOPENED')")
                .update();
        SomeConflicts some = SomeConflicts.of(beans);
        for (int made = 0; made < 6; made++) {
            ids.add(some.of(some.company(), Map.of(CustomerField.KPP, "770701002")));
        }
    }

    /** The installation's policy, for the tests that come after. */
    @AfterEach
    void installed() {
        database.sql("UPDATE account SET disabled = false WHERE name = ?")
                .param(account)
                .update();
        database.sql("ALTER TABLE customer_policy DISABLE TRIGGER ALL").update();
        database.sql("DELETE FROM customer_policy").update();
        database.sql("ALTER TABLE customer_policy ENABLE TRIGGER ALL").update();
    }

    @Test
    void allOfAPatternAreDecidedButThoseThatOthersWorkOnOrThatChanged() {
        String pattern = row(ids.getFirst()).pattern();
        ConflictBulk.Preview seen = bulk.preview(pattern);
        assertThat(seen.all()).isEqualTo(6);
        assertThat(seen.rows()).extracting(ConflictRow::id).containsExactlyInAnyOrderElementsOf(ids);
        database.sql("""
                        UPDATE customer_conflict SET state = 'CLAIMED', claimed_by = 'olga',
                            claimed_until = now() + interval '10 minutes' WHERE id = ?""").param(ids.get(0)).update();
        database.sql("UPDATE customer_conflict SET version = version + 1, changed_at = clock_timestamp() WHERE id = ?")
                .param(ids.get(1))
                .update();
        assertThatThrownBy(() -> bulk.start(pattern, seen.at(), Choice.ONEC, " "))
                .isInstanceOf(IllegalArgumentException.class);
        RunView run = decided(pattern, seen.at());
        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_REJECTS);
        assertThat(run.summary()).contains("\"DONE\": 4", "\"CLAIMED\": 1", "\"CHANGED\": 1");
        assertThat(row(ids.get(0)).state()).isEqualTo(ConflictState.CLAIMED);
        assertThat(row(ids.get(1)).state()).isEqualTo(ConflictState.OPEN);
        assertThat(ids.subList(2, 6)).allSatisfy(id -> {
            assertThat(row(id).state()).isEqualTo(ConflictState.RESOLVED);
            assertThat(conflicts
                            .again(id)
                            .orElseThrow()
                            .events()
                            .getFirst()
                            .actor()
                            .name())
                    .as("who asked, not who ran it")
                    .isEqualTo(account);
        });
        assertThat(decided(pattern, seen.at()).summary()).as("pressed twice").doesNotContain("DONE");
    }

    @Test
    void moreThanAPageAreAllDecided() {
        SomeConflicts some = SomeConflicts.of(beans);
        for (int made = ids.size(); made < MANY; made++) {
            some.of(some.company(), Map.of(CustomerField.KPP, "770701002"));
        }
        String pattern = row(ids.getFirst()).pattern();
        ConflictBulk.Preview seen = bulk.preview(pattern);
        assertThat(seen.all()).isEqualTo(MANY);
        assertThat(decided(pattern, seen.at()).state()).isEqualTo(RunState.COMPLETED);
        assertThat(bulk.preview(pattern).all()).isZero();
    }

    @Test
    void whoLostTheRightMeanwhileDecidesNothing() {
        database.sql("UPDATE account SET disabled = true WHERE name = ?")
                .param(account)
                .update();
        String pattern = row(ids.getFirst()).pattern();
        assertThat(decided(pattern, bulk.preview(pattern).at()).state()).isEqualTo(RunState.FAILED);
        assertThat(ids).allSatisfy(id -> assertThat(row(id).state()).isEqualTo(ConflictState.OPEN));
    }

    @Test
    void theQueueOffersItWithTheExactCountAndAReason() {
        UI.getCurrent()
                .navigate(
                        "conflicts",
                        QueryParameters.of("pattern", row(ids.getFirst()).pattern()));
        button("Решить все похожие").click();
        test(find(TextArea.class).single()).setValue("Приказ 12");
        button("Решить 6 конфликтов").click();
        runs.await(runs.latest("customers.bulk-decisions").orElseThrow().id(), Duration.ofMinutes(1));
        assertThat(ids).allSatisfy(id -> assertThat(row(id).state()).isEqualTo(ConflictState.RESOLVED));
    }

    @Test
    @SuppressWarnings("unchecked")
    void aRuleIsTriedOnTheLastDecisionsBeforeItIsChangedAndItsHistoryStays() {
        String pattern = row(ids.getFirst()).pattern();
        decided(pattern, bulk.preview(pattern).at());
        UI.getCurrent().navigate("settings/policy");
        Select<Strategy> choice = (Select<Strategy>) find(Select.class).all().stream()
                .filter(one -> "КПП".equals(one.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow();
        choice.setValue(Strategy.PLATFORM_WINS);
        assertThat(texts()).anyMatch(text -> text.startsWith("По этому правилу 0 из последних"));
        button("Изменить правила").click();
        test(find(TextArea.class).single()).setValue("КПП ведём на сайте");
        button("Изменить правила").click();
        assertThat(policies.current().of(CustomerField.KPP)).isEqualTo(Strategy.PLATFORM_WINS);
        assertThat(texts()).contains("КПП ведём на сайте");
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void aViewerReadsTheRulesAndChangesNothing() {
        UI.getCurrent().navigate("settings/policy");
        assertThat(find(Select.class).all()).isEmpty();
        assertThat(find(Button.class).withText("Изменить правила").exists()).isFalse();
        assertThatThrownBy(() -> policies.change(Map.of(), 0, "x")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> bulk.start("x", Instant.now(), Choice.ONEC, "x"))
                .isInstanceOf(AccessDeniedException.class);
    }

    private RunView decided(String pattern, Instant seen) {
        return runs.await(bulk.start(pattern, seen, Choice.ONEC, "Приказ 12"), Duration.ofMinutes(1));
    }

    private ConflictRow row(long id) {
        return conflicts.again(id).orElseThrow().row();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).all().getLast();
    }

    private List<String> texts() {
        return find(Span.class).all().stream().map(Span::getText).toList();
    }
}
