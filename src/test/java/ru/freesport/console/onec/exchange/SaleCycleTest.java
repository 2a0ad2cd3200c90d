package ru.freesport.console.onec.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.Role;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.access.SomeAccounts;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.orders.Cancellation;
import ru.freesport.console.orders.ExportState;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderCancelling;
import ru.freesport.console.orders.OrderEvent;
import ru.freesport.console.orders.OrderHandover;
import ru.freesport.console.orders.OrderPart;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.SomeOrders;
import ru.freesport.console.partners.Messages;
import ru.freesport.console.shared.Actor;

/** query and success: that 1C asked for an order confirms nothing, its success confirms exactly what it was given. */
@ConsoleTest
class SaleCycleTest {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    @Autowired
    private ApplicationContext application;

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
    private OrderCancelling cancelling;

    @Autowired
    private Messages messages;

    @Autowired
    private SaleDocuments documents;

    @LocalServerPort
    private int port;

    private String account = "";
    private SomeOrders some;

    @BeforeEach
    void begin() throws Exception {
        account = SomeAccounts.fresh(application, Role.EXCHANGE);
        some = new SomeOrders(dataSource, customers, orders);
        // what other tests left is not this test's
        Some1C client = client();
        while (query(client).contains("<Документ>")) {
            assertThat(client.get("type=sale&mode=success")).isEqualTo("success");
        }
    }

    @Test
    void anOrderIsOfferedUntil1cSaysSuccessAndIsThenConfirmedOnce() throws Exception {
        Order order = some.order();
        Some1C client = client();
        client.get("type=sale&mode=init&version=3.1");

        String first = query(client);
        assertThat(numbers(first)).containsExactly(order.number() + "1");
        assertThat(part(order).exportState()).isEqualTo(ExportState.HANDED_OVER);
        assertThat(isUnconfirmed(order)).isFalse();

        String second = query(client);
        assertThat(withoutTime(second)).isEqualTo(withoutTime(first));
        assertThat(part(order).exportState()).isEqualTo(ExportState.HANDED_OVER);
        assertThat(part(order).offers()).isEqualTo(2);
        assertThat(isUnconfirmed(order)).isTrue();
        assertThat(kinds(order)).doesNotContain(OrderEvent.Kind.CONFIRMED);

        assertThat(client.get("type=sale&mode=success")).isEqualTo("success");
        assertThat(part(order).exportState()).isEqualTo(ExportState.CONFIRMED);
        assertThat(part(order).confirmedHow()).isEqualTo(HandoverWay.EXCHANGE);
        assertThat(isUnconfirmed(order)).isFalse();

        assertThat(client.get("type=sale&mode=success")).isEqualTo("success");
        assertThat(kinds(order)).containsOnlyOnce(OrderEvent.Kind.CONFIRMED);
        assertThat(numbers(query(client))).isEmpty();
        assertThat(notes())
                .contains("подтверждено заказов: 1")
                .containsOnlyOnce("подтверждено раньше, ничего не изменилось");
    }

    @Test
    void theAnswerIsTheDocumentByteForByteAndIsStoredAsItWasSent() throws Exception {
        Order order = some.order();
        Some1C client = client();
        client.get("type=sale&mode=init&version=3.1");

        HttpResponse<byte[]> reply = client.call("type=sale&mode=query");
        LocalDateTime formed = LocalDateTime.parse(time(text(reply)));

        assertThat(reply.body())
                .isEqualTo(documents.orders(
                        RunAs.system(() -> handover.find(List.of(part(order).onecKey()))),
                        "3.1",
                        formed.atZone(MOSCOW).toInstant()));
        assertThat(text(reply)).startsWith("<?xml version='1.0' encoding='windows-1251'?>");
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/xml;charset=windows-1251");
        assertThat(reply.headers().firstValue("Content-Length")).hasValue(String.valueOf(reply.body().length));
        long message = database.sql(
                        "SELECT b.message_id FROM exchange_batch b JOIN exchange_session s"
                                + " ON s.id = b.session_id WHERE s.account = ? AND b.message_id IS NOT NULL ORDER BY b.id DESC LIMIT 1")
                .param(account)
                .query(Long.class)
                .single();
        assertThat(messages.content(message).readAllBytes()).isEqualTo(reply.body());
        assertThat(part(order).batch())
                .isEqualTo(messages.find(message).orElseThrow().name());
    }

