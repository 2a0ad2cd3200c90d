package ru.freesport.console.onec.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.freesport.console.onec.SomeOrderFiles.says;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
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
import ru.freesport.console.onec.SomeOrderFiles;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderPart;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.SomeOrders;

/** What 1C sends back about orders, byte by byte. */
@ConsoleTest
class SaleFilesTest {

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

    @LocalServerPort
    private int port;

    private Some1C client;
    private Order order;
    private OrderPart part;

    @BeforeEach
    void begin() throws Exception {
        order = RunAs.system(() -> new SomeOrders(dataSource, customers, orders).order());
        part = order.parts().getFirst();
        client = new Some1C(port, SomeAccounts.fresh(application, Role.EXCHANGE), SomeAccounts.PASSWORD);
        client.checkAuth("sale");
    }

    @Test
    void withoutAVersionAFileIsWorkedOnAsSoonAsItIsWhole() throws Exception {
        client.get("type=sale&mode=init");
        byte[] file = fresh(says(part.number(), "Отгружен"));
        byte[] first = Arrays.copyOf(file, file.length - 10);
        byte[] rest = Arrays.copyOfRange(file, file.length - 10, file.length);
        assertThat(client.file("sale", "orders.xml", first)).isEqualTo("success");
        assertThat(now().status()).isEqualTo(OrderStatus.PENDING);
        assertThat(client.file("sale", "orders.xml", rest)).isEqualTo("success");
        assertThat(now().status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(nowPart().confirmedHow()).isEqualTo(HandoverWay.EXCHANGE);
        assertThat(client.importFile("sale", "orders.xml")).isEqualTo("success");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void withAVersionAFileIsStoredAndWorkedOnWhenOneCAsksForIt() throws Exception {
        begun();
        byte[] file = fresh(says(part.number(), "Подтвержден"));
        assertThat(client.file("sale", "orders.xml", file)).isEqualTo("success");
        assertThat(now().status()).isEqualTo(OrderStatus.PENDING);
        assertThat(client.importFile("sale", "orders.xml")).isEqualTo("success");
        assertThat(now().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(client.importFile("sale", "orders.xml")).isEqualTo("success");
        assertThat(runs()).isEqualTo(1);
        assertThat(database.sql("SELECT count(*) FROM message WHERE sha256 = ? AND name = 'orders.xml'")
                        .param(HexFormat.of().parseHex(sha256(file)))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theSameFileAgainIsASuccessThatChangesNothing() throws Exception {
        begun();
        byte[] file = fresh(says(part.number(), "Отгружен"));
        sent("orders.xml", file, file.length);
        assertThat(client.importFile("sale", "orders.xml")).isEqualTo("success");
        int events = orders(() -> orders.events(order.id()).size());
        sent("orders.xml", file, file.length);
        assertThat(client.importFile("sale", "orders.xml")).isEqualTo("success");
        assertThat(runs()).isEqualTo(2);
        assertThat(changed()).containsExactly(1L, 0L);
        assertThat(orders(() -> orders.events(order.id()).size())).isEqualTo(events);
    }

    @Test
    void filesInPartsAndFilesInArchivesAreTheSameFiles() throws Exception {
        begun();
        byte[] file = fresh(says(part.number(), "Подтвержден"));
        sent("tmp/v8_A1/documents___0001.xml", file, 100);
        assertThat(client.importFile("sale", "/tmp/v8_A1/documents___0001.xml")).isEqualTo("success");
        assertThat(now().status()).isEqualTo(OrderStatus.CONFIRMED);

        byte[] zip = SomeOrderFiles.zip(
                "orders.xml", new String(fresh(says(part.number(), "Отгружен")), StandardCharsets.UTF_8));
        sent("v8_1f_2a.zip", zip, 150);
        assertThat(client.importFile("sale", "orders.xml")).isEqualTo("success");
        assertThat(now().status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(client.importFile("sale", "v8_1f_2a.zip")).isEqualTo("success");
        assertThat(client.importFile("sale", "order.xml")).startsWith("failure\nФайл order.xml");
    }

    @Test
    void anArchiveWithoutAVersionIsWorkedOnWithItsLastPart() throws Exception {
        client.get("type=sale&mode=init");
        byte[] zip = SomeOrderFiles.zip(
                "orders.xml", new String(fresh(says(part.number(), "Отгружен")), StandardCharsets.UTF_8));
        sent("v8_1f_2a.zip", zip, 100);
        assertThat(now().status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void everyFailureHasItsWords() throws Exception {
        begun();
        assertThat(answer("<not valid xml!!!")).startsWith("failure\n").contains("не смогла сформировать");
        assertThat(answer("<?xml version=\"1.0\"?><КоммерческаяИнформация><Документ>"))
                .startsWith("failure\n")
                .contains("испорчен или передан не целиком");
        assertThat(answer("<!DOCTYPE a [<!ENTITY b \"c\">]><КоммерческаяИнформация/>"))
                .startsWith("failure\n")
                .contains("запрещённая разметка");
        assertThat(answer(SomeOrderFiles.madeAt("2020-01-01T00:00:00", says(part.number(), "Отгружен"))))
                .startsWith("failure\n")
                .contains("сформирован слишком давно");
        assertThat(answer(new String(fresh(says(part.number(), "Отгружен").repeat(1001)), StandardCharsets.UTF_8)))
                .startsWith("failure\n")
                .contains("слишком много документов");
        assertThat(answer(new String(fresh(says("НЕ-НАШ", "Отгружен")), StandardCharsets.UTF_8)))
                .startsWith("failure\n")
                .contains("Ни один документ");
        assertThat(answer("<?xml version=\"1.0\"?><КоммерческаяИнформация ВерсияСхемы=\"2.09\"/>"))
                .isEqualTo("success");
        assertThat(now().status()).isEqualTo(OrderStatus.PENDING);
    }

    @Test
    void oneDocumentThatIsTakenMakesASuccessWithWords() throws Exception {
        begun();
        assertThat(answer(new String(
                        fresh(says("НЕ-НАШ", "Отгружен"), says(part.number(), "Отгружен")), StandardCharsets.UTF_8)))
                .startsWith("success\nФайл")
                .contains("строк 2, не приняты 1");
        assertThat(now().status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void filesAboutOrdersNeverEndUpInAPacketOfGoods() throws Exception {
        begun();
        client.get("type=catalog&mode=init");
        client.file("sale", "orders.xml", fresh(says(part.number(), "Отгружен")));
        client.file("catalog", "goods.xml", "<x/>".getBytes(StandardCharsets.UTF_8));
        client.importFile("catalog", "goods.xml");
        assertThat(now().status()).isEqualTo(OrderStatus.PENDING);
        assertThat(client.importFile("sale", "orders.xml")).isEqualTo("success");
        assertThat(client.importFile("catalog", "orders.xml")).startsWith("failure");
        assertThat(now().status()).isEqualTo(OrderStatus.SHIPPED);
    }

    private void begun() throws Exception {
        assertThat(client.get("type=sale&mode=init&version=3.1")).contains("version=3.1");
    }

    private String answer(String file) throws Exception {
        assertThat(client.file("sale", "orders.xml", file.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("success");
        return client.importFile("sale", "orders.xml");
    }

    private void sent(String name, byte[] file, int part) throws Exception {
        for (int from = 0; from < file.length; from += part) {
            assertThat(client.file("sale", name, Arrays.copyOfRange(file, from, Math.min(file.length, from + part))))
                    .isEqualTo("success");
        }
    }

    private static byte[] fresh(String... documents) {
        String now = LocalDateTime.now(ZoneId.of("Europe/Moscow"))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        return SomeOrderFiles.madeAt(now, documents).getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private long runs() {
        return changed().size();
    }

    /** Of each run of this test's account, oldest first. */
    private List<Long> changed() {
        return database.sql("""
                        SELECT coalesce(c.changed, 0) FROM job_run r LEFT JOIN run_count c ON c.run_id = r.id
                        WHERE r.task = 'onec.order-status-import' AND r.actor_name = (
                            SELECT account FROM exchange_session ORDER BY id DESC LIMIT 1)
                        ORDER BY r.id""").query(Long.class).list();
    }

    private Order now() {
        return orders(() -> orders.find(order.number()).orElseThrow());
    }

    private OrderPart nowPart() {
        return now().parts().getFirst();
    }

    private static <T> T orders(RunAs.Work<T, RuntimeException> work) {
        return RunAs.system(work);
    }
}
