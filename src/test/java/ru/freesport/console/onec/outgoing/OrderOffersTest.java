package ru.freesport.console.onec.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.onec.commerceml.OrderWriter;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.onec.http.OnecHttp;
import ru.freesport.console.onec.http.OnecHttpSettings;
import ru.freesport.console.orders.ExportState;
import ru.freesport.console.orders.OrderHandover;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.PartForExport;
import ru.freesport.console.orders.SomeOrders;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.partners.PartnerCalls;
import ru.freesport.console.partners.PartnerHttp;
import ru.freesport.console.simulator.LabEntry;
import ru.freesport.console.simulator.SimulatorSettings;
import ru.freesport.console.simulator.Simulators;

/** 1C asks by itself while we call it too: one order, two ways, once in 1C. */
@ConsoleTest
@WithMockUser(
        username = "olga",
        roles = {"OPERATIONS", "SYSTEM"})
class OrderOffersTest {

    private static final Runnable ON = () -> {};
    private static final int ALL = 10_000;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Customers customers;

    @Autowired
    private Orders orders;

    @Autowired
    private OrderHandover handover;

    @Autowired
    private OutgoingTable table;

    @Autowired
    private OrderOffers offers;

    @Autowired
    private OutgoingFiles files;

    @Autowired
    private OrderWriter writer;

    @Autowired
    private PartnerCalls calls;

    @Autowired
    private PartnerHttp partnerHttp;

    @Autowired
    private Circuits circuits;

    @Autowired
    private TransactionOperations transaction;

    private Simulators lab;
    private OnecOrders onec;
    private OrderSending sending;

    @BeforeEach
    void begin() {
        lab = Simulators.start(SimulatorSettings.quick(Duration.ofMillis(1_100), Duration.ofSeconds(2)));
        OnecHttp http = new OnecHttp(
                new OnecHttpSettings(
                        "http://localhost:" + lab.httpPort() + "/onec", "exchange", "exchange", "demo-onec-secret"),
                calls,
                partnerHttp,
                Clock.systemUTC());
        onec = new OnecOrders(http, calls);
        sending = new OrderSending(
                handover,
                table,
                onec,
                files,
                writer,
                circuits,
                transaction,
                new OutgoingSettings(3),
                Clock.systemUTC());
        circuits.reset(OnecCircuits.ORDERS, "test");
        // what other tests left is not this test's
        sending.send(ON);
        offers.taken(keys(offers.offer(ALL)));
    }

    @AfterEach
    void stop() {
        circuits.reset(OnecCircuits.ORDERS, "test");
        lab.close();
    }

    @Test
    void what1cAskedForIsNotSentToItMeanwhile() {
        Set<String> keys = place(2);
        given(keys);

        sending.send(ON);

        assertThat(committed(keys)).isEmpty();
        assertThat(states(keys)).containsOnly(OutgoingState.OFFERED);
        assertThat(offers.taken(keys)).isEqualTo(keys);
        sending.send(ON);
        assertThat(committed(keys)).isEmpty();
        assertThat(states(keys)).containsOnly(OutgoingState.CONFIRMED);
        assertThat(parts(keys)).extracting(PartForExport::state).containsOnly(ExportState.CONFIRMED);
        assertThat(offers.taken(keys)).isEmpty();
    }

    @Test
    void what1cAskedForWhileItWaitedToBeSentIsNotSentToo() {
        Set<String> keys = place(2);
        table.enqueue(handover.toExport(ALL));
        assertThat(states(keys)).containsOnly(OutgoingState.QUEUED);

        given(keys);
        sending.send(ON);

        assertThat(states(keys)).containsOnly(OutgoingState.OFFERED);
        assertThat(committed(keys)).isEmpty();
    }

    @Test
    void a1cThatKeepsSilentIsAskedWhatItHasAndGetsOnlyTheRest() {
        Set<String> keys = place(3);
        given(keys);
        // 1C took one of them and never said so
        Set<String> has = keys.stream().limit(1).collect(Collectors.toSet());
        onec.take(writer.write(parts(has), Clock.systemUTC().instant()), "as-if-by-exchange");
        silentFor(keys, handover.confirmationWindow().minusMinutes(1));
        sending.send(ON);
        assertThat(committed(keys)).containsExactlyElementsOf(has);

        silentFor(keys, handover.confirmationWindow().plusMinutes(1));
        SendingReport report = sending.send(ON);

        assertThat(report.suppressed()).isEqualTo(1);
        assertThat(report.sent()).isEqualTo(2);
        assertThat(committed(keys)).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(parts(keys)).extracting(PartForExport::state).containsOnly(ExportState.CONFIRMED);
    }

    @Test
    void a1cThatCannotBeCalledIsNotAskedAndGoesOnBeingOffered() {
        Set<String> keys = place(1);
        given(keys);
        silentFor(keys, Duration.ofDays(1));
        circuits.open(OnecCircuits.ORDERS, "1C is being updated", Duration.ofMinutes(5));

        sending.send(ON);

        assertThat(states(keys)).containsOnly(OutgoingState.OFFERED);
        assertThat(keys(offers.offer(ALL))).containsExactlyElementsOf(keys);
    }

    @Test
    void whatIsBeingSentAtThisMomentIsNotGivenTo1cThatAsks() {
        Set<String> keys = place(1);
        table.enqueue(handover.toExport(ALL));
        assertThat(table.claim("at-work", ALL, Duration.ofMinutes(5), null)).containsAll(keys);
        assertThat(keys(offers.offer(ALL))).doesNotContainAnyElementsOf(keys);
        assertThat(parts(keys)).extracting(PartForExport::offers).containsOnly(0);
    }

    @Test
    void whatADeadNodeWasSendingIsGivenTo1cThatAsks() {
        Set<String> keys = place(1);
        table.enqueue(handover.toExport(ALL));
        assertThat(table.claim("of-the-dead", ALL, Duration.ofSeconds(-1), null))
                .containsAll(keys);

        assertThat(keys(offers.offer(ALL))).containsAll(keys);
        offers.taken(keys);

        assertThat(states(keys)).containsOnly(OutgoingState.CONFIRMED);
    }

    private void given(Set<String> keys) {
        assertThat(keys(offers.offer(ALL))).isEqualTo(keys);
        offers.given(keys, "orders_test.xml");
    }

    private void silentFor(Set<String> keys, Duration time) {
        database.sql("UPDATE outgoing_record SET changed_at = clock_timestamp() - make_interval(secs => ?)"
                        + " WHERE key = ANY(?)")
                .params((double) time.toSeconds(), keys.toArray(String[]::new))
                .update();
    }

    private List<PartForExport> parts(Set<String> keys) {
        return handover.find(keys);
    }

    private List<OutgoingState> states(Set<String> keys) {
        return keys.stream().map(key -> table.find(key).orElseThrow().state()).toList();
    }

    /** Every time that one of them came to exist in 1C. */
    private List<String> committed(Set<String> keys) {
        return lab.onec().journal().entries().stream()
                .filter(entry -> entry.outcome() == LabEntry.Outcome.COMMITTED && keys.contains(entry.key()))
                .map(LabEntry::key)
                .toList();
    }

    private static Set<String> keys(List<PartForExport> parts) {
        return parts.stream().map(PartForExport::key).collect(Collectors.toSet());
    }

    private Set<String> place(int count) {
        SomeOrders some = new SomeOrders(dataSource, customers, orders);
        return IntStream.range(0, count)
                .mapToObj(_ -> some.order().parts().getFirst().onecKey())
                .collect(Collectors.toSet());
    }
}