    @Test
    void withoutOrdersTheAnswerIsAValidDocumentWithoutThem() throws Exception {
        Some1C client = client();

        assertThat(withoutTime(query(client)))
                .isEqualTo(
                        "<?xml version='1.0' encoding='windows-1251'?>\n"
                                + "<КоммерческаяИнформация ВерсияСхемы=\"2.09\" ДатаФормирования=\"\">\n</КоммерческаяИнформация>");
        assertThat(client.get("type=sale&mode=success")).isEqualTo("success");
    }

    @Test
    void successWithoutAQueryOrWithAnotherCookieConfirmsNothing() throws Exception {
        Order order = some.order();
        Some1C asked = client();
        query(asked);

        assertThat(client().get("type=sale&mode=success"))
                .isEqualTo("failure\nВ этом сеансе заказы не запрашивались (mode=query), подтверждать нечего.");
        assertThat(client().withCookie("FREESPORT_EXCHANGE=" + "0".repeat(64)).get("type=sale&mode=success"))
                .startsWith("failure\nСеанс обмена не найден");
        assertThat(part(order).exportState()).isEqualTo(ExportState.HANDED_OVER);
        assertThat(asked.get("type=sale&mode=success")).isEqualTo("success");
    }

    @Test
    void anOrderPlacedAfterTheQueryIsNotConfirmedWithIt() throws Exception {
        Order before = some.order();
        Some1C client = client();
        query(client);
        Order after = some.order();

        client.get("type=sale&mode=success");

        assertThat(part(before).exportState()).isEqualTo(ExportState.CONFIRMED);
        assertThat(part(after).exportState()).isEqualTo(ExportState.NEW);
        assertThat(numbers(query(client))).containsExactly(after.number() + "1");
        client.get("type=sale&mode=success");
        assertThat(part(after).exportState()).isEqualTo(ExportState.CONFIRMED);
    }

    @Test
    void whenTheAnswerToSuccessIsLostTheNextExchangeHasNothingToGive() throws Exception {
        Order order = some.order();
        Some1C client = client();
        query(client);
        client.get("type=sale&mode=success");

        Some1C anew = client();
        assertThat(numbers(query(anew))).isEmpty();
        assertThat(anew.get("type=sale&mode=success")).isEqualTo("success");
        assertThat(kinds(order)).containsOnlyOnce(OrderEvent.Kind.CONFIRMED);
    }

    @Test
    void whenSuccessItselfIsLostTheNextExchangeGetsTheOrderAgain() throws Exception {
        Order order = some.order();
        query(client());

        Some1C anew = client();
        assertThat(numbers(query(anew))).containsExactly(order.number() + "1");
        assertThat(anew.get("type=sale&mode=success")).isEqualTo("success");
        assertThat(kinds(order))
                .containsOnlyOnce(OrderEvent.Kind.OFFERED_AGAIN)
                .containsOnlyOnce(OrderEvent.Kind.CONFIRMED);
    }

