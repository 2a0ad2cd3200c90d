package ru.freesport.console.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.Customers;

@ConsoleTest
@WithMockUser(username = "job", roles = "SYSTEM")
class OrderHandoverTest {

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Customers customers;

    @Autowired
    private Orders orders;

    @Autowired
    private OrderHandover handover;

    @Autowired
    private SilenceTask silence;

    @Autowired
    private JdbcClient database;

    private Order order;
    private String key;

    @BeforeEach
    void begin() {
        order = new SomeOrders(dataSource, customers, orders).order();
        key = order.parts().getFirst().onecKey();
    }

    @Test
    void aNewPartWaitsToBeExportedWithAllThatADocumentNeeds() {
        PartForExport part = handover.find(List.of(key, "order-unknown")).getFirst();
        assertThat(handover.toExport(10_000)).extracting(PartForExport::key).contains(key);
        assertThat(part.key()).isEqualTo("order-" + order.parts().getFirst().id());
        assertThat(part.number()).isEqualTo(order.number() + "1");
        assertThat(part.organisation()).isEqualTo("ORG-A");
        assertThat(part.warehouseName()).isEqualTo("1 СДВ склад");
        assertThat(part.customer().id()).isEqualTo(order.customerId());
        assertThat(part.priceTypeName()).isEqualTo("РРЦ");
        assertThat(part.agreement()).isEqualTo("Стандартное");
        assertThat(part.lines()).singleElement().satisfies(line -> {
            assertThat(line.unit().code()).isEqualTo("796");
            assertThat(line.sum()).isEqualByComparingTo("1000.00");
            assertThat(line.vatAmount()).isEqualByComparingTo("180.33");
        });
    }

    @Test
    void aPartGoesFromNewToPreparedToHandedOverToConfirmedAndNeverBack() {
        assertThat(handover.prepared(List.of(key))).containsExactly(key);
        assertThat(part().exportState()).isEqualTo(ExportState.PREPARED);
        assertThat(handover.handedOver(List.of(key), HandoverWay.FTP, "orders_1.xml"))
                .containsExactly(key);
        assertThat(handover.prepared(List.of(key))).containsExactly(key);
        assertThat(part().exportState()).isEqualTo(ExportState.HANDED_OVER);
        assertThat(handover.confirmed(key, "0000-000001", HandoverWay.HTTP)).isTrue();
        assertThat(part().exportState()).isEqualTo(ExportState.CONFIRMED);
        assertThat(handover.prepared(List.of(key))).isEmpty();
        assertThat(handover.handedOver(List.of(key), HandoverWay.FTP, "orders_2.xml"))
                .isEmpty();
        assertThat(handover.rejected(key, "поздно")).isFalse();
        assertThat(part().exportState()).isEqualTo(ExportState.CONFIRMED);
        assertThat(part().batch()).isEqualTo("orders_1.xml");
        assertThat(part().confirmedHow()).isEqualTo(HandoverWay.HTTP);
    }

    @Test
    void aConfirmationTwiceIsNewsOnceAndItsNumberMayComeLater() {
        assertThat(handover.confirmed(key, null, HandoverWay.EXCHANGE)).isTrue();
        assertThat(handover.confirmed(key, "0000-000002", HandoverWay.HTTP)).isFalse();
        assertThat(part().onecNumber()).isEqualTo("0000-000002");
        assertThat(part().confirmedHow()).isEqualTo(HandoverWay.EXCHANGE);
        assertThat(orders.events(order.id())).extracting(OrderEvent::kind).containsOnlyOnce(OrderEvent.Kind.CONFIRMED);
    }

    @Test
    void anotherNumberForAConfirmedPartIsNotedOnceAndChangesNothing() {
        handover.confirmed(key, "0000-000003", HandoverWay.HTTP);
        handover.confirmed(key, "0000-999999", HandoverWay.EXCHANGE);
        handover.confirmed(key, "0000-999999", HandoverWay.EXCHANGE);
        assertThat(part().onecNumber()).isEqualTo("0000-000003");
        assertThat(orders.events(order.id()))
                .filteredOn(event -> event.kind() == OrderEvent.Kind.NUMBER_DIFFERS)
                .singleElement()
                .satisfies(event -> assertThat(event.detail()).isEqualTo("0000-999999"));
    }

    @Test
    void beingAskedForIsNoConfirmationHoweverOften() {
        for (int ask = 0; ask < 3; ask++) {
            handover.prepared(List.of(key));
        }
        OrderPart part = part();
        assertThat(part.exportState()).isEqualTo(ExportState.PREPARED);
        assertThat(part.offers()).isEqualTo(3);
        assertThat(part.isUnconfirmed(part.offeredAt(), java.time.Duration.ofHours(1)))
                .isTrue();
        assertThat(orders.events(order.id()))
                .extracting(OrderEvent::kind)
                .containsExactly(OrderEvent.Kind.OFFERED_AGAIN, OrderEvent.Kind.PREPARED, OrderEvent.Kind.PLACED);
    }

    @Test
    void aPartOfferedOnceIsUnconfirmedOnlyWhenTheWindowIsOver() {
        handover.prepared(List.of(key));
        OrderPart part = part();
        java.time.Duration window = java.time.Duration.ofMinutes(30);
        assertThat(part.isUnconfirmed(part.offeredAt().plusSeconds(1799), window))
                .isFalse();
        assertThat(part.isUnconfirmed(part.offeredAt().plusSeconds(1801), window))
                .isTrue();
    }

