package ru.freesport.console.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;

@ConsoleTest
@WithMockUser(username = "manager", roles = "MANAGER")
class CustomersTest {

    private static final CustomerFields NOTHING = new CustomerFields(null, null, null, null, null, null, null, null);

    @Autowired
    private Customers customers;

    @Test
    void whatIsWrongIsToldAtOnce() {
        assertThat(customers.register(NOTHING))
                .isEqualTo(new Registration.Refused(List.of(
                        CustomerRule.TYPE_MISSING, CustomerRule.NO_WAY_TO_REACH, CustomerRule.PERSON_NAME_MISSING)));
        assertThat(customers.register(
                        new CustomerFields(CustomerType.COMPANY, "no mail", "12", null, null, null, "1234567890", "7")))
                .isEqualTo(new Registration.Refused(List.of(
                        CustomerRule.EMAIL_MALFORMED,
                        CustomerRule.PHONE_MALFORMED,
                        CustomerRule.COMPANY_NAME_MISSING,
                        CustomerRule.TAX_ID_MALFORMED,
                        CustomerRule.KPP_MALFORMED)));
    }

    @Test
    void aChangeLeavesWhatIsNotSaid() {
        Customer known = person();
        assertThat(customers.change(
                        known.id(), new CustomerFields(null, null, "8 916 000-00-00", null, null, null, null, null)))
                .isInstanceOfSatisfying(Registration.Done.class, done -> {
                    assertThat(done.customer().phone()).isEqualTo("+79160000000");
                    assertThat(done.customer().email()).isEqualTo(known.email());
                    assertThat(done.customer().version()).isEqualTo(1);
                });
        assertThat(customers.change(UUID.randomUUID(), NOTHING)).isInstanceOf(Registration.Unknown.class);
    }

    @Test
    void atAGlanceNobodyCanBeReached() {
        Customer known = person();
        Customer seen = customers.glance(List.of(known.id())).get(known.id());
        assertThat(seen.name()).isEqualTo(known.name());
        assertThat(seen.email()).isEqualTo("a•••@example.org");
        assertThat(seen.phone())
                .isEqualTo("•••" + known.phone().substring(known.phone().length() - 4));
        assertThat(known.toString()).doesNotContain(known.email(), known.phone(), known.lastName());
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void aViewerReadsNobodysContacts() {
        assertThatThrownBy(() -> customers.find(UUID.randomUUID())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> customers.reveal(UUID.randomUUID(), "order:1"))
                .isInstanceOf(AccessDeniedException.class);
    }

    private Customer person() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        return ((Registration.Done) customers.register(new CustomerFields(
                        CustomerType.PERSON,
                        " anna-" + mark + "@example.org ",
                        "8 (916) 123-45-67",
                        "Анна",
                        "Иванова-" + mark,
                        " ",
                        null,
                        null)))
                .customer();
    }
}