    @Test
    void sessionsOnSeveralSidesAtOnceConfirmEachOrderOnce() throws Exception {
        List<Order> placed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            placed.add(some.order());
        }
        List<String> replies = together(5, () -> {
            Some1C side = client();
            String answer = query(side);
            return numbers(answer).size() + " " + side.get("type=sale&mode=success");
        });
        assertThat(replies).allMatch(reply -> reply.endsWith(" success")).contains("5 success");
        assertThat(placed).allSatisfy(order -> assertThat(kinds(order)).containsOnlyOnce(OrderEvent.Kind.CONFIRMED));
    }

    @Test
    void oneSuccessSentManyTimesAtOnceConfirmsOnce() throws Exception {
        Order order = some.order();
        Some1C client = client();
        query(client);

        assertThat(together(5, () -> client.get("type=sale&mode=success"))).containsOnly("success");
        assertThat(kinds(order)).containsOnlyOnce(OrderEvent.Kind.CONFIRMED);
        assertThat(notes()).containsOnlyOnce("подтверждено заказов: 1");
    }

    @Test
    void anOrderIsCancelledOrGivenTo1cButNeverBoth() throws Exception {
        for (int round = 0; round < 5; round++) {
            Order order = some.order();
            Some1C client = client();
            List<Object> both = together(List.of(
                    () -> numbers(query(client)),
                    () -> RunAs.actor(Actor.storefront("test"), () -> cancelling.cancel(order.number(), "передумал"))));
            boolean given = !((List<?>) both.get(0)).isEmpty();
            assertThat(both.get(1) instanceof Cancellation.Cancelled).isNotEqualTo(given);
            client.get("type=sale&mode=success");
            assertThat(part(order).exportState()).isEqualTo(given ? ExportState.CONFIRMED : ExportState.NEW);
        }
    }

    @Test
    void ordersGoInAnArchiveTo1cThatAskedForOne() throws Exception {
        Order order = some.order();
        Some1C client = client();
        assertThat(client.get("type=sale&mode=init&version=3.1&zip=yes")).startsWith("zip=yes");

        HttpResponse<byte[]> reply = client.call("type=sale&mode=query");

        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/zip");
        try (ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(reply.body()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("orders.xml");
            assertThat(numbers(new String(zip.readAllBytes(), WINDOWS_1251))).containsExactly(order.number() + "1");
            assertThat(zip.getNextEntry()).isNull();
        }
        client.get("type=sale&mode=success");
    }

    private Some1C client() throws Exception {
        Some1C client = new Some1C(port, account, SomeAccounts.PASSWORD);
        client.checkAuth("sale");
        return client;
    }

    private static String query(Some1C client) throws Exception {
        return text(client.call("type=sale&mode=query"));
    }

    private static String text(HttpResponse<byte[]> reply) {
        return new String(reply.body(), WINDOWS_1251);
    }

    private static List<String> numbers(String xml) {
        return Pattern.compile("<Номер>(.*?)</Номер>")
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String time(String xml) {
        Matcher found = Pattern.compile("ДатаФормирования=\"(.*?)\"").matcher(xml);
        assertThat(found.find()).as(xml).isTrue();
        return found.group(1);
    }

    private static String withoutTime(String xml) {
        return xml.replace(time(xml), "");
    }

    private OrderPart part(Order order) {
        return RunAs.system(
                () -> orders.find(order.number()).orElseThrow().parts().getFirst());
    }

    private boolean isUnconfirmed(Order order) {
        return part(order).isUnconfirmed(java.time.Instant.now(), orders.confirmationWindow());
    }

    private List<OrderEvent.Kind> kinds(Order order) {
        return RunAs.system(() -> orders.events(order.id())).stream()
                .map(OrderEvent::kind)
                .toList();
    }

    private List<String> notes() {
        return database.sql("SELECT nullif(split_part(response_head, E'\\n', 2), '') FROM partner_call WHERE actor = ?"
                        + " AND operation = 'sale/success' ORDER BY id")
                .param(account)
                .query(String.class)
                .list();
    }

    private static <T> List<T> together(int times, Callable<T> work) throws Exception {
        List<Callable<T>> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.add(work);
        }
        return together(all);
    }

    private static <T> List<T> together(List<? extends Callable<? extends T>> all) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService sides = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<? extends T> one : all) {
                futures.add(sides.submit(() -> {
                    go.await();
                    return one.call();
                }));
            }
            go.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