    @Test
    void whatWasRejectedIsNotOfferedUntilAPersonReleasesIt() {
        handover.prepared(List.of(key));
        assertThat(handover.rejected(key, "Нет договора")).isTrue();
        assertThat(handover.prepared(List.of(key))).isEmpty();
        assertThat(handover.toExport(10_000)).extracting(PartForExport::key).doesNotContain(key);
        assertThatThrownBy(() -> handover.release(key, "договор подписан")).isInstanceOf(AccessDeniedException.class);
        assertThat(RunAs.actor(
                        ru.freesport.console.shared.Actor.commandLine(),
                        () -> handover.release(key, "договор подписан")))
                .isTrue();
        assertThat(handover.toExport(10_000)).extracting(PartForExport::key).contains(key);
        assertThat(part().rejectedText()).isNull();
    }

    @Test
    void whatWasHandedOverByFileWaitsAmongTheUnconfirmedAndNotAmongWhatIsToExport() {
        handover.handedOver(List.of(key), HandoverWay.FTP, "orders_1.xml");
        assertThat(handover.toExport(10_000)).extracting(PartForExport::key).doesNotContain(key);
        assertThat(handover.toAnswer(10_000))
                .extracting(OrderHandover.Waiting::key)
                .doesNotContain(key);
        assertThat(handover.unconfirmed(HandoverWay.FTP, 10_000))
                .extracting(PartForExport::key)
                .contains(key);
    }

    @Test
    void whatOneCAskedForWithoutConfirmingIsInItsNextAnswerAgain() {
        handover.handedOver(List.of(key), HandoverWay.EXCHANGE, "session");
        assertThat(handover.toAnswer(10_000))
                .extracting(OrderHandover.Waiting::key)
                .contains(key);
    }

    @Test
    void peopleAreToldOnceOfAPartThatOneCLeavesUnconfirmedTooLong() {
        handover.prepared(List.of(key));
        silence.tell(false);
        assertThat(kinds()).doesNotContain(OrderEvent.Kind.NOT_CONFIRMED);
        offeredBefore(handover.confirmationWindow().plusSeconds(1));

        assertThat(part().isOverdue(java.time.Instant.now(), handover.confirmationWindow()))
                .isTrue();
        assertThat(silence.tell(true)).isPositive();
        assertThat(kinds()).doesNotContain(OrderEvent.Kind.NOT_CONFIRMED);
        silence.tell(false);
        silence.tell(false);

        assertThat(kinds()).containsOnlyOnce(OrderEvent.Kind.NOT_CONFIRMED);
        handover.confirmed(key, null, HandoverWay.EXCHANGE);
        assertThat(part().isOverdue(java.time.Instant.now(), handover.confirmationWindow()))
                .isFalse();
    }

    @Test
    void nobodyIsToldOfWhatWasRejectedOrConfirmed() {
        String confirmed = new SomeOrders(dataSource, customers, orders)
                .order()
                .parts()
                .getFirst()
                .onecKey();
        handover.prepared(List.of(key, confirmed));
        offeredBefore(java.time.Duration.ofDays(1));
        handover.rejected(key, "Нет договора");
        handover.confirmed(confirmed, null, HandoverWay.EXCHANGE);
        silence.tell(false);
        assertThat(kinds()).doesNotContain(OrderEvent.Kind.NOT_CONFIRMED);
    }

    @Test
    void aNewOrderGetsThroughHoweverManyOthersOneCLeavesUnconfirmed() {
        for (int ask = 0; ask < 3; ask++) {
            handover.prepared(List.of(key));
        }
        String fresh = new SomeOrders(dataSource, customers, orders)
                .order()
                .parts()
                .getFirst()
                .onecKey();
        List<String> answer = handover.toAnswer(10_000).stream()
                .map(OrderHandover.Waiting::key)
                .toList();
        assertThat(answer.indexOf(fresh)).isNotNegative().isLessThan(answer.indexOf(key));
    }

    @Test
    void manyConfirmationsAtOnceFromSeveralSidesConfirmEachPartOnce() throws Exception {
        SomeOrders some = new SomeOrders(dataSource, customers, orders);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            keys.add(some.order().parts().getFirst().onecKey());
        }
        CountDownLatch go = new CountDownLatch(1);
        int news = 0;
        try (ExecutorService sides = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> results = new ArrayList<>();
            for (int side = 0; side < 6; side++) {
                List<OrderHandover.Confirmation> mine = new ArrayList<>(keys.stream()
                        .map(one -> new OrderHandover.Confirmation(one, "N-" + one))
                        .toList());
                java.util.Collections.shuffle(mine, new java.util.Random(side));
                results.add(sides.submit(() -> {
                    go.await();
                    return RunAs.system(
                            () -> handover.confirmed(mine, HandoverWay.HTTP).size());
                }));
            }
            go.countDown();
            for (Future<Integer> result : results) {
                news += result.get();
            }
        }
        assertThat(news).isEqualTo(keys.size());
    }

    private void offeredBefore(java.time.Duration time) {
        database.sql("UPDATE order_part SET offered_at = now() - make_interval(secs => ?) WHERE onec_key = ?")
                .params((double) time.toSeconds(), key)
                .update();
    }

    private List<OrderEvent.Kind> kinds() {
        return orders.events(order.id()).stream().map(OrderEvent::kind).toList();
    }

    private OrderPart part() {
        return orders.find(order.number()).orElseThrow().parts().getFirst();
    }
}
