package ru.freesport.console.onec.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerFields;
import ru.freesport.console.customers.CustomerMessages;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.Registration;
import ru.freesport.console.customers.SyncState;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.simulator.FaultMode;

@ConsoleTest
@WithMockUser(
        username = "olga",
        roles = {"OPERATIONS", "MANAGER"})
class CustomerSendingTest {

    private static final Runnable ON = () -> {};

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient database;

    private SomeOutgoing some;
    private CustomerSending sending;
    private Debt debt;

    @BeforeEach
    void begin() {
        // whoever other tests left is not this test's
        database.sql("UPDATE customer SET sync_state = 'LOCAL' WHERE sync_state = 'PENDING'")
                .update();
        some = new SomeOutgoing(beans);
        sending = some.customers();
        debt = some.debt(List.of(sending));
    }

    @AfterEach
    void stop() {
        some.close();
    }

    @Test
    void aNewBusinessReaches1cOnceAndIsLinkedWithIt() {
        Customer business = business();
        sending.send(ON);
        sending.send(ON);
        eachOnce(Set.of(business.id().toString()));
        Customer now = now(business);
        String message = beans.getBean(CustomerMessages.class).address(now).orElseThrow();
        assertThat(database.sql("SELECT count(*) FROM partner_call WHERE idempotency_key = ?")
                        .param(message.substring("messages?q=".length()))
                        .query(Integer.class)
                        .single())
                .as("what the customer's page leads to")
                .isOne();
        assertThat(now.onecId()).isEqualTo(business.id().toString());
        assertThat(now.standing().sync()).isEqualTo(SyncState.SYNCED);
        assertThat(some.contract.breaches()).isEmpty();
    }

    @Test
    void aPersonGoesTo1cWithAnOrderAndNotBefore() {
        Customer person = ((Registration.Done) customers.register(new CustomerFields(
                        CustomerType.PERSON, null, "+7 916 123-45-67", "Анна", "Орлова", null, null, null)))
                .customer();
        sending.send(ON);
        assertThat(some.committed(Set.of(person.id().toString()))).isEmpty();
    }

    @Test
    void whatChangesAfterwardsIsToldAgainAndOnlyThen() {
        Customer business = business();
        sending.send(ON);
        customers.change(
                business.id(), new CustomerFields(null, null, "+7 903 000-11-22", null, null, null, null, null));
        sending.send(ON);
        sending.send(ON);
        assertThat(some.committed(Set.of(business.id().toString()))).containsValue(2);
        assertThat(now(business).standing().sync()).isEqualTo(SyncState.SYNCED);
        Map<String, Object> sent = database.sql(
                        "SELECT sent ->> 'PHONE' AS phone FROM counterparty WHERE customer_id = ?")
                .param(business.id())
                .query()
                .singleRow();
        assertThat(sent.get("phone").toString()).startsWith("+79030001122");
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultMode.class,
            names = {"DOWN", "SLOW", "ERROR_AFTER_COMMIT", "TIMEOUT_AFTER_COMMIT"})
    void sixtyBusinessesReach1cEachOnceHowever1cFails(FaultMode mode) {
        Set<String> keys = businesses(55);
        some.breaks(mode);
        sending.send(ON);
        sending.send(ON);
        keys.addAll(businesses(5));
        sending.send(ON);
        assertThat(some.statesOf(keys)).doesNotContain(OutgoingState.CONFIRMED);

        some.heals();
        some.circuits.reset(OnecCircuits.CUSTOMERS, "1C is back");
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            debt.drain(Optional.empty(), ON);
            return some.statesOf(keys).equals(Set.of(OutgoingState.CONFIRMED));
        });
        assertThat(keys).hasSize(60);
        eachOnce(keys);
        assertThat(debt.size(OutgoingKind.CUSTOMER)).isZero();
        assertThat(keys)
                .allSatisfy(key -> assertThat(database.sql("SELECT sync_state FROM customer WHERE onec_id = ?")
                                .param(key)
                                .query(String.class)
                                .single())
                        .isEqualTo("SYNCED"));
    }

    @Test
    void whileTheCircuitIsOpenCustomersGoAsFilesThat1cTakes() {
        Set<String> keys = businesses(3);
        some.circuits.open(OnecCircuits.CUSTOMERS, "1C is being updated", Duration.ofMinutes(5));
        SendingReport report = sending.send(ON);
        assertThat(report.toFiles()).isGreaterThanOrEqualTo(3);
        assertThat(some.statesOf(keys)).containsOnly(OutgoingState.ON_FTP);
        assertThat(some.fileOf(keys.iterator().next()).name()).startsWith("customers_");
        await().atMost(Duration.ofSeconds(10)).until(() -> some.committed(keys).size() == 3);
        eachOnce(keys);
    }

    @Test
    void whatWasJustDecidedWaitsForItsTimeOfGrace() {
        Customer business = business();
        database.sql("UPDATE customer SET send_after = now() + interval '15 minutes' WHERE id = ?")
                .param(business.id())
                .update();
        sending.send(ON);
        sending.send(Set.of(business.id().toString()), ON);
        assertThat(some.committed(Set.of(business.id().toString()))).isEmpty();
        assertThat(now(business).standing().sync()).isEqualTo(SyncState.PENDING);
        database.sql("UPDATE customer SET send_after = now() WHERE id = ?")
                .param(business.id())
                .update();
        sending.send(ON);
        eachOnce(Set.of(business.id().toString()));
    }

    @Test
    void twoNodesTellEachBusinessOnce() throws Exception {
        Set<String> keys = businesses(60);
        List<CustomerSending> nodes = List.of(sending, some.customers());
        List<Thread> threads = IntStream.range(0, 10)
                .mapToObj(i -> Thread.ofVirtual()
                        .start(() -> RunAs.system(() -> {
                            nodes.get(i % 2).send(ON);
                        })))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        sending.send(ON);
        eachOnce(keys);
    }

    private void eachOnce(Set<String> keys) {
        assertThat(some.committed(keys))
                .containsOnlyKeys(keys)
                .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
    }

    private Set<String> businesses(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> business().id().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Customer business() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        return ((Registration.Done) customers.register(new CustomerFields(
                        CustomerType.COMPANY,
                        "zakupki-" + mark + "@example.org",
                        "8 (916) 123-45-67",
                        null,
                        null,
                        "ООО «Старт " + mark + "»",
                        null,
                        null)))
                .customer();
    }

    private Customer now(Customer customer) {
        return RunAs.system(() -> customers.find(customer.id()).orElseThrow());
    }
}
