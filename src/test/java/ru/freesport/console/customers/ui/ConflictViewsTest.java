package ru.freesport.console.customers.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.compare.Choice;
import ru.freesport.console.customers.conflicts.ConflictDecisions;
import ru.freesport.console.customers.conflicts.ConflictFilter;
import ru.freesport.console.customers.conflicts.ConflictOutcome;
import ru.freesport.console.customers.conflicts.ConflictRow;
import ru.freesport.console.customers.conflicts.ConflictState;
import ru.freesport.console.customers.conflicts.Conflicts;
import ru.freesport.console.customers.conflicts.FieldDecision;
import ru.freesport.console.customers.conflicts.SomeConflicts;

@ConsoleTest
@WithMockUser(username = "manager", roles = "MANAGER")
class ConflictViewsTest extends SpringBrowserlessTest {

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Conflicts conflicts;

    @Autowired
    private ConflictDecisions decisions;

    private Customer customer;
    private long id;

    @BeforeEach
    void begin() {
        SomeConflicts some = SomeConflicts.of(beans);
        customer = some.company();
        id = some.of(customer, Map.of(CustomerField.EMAIL, "buh@example.org"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void theQueueFindsAConflictByItsNumberAndByTheNameWhichStaysOutOfTheAddress() {
        UI.getCurrent().navigate("conflicts", QueryParameters.of("q", Long.toString(id)));
        Grid<ConflictRow> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(test(grid).getRow(0).name()).isEqualTo(customer.name());
        UI.getCurrent().navigate("conflicts");
        test(find(TextField.class).single()).setValue(customer.companyName());
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("conflicts");
        assertThat(test(find(Grid.class).single()).size()).isEqualTo(1);
        test((Grid<ConflictRow>) find(Grid.class).single()).clickRow(0);
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("conflicts/" + id);
    }

    @Test
    void aDecisionAboutAnEmailIsProposedAndTheOwnOneCannotBeApproved() {
        UI.getCurrent().navigate("conflicts/" + id);
        side(Choice.ONEC).click();
        assertThat(conflict().claimedBy()).as("who chooses takes it").isEqualTo("manager");
        button("Решить").click();
        assertThat(conflict().awaitsSecond()).isTrue();
        assertThat(texts()).contains("Своё предложение одобрить нельзя: нужен второй человек");
        assertThat(find(Button.class).withText("Одобрить").exists()).isFalse();
        button("Отозвать").click();
        assertThat(conflict().awaitsSecond()).isFalse();
    }

    @Test
    void anotherPersonApprovesAndTheDecisionCanBeUndone() {
        propose("olga");
        UI.getCurrent().navigate("conflicts/" + id);
        button("Одобрить").click();
        assertThat(conflict().state()).isEqualTo(ConflictState.RESOLVED);
        assertThat(email()).isEqualTo("buh@example.org");
        find(Button.class).all().stream()
                .filter(button -> button.getText().startsWith("Отменить (до"))
                .findFirst()
                .orElseThrow()
                .click();
        button("Отменить решение").click();
        assertThat(conflict().state()).isEqualTo(ConflictState.OPEN);
        assertThat(email()).isEqualTo(customer.email());
    }

    @Test
    void whoIsQuickerWinsAndTheOtherIsToldWithBothDecisionsSideBySide() {
        UI.getCurrent().navigate("conflicts/" + id);
        side(Choice.SHOP).click();
        database.sql(
                        "UPDATE customer_conflict SET claimed_until = now() - interval '1 hour', claimed_by = NULL, state = 'OPEN' WHERE id = ?")
                .param(id)
                .update();
        propose("olga");
        button("Решить").click();
        assertThat(find(ClashDialog.class).exists()).isTrue();
        assertThat(find(Paragraph.class).all()).extracting(Paragraph::getText).anyMatch(text -> text.contains("olga"));
    }

    @Test
    void aCommentStaysInTheHistory() {
        UI.getCurrent().navigate("conflicts/" + id);
        test(find(TextArea.class).single()).setValue("Клиент перезвонит завтра");
        button("Добавить").click();
        assertThat(texts()).contains("Клиент перезвонит завтра");
    }

    @Test
    void anUnknownNumberSaysSo() {
        UI.getCurrent().navigate("conflicts/999999999");
        assertThat(find(ConflictView.class).single().getChildren().count()).isEqualTo(1);
    }

    @Test
    void aQuestionOfIdentityNamesTheCandidateAndTheKey() {
        long question = SomeConflicts.of(beans).question(customer, company());
        UI.getCurrent().navigate("conflicts/" + question);
        assertThat(texts()).contains("Совпадает: ИНН", customer.email(), "buh-new@example.org");
    }

    /** What a company is called and its number stand in a public register; how it is reached does not. */
    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void aViewerSeesWhatIsPublicOfACompanyOnBothSidesOfAQuestionAndNoContacts() {
        long question = SomeConflicts.of(beans).question(customer, company());
        UI.getCurrent().navigate("conflicts/" + question);
        assertThat(texts()).anyMatch(text -> text.contains("7830002293"));
        assertThat(texts()).noneMatch(text -> text.contains("buh-new@example.org") || text.contains(customer.email()));
    }

    private static Map<CustomerField, String> company() {
        return Map.of(
                CustomerField.COMPANY_NAME, "ООО Высота",
                CustomerField.TAX_ID, "7830002293",
                CustomerField.EMAIL, "buh-new@example.org");
    }

    @Test
    @SuppressWarnings("unchecked")
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void theListShowsAViewerNoWholeName() {
        UI.getCurrent().navigate("conflicts", QueryParameters.of("q", Long.toString(id)));
        ConflictRow row = test((Grid<ConflictRow>) find(Grid.class).single()).getRow(0);
        assertThat(row.id()).isEqualTo(id);
        assertThat(row.name()).doesNotContain(customer.name()).contains("•");
    }

    @Test
    @WithMockUser(username = "exchange", roles = "EXCHANGE")
    void whoHasNoPartInConflictsIsRefusedByTheService() {
        assertThatThrownBy(() -> conflicts.again(id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> conflicts.count(ConflictFilter.ALL)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void aViewerSeesMaskedValuesAndCanDecideNothing() {
        UI.getCurrent().navigate("conflicts/" + id);
        assertThat(texts()).noneMatch(text -> text.contains(customer.email()) || text.contains("buh@example.org"));
        assertThat(find(Button.class).withText("Решить").exists()).isFalse();
        assertThat(find(Button.class).withText("Взять в работу").exists()).isFalse();
        assertThat(find(Div.class).all().stream().filter(div -> div.hasClassName("field-review")))
                .hasSize(1);
        assertThatThrownBy(() ->
                        decisions.decide(id, 1, List.of(FieldDecision.of(CustomerField.EMAIL, Choice.SHOP)), null))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void propose(String who) {
        var here = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(who, "", "ROLE_MANAGER"));
        try {
            assertThat(decisions.decide(
                            id,
                            conflict().version(),
                            List.of(FieldDecision.of(CustomerField.EMAIL, Choice.ONEC)),
                            "Письмо от клиента"))
                    .isInstanceOf(ConflictOutcome.Proposed.class);
        } finally {
            SecurityContextHolder.getContext().setAuthentication(here);
        }
    }

    private ConflictRow conflict() {
        return conflicts.again(id).orElseThrow().row();
    }

    private String email() {
        return database.sql("SELECT email FROM customer WHERE id = ?")
                .param(customer.id())
                .query(String.class)
                .single();
    }

    private Button side(Choice choice) {
        return find(Button.class).all().stream()
                .filter(button -> choice.name().equals(button.getElement().getAttribute("data-choice")))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).all().getLast();
    }

    private List<String> texts() {
        return java.util.stream.Stream.concat(
                        find(Span.class).all().stream().map(Span::getText),
                        find(Paragraph.class).all().stream().map(Paragraph::getText))
                .toList();
    }
}
