package ru.freesport.console.onec.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.Role;
import ru.freesport.console.access.SomeAccounts;
import ru.freesport.console.catalog.SomeLimits;
import ru.freesport.console.onec.HeldPackets;
import ru.freesport.console.onec.HoldOutcome;
import ru.freesport.console.onec.SomeImports;

/** Over the exchange every file is a run of its own, yet a packet is judged, held and ended as one. */
@ConsoleTest
@WithMockUser(username = "maria", roles = "MANAGER")
class GuardedExchangeTest {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private ApplicationContext application;

    @Autowired
    private HeldPackets held;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    private Some1C client;

    @BeforeEach
    void begin() throws Exception {
        client = newExchange();
    }

    @AfterEach
    void takeTheLimitsAway() {
        SomeLimits.set(database, SomeLimits.NONE);
    }

    @Test
    void aHeldFileIsReceivedAndTheEndOfTheExchangeIsCaughtUpOnceItIsApproved() throws Exception {
        take("goods.xml", goods(true, "ball", "rope"));
        take("prices.xml", prices("1000"));
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
        client = newExchange();

        take("goods.xml", goods(false, "ball"));
        assertThat(client.file("prices.xml", prices("1100"))).isEqualTo("success");
        assertThat(client.importFile("prices.xml")).startsWith("success\nФайл prices.xml ждёт решения в консоли");
        assertThat(client.get("type=catalog&mode=complete")).startsWith("success");
        assertThat(price()).isEqualByComparingTo("1000");
        assertThat(isActive("rope"))
                .as("nobody knows yet what the packet holds")
                .isTrue();

        assertThat(held.approve(newestHeld(), "новый прайс")).isInstanceOf(HoldOutcome.Approved.class);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(price()).isEqualByComparingTo("1100");
            assertThat(isActive("rope")).isFalse();
        });
        assertThat(isActive("ball")).isTrue();
        assertThat(client.importFile("prices.xml")).as("asked again").isEqualTo("success");
    }

    @Test
    void manySmallFilesDoNotGetPastAShareTogether() throws Exception {
        take("goods.xml", goods(true, "ball", "rope"));
        take("storages.xml", xml("""
                <Классификатор><Ид>c-1</Ид><Склады><Склад><Ид>%s-store</Ид><Наименование>Склад</Наименование></Склад>
                </Склады></Классификатор>""".formatted(mark)));
        take("rests.xml", xml(offers(rests("ball", "5") + rests("rope", "7"))));
        SomeLimits.set(database, SomeLimits.ofStock("0.0001", 2));
        client = newExchange();

        take("rests_1.xml", xml(offers(rests("ball", "0"))));
        assertThat(client.file("rests_2.xml", xml(offers(rests("rope", "0"))))).isEqualTo("success");
        assertThat(client.importFile("rests_2.xml")).startsWith("success\nФайл rests_2.xml ждёт решения в консоли");
        held.refuse(newestHeld(), "ошибка выгрузки");
        assertThat(client.importFile("rests_2.xml"))
                .as("1C is told when it asks")
                .startsWith("failure");
    }

    private Some1C newExchange() throws Exception {
        return new Some1C(port, SomeAccounts.fresh(application, Role.EXCHANGE), SomeAccounts.PASSWORD).begun();
    }

    private void take(String name, byte[] content) throws Exception {
        assertThat(client.file(name, content)).isEqualTo("success");
        assertThat(client.importFile(name)).isEqualTo("success");
    }

    private byte[] goods(boolean onlyChanges, String... ids) {
        StringBuilder rows = new StringBuilder();
        for (String id : ids) {
            rows.append("<Товар><Ид>%s-%s</Ид><Наименование>Мяч</Наименование></Товар>".formatted(mark, id));
        }
        return xml("<Каталог СодержитТолькоИзменения=\"" + onlyChanges + "\"><Ид>c-1</Ид><Товары>" + rows
                + "</Товары></Каталог>");
    }

    private byte[] prices(String amount) {
        return xml(offers(SomeImports.priced(mark + "-ball", amount)));
    }

    private String rests(String id, String quantity) {
        return """
                <Предложение><Ид>%s-%s</Ид><Остатки><Остаток><Склад><Ид>%s-store</Ид><Количество>%s</Количество></Склад>
                </Остаток></Остатки></Предложение>""".formatted(mark, id, mark, quantity);
    }

    private static String offers(String rows) {
        return "<ПакетПредложений СодержитТолькоИзменения=\"true\"><Ид>c-1#</Ид><Предложения>" + rows
                + "</Предложения></ПакетПредложений>";
    }

    private static byte[] xml(String inside) {
        return SomeImports.xml(inside).getBytes(StandardCharsets.UTF_8);
    }

    private long newestHeld() {
        return held.waiting(1).getFirst().runId();
    }

    private java.math.BigDecimal price() {
        return database.sql("SELECT p.amount FROM price p JOIN variant v ON v.id = p.variant_id WHERE v.onec_id = ?")
                .param(mark + "-ball")
                .query(java.math.BigDecimal.class)
                .single();
    }

    private boolean isActive(String id) {
        return database.sql("SELECT active FROM product WHERE onec_id = ?")
                .param(mark + "-" + id)
                .query(Boolean.class)
                .single();
    }
}
