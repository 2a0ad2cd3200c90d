package ru.freesport.console.orders.statuses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.orders.ExportState;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderEvent;
import ru.freesport.console.orders.OrderPart;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.PaymentStatus;
import ru.freesport.console.orders.SomeOrders;
import ru.freesport.console.shared.Actor;

@ConsoleTest
@WithMockUser(username = "job", roles = "SYSTEM")
class OrderReportsTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 20, 12, 0);

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Customers customers;

    @Autowired
    private Orders orders;

    @Autowired
    private OrderReports reports;

    @Autowired
    private PartReports partReports;

    @Autowired
    private StatusMaps maps;

    @Autowired
    private StatusQuestions questions;

    private SomeOrders some;
    private Order order;
    private OrderPart part;

    @BeforeEach
    void begin() {
        some = new SomeOrders(dataSource, customers, orders);
        order = some.order();
        part = order.parts().getFirst();
    }

    @Test
    void aDocumentMovesThePartAndTheOrderAndProvesThatOneCHasIt() {
        assertThat(take(SomeReports.of(part)
                        .word("Подтвержден")
                        .onecNumber("ФС-1")
                        .get()))
                .isEqualTo(new ReportOutcome.Changed(part.number(), "Подтвержден", OrderStatus.CONFIRMED));
        assertThat(now().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(nowPart().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(nowPart().onecStatus()).isEqualTo("Подтвержден");
        assertThat(nowPart().exportState()).isEqualTo(ExportState.CONFIRMED);
        assertThat(nowPart().onecNumber()).isEqualTo("ФС-1");
        assertThat(nowPart().confirmedHow()).isEqualTo(HandoverWay.EXCHANGE);
        assertThat(events())
                .filteredOn(event -> event.kind() == OrderEvent.Kind.STATUS_CHANGED && event.partNumber() != null)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.detail()).isEqualTo("Подтвержден");
                    assertThat(event.status()).isEqualTo(OrderStatus.CONFIRMED);
                    assertThat(event.messageId()).isEqualTo(77);
                });
    }

    @Test
    void theSameDocumentAgainChangesNothing() {
        ReportedOrder said = SomeReports.of(part)
                .word("Отгружен")
                .onecNumber("ФС-2")
                .paid("2026-11-20")
                .line(part.lines().getFirst().variantOnecId(), "1", "900")
                .get();
        take(said);
        String before = everything();
        assertThat(take(said)).isEqualTo(new ReportOutcome.Unchanged(part.number()));
        assertThat(take(said, NOON.plusHours(1))).isEqualTo(new ReportOutcome.Unchanged(part.number()));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aDocumentThatComesLateTakesNothingBack() {
        take(SomeReports.says(part, "Отгружен"), NOON);
        assertThat(take(SomeReports.of(part).word("Отменен").cancelled().get(), NOON.minusMinutes(1)))
                .isEqualTo(new ReportOutcome.Unchanged(part.number()));
        assertThat(nowPart().onecStatus()).isEqualTo("Отгружен");
        assertThat(take(SomeReports.says(part, "Доставлен"), null)).isInstanceOf(ReportOutcome.Changed.class);
    }

    @Test
    void whatComesLateIsStillNewsWhereNothingNewerWasSaid() {
        String variant = part.lines().getFirst().variantOnecId();
        take(SomeReports.says(part, "Отгружен"), NOON.plusMinutes(1));
        assertThat(take(
                        SomeReports.of(part)
                                .word("Отменен")
                                .paid("2026-11-20")
                                .line(variant, "0.5", "500")
                                .get(),
                        NOON))
                .isInstanceOf(ReportOutcome.Changed.class);
        assertThat(now().status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(now().paymentStatus()).isEqualTo(PaymentStatus.PAID);
        assertThat(report().word()).isEqualTo("Отгружен");
        assertThat(report().differences()).hasSize(1);
        take(SomeReports.of(part).line(variant, "1", "1000").get(), NOON.minusMinutes(1));
        assertThat(report().differences()).hasSize(1);
    }

    @Test
    void whatWasHeardAgainLaterCountsAsNewer() {
        take(SomeReports.says(part, "Отгружен"), NOON);
        take(SomeReports.says(part, "Отгружен"), NOON.plusHours(2));
        assertThat(take(SomeReports.says(part, "Подтвержден"), NOON.plusHours(1)))
                .isEqualTo(new ReportOutcome.Unchanged(part.number()));
        assertThat(nowPart().onecStatus()).isEqualTo("Отгружен");
    }

    @Test
    void aMoveBackIsHeldButItsWordIsKept() {
        take(SomeReports.says(part, "Отгружен"));
        assertThat(take(SomeReports.says(part, "Не согласован")))
                .isEqualTo(new ReportOutcome.Changed(part.number(), "Не согласован", null));
        assertThat(nowPart().status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(nowPart().onecStatus()).isEqualTo("Не согласован");
        assertThat(report().standing()).isEqualTo(Standing.BEHIND);
        assertThat(events()).extracting(OrderEvent::kind).contains(OrderEvent.Kind.STATUS_HELD_BACK);
    }

    @Test
    void thePartsOfAnOrderAreMovedAloneAndTheOrderFollowsTheLastOfThem() {
        order = twoParts();
        OrderPart first = order.parts().getFirst();
        OrderPart second = order.parts().get(1);
        take(SomeReports.says(first, "Отгружен"));
        assertThat(now().status()).isEqualTo(OrderStatus.PENDING);
        take(SomeReports.says(second, "Подтвержден"));
        assertThat(now().status()).isEqualTo(OrderStatus.CONFIRMED);
        take(SomeReports.says(second, "Отменен"));
        assertThat(now().status()).isEqualTo(OrderStatus.SHIPPED);
        take(SomeReports.says(first, "Доставлен"));
        assertThat(now().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void aDocumentForAWholeOrderOrForNoneOfOursIsRejected() {
        assertThat(take(SomeReports.of(order.number()).word("Отгружен").get()))
                .isEqualTo(new ReportOutcome.Rejected(ReportOutcome.Why.NUMBER_OF_A_WHOLE_ORDER, order.number()));
        assertThat(take(SomeReports.of("нет-такого").word("Отгружен").get()))
                .isEqualTo(new ReportOutcome.Rejected(ReportOutcome.Why.NO_SUCH_ORDER, "нет-такого"));
        assertThat(now().status()).isEqualTo(OrderStatus.PENDING);
    }

    @Test
    void theIdFindsAPartWhoseNumberOneCChanged() {
        assertThat(take(SomeReports.of("ФС00-000123")
                        .id(part.onecKey())
                        .word("Отгружен")
                        .get()))
                .isEqualTo(new ReportOutcome.Changed(part.number(), "Отгружен", OrderStatus.SHIPPED));
    }

    @Test
    void anUnknownWordIsKeptAskedAboutAndTheRestOfTheDocumentTaken() {
        String word = "Ждёт " + some.catalog.mark;
        long before = questions.open();
        assertThat(take(SomeReports.of(part).word(word).paid("2026-11-20").get()))
                .isEqualTo(new ReportOutcome.WordUnknown(part.number(), word));
        assertThat(nowPart().onecStatus()).isEqualTo(word);
        assertThat(nowPart().status()).isEqualTo(OrderStatus.PENDING);
        assertThat(now().paymentStatus()).isEqualTo(PaymentStatus.PAID);
        assertThat(questions.open()).isEqualTo(before + 1);
        assertThat(questions.words())
                .filteredOn(asked -> asked.word().equals(word))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.parts()).isEqualTo(1);
                    assertThat(asked.somePart()).isEqualTo(part.number());
                });
        say(word, OrderStatus.PROCESSING);
        assertThat(questions.open()).isEqualTo(before);
        assertThat(take(SomeReports.says(part, word)))
                .isEqualTo(new ReportOutcome.Changed(part.number(), word, OrderStatus.PROCESSING));
    }

    @Test
    void aNumberOfOnePartWithTheIdOfAnotherWaitsForAPersonWhoseDecisionHoldsFromThenOn() {
        OrderPart other = some.order().parts().getFirst();
        ReportedOrder said =
                SomeReports.of(part).id(other.onecKey()).word("Отгружен").get();
        assertThat(take(said)).isEqualTo(new ReportOutcome.Disputed(part.number(), other.onecKey()));
        assertThat(take(said)).isEqualTo(new ReportOutcome.Disputed(part.number(), other.onecKey()));
        assertThat(nowPart().status()).isEqualTo(OrderStatus.PENDING);
        assertThat(nowPart().exportState()).isEqualTo(ExportState.NEW);
        assertThat(events())
                .filteredOn(event -> event.kind() == OrderEvent.Kind.IDENTITY_DISPUTED)
                .hasSize(1);
        IdentityDispute dispute = partReports.disputes(now()).getFirst();
        assertThat(dispute.partById()).isEqualTo(other.number());
        assertThatThrownBy(() -> questions.decide(dispute.id(), IdentityDispute.Decision.BY_ID, "1С права"))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(asPerson(() -> questions.decide(dispute.id(), IdentityDispute.Decision.BY_ID, "1С права")))
                .isPresent();
        assertThat(asPerson(() -> questions.decide(dispute.id(), IdentityDispute.Decision.NEITHER, "поздно")))
                .isEmpty();
        assertThat(take(said)).isEqualTo(new ReportOutcome.Changed(other.number(), "Отгружен", OrderStatus.SHIPPED));
        assertThat(nowPart().status()).isEqualTo(OrderStatus.PENDING);
    }

    @Test
    void rowsThatOneCChangedAreKeptBesideWhatWasOrdered() {
        String variant = part.lines().getFirst().variantOnecId();
        take(SomeReports.of(part).word("Отгружен").line(variant, "0.5", "500").get());
        assertThat(report().differences()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(LineDifference.Kind.REDUCED);
            assertThat(row.ordered()).isEqualByComparingTo("1");
            assertThat(row.willDeliver()).isEqualByComparingTo("0.5");
        });
        assertThat(nowPart().lines().getFirst().quantity()).isEqualByComparingTo("1");
        take(SomeReports.of(part).line(variant, "1", "1000").get());
        assertThat(report().differences()).isEmpty();
        assertThat(events())
                .extracting(OrderEvent::kind)
                .contains(OrderEvent.Kind.LINES_DIFFER, OrderEvent.Kind.LINES_AGREE);
    }

    @Test
    void theOrderIsPaidWhenEveryPartThatIsNotGivenUpHasADateAndAnEmptyDateTakesNothingBack() {
        order = twoParts();
        OrderPart first = order.parts().getFirst();
        OrderPart second = order.parts().get(1);
        take(SomeReports.of(first).paid("2026-11-20").get());
        assertThat(now().paymentStatus()).isEqualTo(PaymentStatus.UNPAID);
        take(SomeReports.of(second).word("Отменен").get());
        assertThat(now().paymentStatus()).isEqualTo(PaymentStatus.PAID);
        take(SomeReports.of(first).paidNever().get());
        assertThat(now().paymentStatus()).isEqualTo(PaymentStatus.PAID);
        assertThat(partReports.of(now()).get(first.id()).isPaymentWithdrawn()).isTrue();
        assertThat(events()).extracting(OrderEvent::kind).contains(OrderEvent.Kind.PAYMENT_WITHDRAWN);
    }

    @Test
    void aDateOfPaymentNeverOverrulesMoneyThatWentBack() {
        database.sql("UPDATE shop_order SET payment_status = 'REFUNDED' WHERE id = ?")
                .param(order.id())
                .update();
        take(SomeReports.of(part).paid("2026-11-20").get());
        assertThat(now().paymentStatus()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void aDeletedDocumentIsShownAndProvesNothing() {
        take(SomeReports.of(part).word("Подтвержден").deleted(true).get());
        assertThat(report().isDeleted()).isTrue();
        assertThat(nowPart().exportState()).isEqualTo(ExportState.NEW);
        assertThat(events()).extracting(OrderEvent::kind).contains(OrderEvent.Kind.DELETED_IN_ONEC);
    }

    @Test
    void twoFilesAtOnceMoveAPartOnce() throws Exception {
        CountDownLatch together = new CountDownLatch(2);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<ReportOutcome>> outcomes = List.of(1, 2).stream()
                    .map(_ -> both.submit(() -> RunAs.system(() -> {
                        together.countDown();
                        together.await();
                        return reports.take(
                                        List.of(SomeReports.says(part, "Отгружен")),
                                        new ReportSource(HandoverWay.FTP, NOON, null))
                                .getFirst();
                    })))
                    .toList();
            assertThat(List.of(outcomes.getFirst().get(), outcomes.get(1).get()))
                    .containsExactlyInAnyOrder(
                            new ReportOutcome.Changed(part.number(), "Отгружен", OrderStatus.SHIPPED),
                            new ReportOutcome.Unchanged(part.number()));
        }
        assertThat(events())
                .filteredOn(event -> event.kind() == OrderEvent.Kind.STATUS_CHANGED && event.partNumber() != null)
                .hasSize(1);
    }

    @Test
    void severalDocumentsOfOnePartInOneFileFollowEachOther() {
        assertThat(reports.take(
                        List.of(
                                SomeReports.says(part, "Подтвержден"),
                                SomeReports.says(part, "Отгружен"),
                                SomeReports.says(part, "Отгружен")),
                        new ReportSource(HandoverWay.EXCHANGE, NOON, 77L)))
                .containsExactly(
                        new ReportOutcome.Changed(part.number(), "Подтвержден", OrderStatus.CONFIRMED),
                        new ReportOutcome.Changed(part.number(), "Отгружен", OrderStatus.SHIPPED),
                        new ReportOutcome.Unchanged(part.number()));
        assertThat(now().status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void peopleCannotSpeakForOneC() {
        assertThatThrownBy(() -> take(SomeReports.says(part, "Отгружен"))).isInstanceOf(AccessDeniedException.class);
    }

    private Order twoParts() {
        Order placed = some.order(
                some.person().id(),
                SomeOrders.line(some.goods(mark(), "22", "1000.00", SomeOrders.OWN_VAT_WAREHOUSE), "1", "1000.00"),
                SomeOrders.line(some.goods(mark(), "22", "500.00", SomeOrders.FIVE_PERCENT_WAREHOUSE), "1", "500.00"));
        assertThat(placed.parts()).hasSize(2);
        return placed;
    }

    private static String mark() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private ReportOutcome take(ReportedOrder said) {
        return take(said, NOON);
    }

    private ReportOutcome take(ReportedOrder said, @Nullable LocalDateTime madeAt) {
        return reports.take(List.of(said), new ReportSource(HandoverWay.EXCHANGE, madeAt, 77L))
                .getFirst();
    }

    private void say(String word, OrderStatus status) {
        asPerson(() -> maps.say(word, status, maps.current().version(), ""));
    }

    private static <T> T asPerson(RunAs.Work<T, RuntimeException> work) {
        return RunAs.actor(Actor.commandLine(), work);
    }

    private Order now() {
        return orders.find(order.number()).orElseThrow();
    }

    private OrderPart nowPart() {
        return orders.find(part.number()).orElseThrow().parts().getFirst();
    }

    private PartReport report() {
        return partReports.of(now()).get(part.id());
    }

    private List<OrderEvent> events() {
        return orders.events(order.id());
    }

    /** All that is kept of the order, but for when 1C was last heard. */
    private String everything() {
        return database.sql("""
                        SELECT concat_ws(E'\\n',
                            (SELECT row(o.*)::text FROM shop_order o WHERE o.id = :order),
                            (SELECT string_agg(row(p.*)::text, ',') FROM order_part p WHERE p.order_id = :order),
                            (SELECT row(r.word, r.standing, r.told_at, r.message_id, r.paid_on, r.lines_differ)::text
                                FROM order_report r WHERE r.part_id = :part),
                            (SELECT string_agg(row(l.*)::text, ',') FROM order_report_line l WHERE l.part_id = :part),
                            (SELECT string_agg(row(e.*)::text, ',' ORDER BY e.id) FROM order_event e
                                WHERE e.order_id = :order))""")
                .param("order", order.id())
                .param("part", part.id())
                .query(String.class)
                .single();
    }
}
