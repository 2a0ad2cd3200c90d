package ru.freesport.console.onec.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.Role;
import ru.freesport.console.access.SomeAccounts;

/** 1C asks for orders: the protocol byte by byte, as 1C sees it. */
@ConsoleTest
class SaleExchangeTest {

    @Autowired
    private ApplicationContext application;

    @LocalServerPort
    private int port;

    private String account = "";

    @BeforeEach
    void anExchangeAccount() {
        account = SomeAccounts.fresh(application, Role.EXCHANGE);
    }

    @Test
    void initTellsItsLimitsAndNothingElseUnlessAVersionIsAskedFor() throws Exception {
        assertThat(client().call("type=sale&mode=init").body())
                .isEqualTo("zip=yes\nfile_limit=1048576".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void initWithAVersionTellsSessidAgainAndTheVersionAgreedOn() throws Exception {
        Some1C client = client();
        String sessid = client.sessid();
        for (Map.Entry<String, String> asked :
                Map.of("3.1", "3.1", "2.10", "2.09").entrySet()) {
            assertThat(new String(
                            client.call("type=sale&mode=init&version=" + asked.getKey())
                                    .body(),
                            StandardCharsets.US_ASCII))
                    .isEqualTo("zip=yes\nfile_limit=1048576\n" + sessid + "\nversion=" + asked.getValue());
        }
        assertThat(sessid).matches("sessid=[0-9a-f]{64}");
    }

    @Test
    void aCatalogueExchangeOfTheSameAccountDoesNotEndTheExchangeOfOrders() throws Exception {
        Some1C orders = client();
        client().begun();
        client().begun();
        assertThat(orders.get("type=sale&mode=init")).startsWith("zip=yes");
    }

    @Test
    void unknownModesAreToldWithTheKnownOnes() throws Exception {
        assertThat(client().get("type=sale&mode=drop"))
                .startsWith("failure\nРежим «drop» для type=sale не поддерживается. Известны checkauth, init");
    }

    @Test
    void withoutASessionNothingIsAnswered() throws Exception {
        assertThat(new Some1C(port, account, SomeAccounts.PASSWORD).get("type=sale&mode=init"))
                .startsWith("failure\nСеанс обмена не найден");
        assertThat(client().withSessid("0".repeat(64)).get("type=sale&mode=init"))
                .startsWith("failure\nПараметр sessid не подходит");
    }

    @Test
    void infoIsTheDirectoryOfWhat1cMayMapItsWordsTo() throws Exception {
        HttpResponse<byte[]> reply = client().call("type=sale&mode=info");

        String expected = """
                <?xml version='1.0' encoding='windows-1251'?>
                <Справочник>
                \t<\u0043татусы>
                %s\t</\u0043татусы>
                \t<ПлатежныеСистемы>
                %s\t</ПлатежныеСистемы>
                \t<СлужбыДоставки>
                %s\t</СлужбыДоставки>
                </Справочник>""".formatted(
                        element("PENDING", "Новый")
                                + element("CONFIRMED", "Подтверждён")
                                + element("PROCESSING", "В работе")
                                + element("SHIPPED", "Отгружен")
                                + element("DELIVERED", "Доставлен")
                                + element("CANCELLED", "Отменён")
                                + element("REFUNDED", "Возвращён"),
                        element("yookassa", "ЮKassa"),
                        element("cdek", "СДЭК") + element("boxberry", "Boxberry"));
        assertThat(new String(reply.body(), Charset.forName("windows-1251"))).isEqualTo(expected);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/xml;charset=windows-1251");
        assertThat(reply.headers().firstValue("Content-Length")).hasValue(String.valueOf(reply.body().length));
    }

    private static String element(String id, String name) {
        return "\t\t<Элемент>\n\t\t\t<Ид>" + id + "</Ид>\n\t\t\t<Название>" + name + "</Название>\n\t\t</Элемент>\n";
    }

    private Some1C client() throws Exception {
        Some1C client = new Some1C(port, account, SomeAccounts.PASSWORD);
        client.checkAuth("sale");
        return client;
    }
}
