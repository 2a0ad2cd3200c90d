package ru.freesport.console.customers.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.ConsentKind;
import ru.freesport.console.customers.Consents;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerFilter;
import ru.freesport.console.customers.CustomerLevel;
import ru.freesport.console.customers.CustomerList;
import ru.freesport.console.customers.CustomerRole;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.Verification;
import ru.freesport.console.customers.Verifications;
import ru.freesport.console.customers.conflicts.SomeConflicts;

@ConsoleTest
@WithMockUser(username = "manager", roles = "MANAGER")
class CustomerViewsTest extends SpringBrowserlessTest {

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerList list;

    @Autowired
    private Consents consents;

    @Autowired
    private Verifications verifications;

    private Customer customer;

    @BeforeEach
    void begin() {
        customer = SomeConflicts.of(beans).company();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aCustomerIsFoundByAnythingAndWhatIsPersonalStaysOutOfTheAddress() {
        for (String said : new String[] {
            customer.companyName(), customer.email(), customer.onecId(), Long.toString(customer.code())
        }) {
            assertThat(list.page(new CustomerFilter(said, null, null, null, null), null, 50))
                    .as(said)
                    .extracting(Customer::id)
                    .contains(customer.id());
        }
        UI.getCurrent().navigate("customers");
        test(find(TextField.class).single()).setValue(customer.email());
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("customers");
        Grid<Customer> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(1);
        test(grid).clickRow(0);
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("customers/" + customer.id());
    }

    @Test
    void contactsAreHiddenUntilTheyAreShownAndThatIsInTheAudit() {
        UI.getCurrent().navigate("customers/" + customer.id());
        assertThat(texts()).doesNotContain(customer.email(), customer.phone());
        button("Показать контакты").click();
        assertThat(texts()).contains(customer.email(), customer.phone());
        assertThat(database.sql("""
                        SELECT count(*) FROM audit_entry WHERE action = 'customers.contacts.shown'
                            AND actor = 'manager' AND subject = ?""")
                        .param("customer:" + customer.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void anApplicationIsApprovedOnceWithALevel() {
        UI.getCurrent().navigate("customers/" + customer.id());
        button("Одобрить").click();
        button("Одобрить").click();
        Customer now = RunAs.system(() -> customers.find(customer.id()).orElseThrow());
        assertThat(now.standing().verification().state()).isEqualTo(Verification.State.VERIFIED);
        assertThat(now.standing().level()).isEqualTo(CustomerLevel.WHOLESALE1);
        assertThat(now.standing().role()).isEqualTo(CustomerRole.WHOLESALE);
        assertThat(verifications.approve(customer.id(), customer.version(), 3, null))
                .as("who looked at an older customer")
                .isEqualTo(Verifications.Decided.CHANGED);
        assertThat(verifications.refuse(now.id(), now.version(), " ")).isEqualTo(Verifications.Decided.REFUSED);
        assertThat(verifications.refuse(now.id(), now.version(), "Нет договора"))
                .isEqualTo(Verifications.Decided.DONE);
        assertThat(RunAs.system(() -> customers.find(customer.id()).orElseThrow())
                        .standing()
                        .level())
                .isEqualTo(CustomerLevel.RETAIL);
    }

    @Test
    void consentsAreFactsThatStay() {
        consents.add(customer.id(), ConsentKind.MARKETING_SMS, true, "2026-09");
        consents.add(customer.id(), ConsentKind.MARKETING_SMS, false, null);
        UI.getCurrent().navigate("customers/" + customer.id());
        assertThat(texts()).contains("Рассылка по СМС: отозвано", "Рассылка по СМС: дано");
        assertThatThrownBy(() -> database.sql("DELETE FROM customer_consent").update())
                .hasRootCauseMessage("ERROR: customer_consent is append-only: DELETE is refused\n"
                        + "  Where: PL/pgSQL function customer_facts_are_append_only() line 3 at RAISE");
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void aViewerSeesNoContactsFindsNobodyByThemAndDecidesNothing() {
        assertThat(list.page(new CustomerFilter(customer.email(), null, null, null, null), null, 10))
                .isEmpty();
        UI.getCurrent().navigate("customers/" + customer.id());
        assertThat(texts()).doesNotContain(customer.email(), customer.phone());
        assertThat(find(Button.class).withText("Показать контакты").exists()).isFalse();
        assertThat(find(Button.class).withText("Одобрить").exists()).isFalse();
        assertThatThrownBy(() -> customers.reveal(customer.id(), "test")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> verifications.approve(customer.id(), 1, 1, null))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> consents.add(customer.id(), ConsentKind.PERSONAL_DATA, true, null))
                .isInstanceOf(AccessDeniedException.class);
    }

    private Button button(String text) {
        return find(Button.class).withText(text).all().getLast();
    }

    private List<String> texts() {
        return find(Span.class).all().stream().map(Span::getText).toList();
    }
}
