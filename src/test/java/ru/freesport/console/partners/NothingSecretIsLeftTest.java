package ru.freesport.console.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.client.RestClient;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.Seeded;
import ru.freesport.console.access.Browser;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.shared.ChannelListener;

/**
 * Comes after all other tests and searches what they left in the database and in the output for the secrets and people they
 * sent around. It sends some of every kind itself, so that it means something when it runs alone.
 */
@ConsoleTest
@WithMockUser(username = "olga", roles = "OPERATIONS")
@Order(Integer.MAX_VALUE)
class NothingSecretIsLeftTest {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final String ORDER =
            """
            <?xml version="1.0" encoding="windows-1251"?>
            <КоммерческаяИнформация><Документ><Контрагенты><Контрагент><Ид>c-1</Ид><Наименование>%s %s</Наименование>
            <ИНН>%s</ИНН><Роль>Покупатель</Роль><Контакты><Контакт><Тип>Телефон</Тип><Значение>%s</Значение></Контакт>
            <Контакт><Тип>Почта</Тип><Значение>%s</Значение></Контакт></Контакты></Контрагент></Контрагенты>
            <ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Адрес доставки</Наименование>
            <Значение>%s, 17</Значение></ЗначениеРеквизита></ЗначенияРеквизитов></Документ></КоммерческаяИнформация>
            """.formatted(Seeded.LAST_NAME, Seeded.FIRST_NAME, Seeded.TAX_ID, Seeded.PHONE, Seeded.MAIL, Seeded.STREET);

    private static final String PERSON = """
            {"type":"SOLE_PROPRIETOR","email":"%s","phone":"%s","firstName":"%s","lastName":"%s","companyName":"%s",
             "taxId":"%s","password":"%s"}""".formatted(
                    Seeded.MAIL,
                    Seeded.PHONE,
                    Seeded.FIRST_NAME,
                    Seeded.LAST_NAME,
                    Seeded.COMPANY,
                    Seeded.TAX_ID,
                    Seeded.PASSWORD);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ChannelListener listener;

    @Autowired
    private CurrentUser currentUser;

    @Autowired
    private AuditLog audit;

    private SomeCircuits some;
    private SomeCircuits.SomeNode node;
    private SomePartner partner;

    @BeforeEach
    void begin() throws IOException {
        some = new SomeCircuits(database, transactions, listener, currentUser, audit);
        node = some.node();
        partner = new SomePartner();
    }

    @AfterEach
    void stop() {
        partner.close();
    }

    @Test
    void noSecretAndNobodyIsFoundInTheDatabaseOrInWhatWasPrinted() throws Exception {
        callPartners();
        comeAsStorefront();
        comeAs1c();
        new Browser(port).login(Seeded.MAIL, Seeded.PASSWORD);
        LoggerFactory.getLogger("test.leaks")
                .warn(
                        "Could not store {} of {}",
                        PERSON,
                        Seeded.MAIL,
                        new IllegalStateException("Key (email)=(" + Seeded.MAIL + ") exists, Bearer " + Seeded.TOKEN));

        Leaks leaks = new Leaks(database);
        assertThat(leaks.columns()).isGreaterThan(200);
        SoftAssertions.assertSoftly(both -> {
            both.assertThat(leaks.inTables()).isEmpty();
            both.assertThat(leaks.inOutput()).isEmpty();
        });
    }

    @Test
    void theSearchFindsWhatIsNotMasked() throws Exception {
        database.sql("CREATE TABLE test_leak (plain text, listed text[], document jsonb, bytes bytea)")
                .update();
        try {
            assertThat(foundWith("plain", "'said " + Seeded.LAST_NAME.toLowerCase() + "'"))
                    .isTrue();
            assertThat(foundWith("plain", "'to=%2B79550142077&x'")).isTrue();
            assertThat(foundWith("listed", "ARRAY['Basic " + Seeded.basic() + "']"))
                    .isTrue();
            assertThat(foundWith("document", "'{\"a\":[\"" + Seeded.TOKEN + "\"]}'"))
                    .isTrue();
            assertThat(foundWith("bytes", "convert_to('<Имя>" + Seeded.FIRST_NAME + "', 'WIN1251')"))
                    .isTrue();
            assertThat(foundWith("plain", "'9550142077 is a number of something else'"))
                    .isFalse();
        } finally {
            database.sql("DROP TABLE test_leak").update();
        }
    }

    private boolean foundWith(String column, String value) {
        database.sql("DELETE FROM test_leak").update();
        database.sql("INSERT INTO test_leak (%s) VALUES (%s)".formatted(column, value))
                .update();
        return new Leaks(database).inTables().contains("test_leak." + column + ": 1");
    }

    private void callPartners() {
        send(MediaType.APPLICATION_JSON, PERSON, StandardCharsets.UTF_8);
        send(MediaType.APPLICATION_XML, ORDER, WINDOWS_1251);
        send(MediaType.parseMediaType("text/xml;charset=UTF-8"), ORDER, StandardCharsets.UTF_8);
        send(MediaType.APPLICATION_JSON, " ".repeat(100_000) + PERSON, StandardCharsets.UTF_8);
        for (int cut = 20; cut < PERSON.length(); cut += 40) {
            send(MediaType.APPLICATION_JSON, PERSON.substring(0, cut), StandardCharsets.UTF_8);
            partner.answers(200, PERSON.substring(0, cut).replace("\"", "\\\""));
        }
        send(
                MediaType.APPLICATION_FORM_URLENCODED,
                "user%5Bemail%5D=" + Seeded.MAIL.replace("@", "%40") + "&to=%2B79550142077&token=" + Seeded.TOKEN,
                StandardCharsets.UTF_8);
        // partners repeat in plain words what they were sent
        partner.answers(
                422,
                "{\"error\":\"%s %s (ИНН %s) не найдена, %s\"}"
                        .formatted(Seeded.LAST_NAME, Seeded.FIRST_NAME, Seeded.TAX_ID, Seeded.COMPANY));
        send(MediaType.APPLICATION_JSON, PERSON, StandardCharsets.UTF_8);
        partner.answers(200, PERSON);
        send(MediaType.APPLICATION_JSON, "{}", StandardCharsets.UTF_8);
        assertThat(database.sql("SELECT count(*) FROM partner_call WHERE circuit = ? AND request_body IS NOT NULL")
                        .param(some.name)
                        .query(Integer.class)
                        .single())
                .isGreaterThan(8);
    }

    private void send(MediaType type, String body, Charset charset) {
        node.calls()
                .call(
                        PartnerCall.writing(
                                some.name, "POST /people", UUID.randomUUID().toString()),
                        _ -> client().post()
                                .uri(
                                        "/people?token={token}&email={mail}&phone={phone}",
                                        Seeded.TOKEN,
                                        Seeded.MAIL,
                                        Seeded.PHONE)
                                .header("X-Api-Key", Seeded.TOKEN)
                                .header("X-Partner-Signature", Seeded.HMAC_SECRET)
                                .header("X-Asked-By", Seeded.MAIL)
                                .contentType(type)
                                .body(body.getBytes(charset))
                                .retrieve()
                                .body(String.class));
    }

    private RestClient client() {
        return node.http().client(new PartnerEndpoint(some.name, partner.address(), (request, body, next) -> {
            request.getHeaders().setBasicAuth(Seeded.USER, Seeded.PASSWORD);
            return next.execute(request, body);
        }));
    }

    private void comeAsStorefront() throws Exception {
        String key = UUID.randomUUID().toString();
        String customer = PERSON.replace(",\n \"password\":\"" + Seeded.PASSWORD + "\"", "")
                .replace(",\"password\":\"" + Seeded.PASSWORD + "\"", "");
        for (String token : new String[] {"demo-storefront-key", "demo-storefront-key", Seeded.TOKEN}) {
            call("/api/v1/customers?token=" + Seeded.TOKEN, customer, "Bearer " + token, key);
        }
        call("/api/v1/customers", customer.replace("SOLE", "NO"), "Bearer demo-storefront-key", null);
        call("/api/v1/customers", customer.substring(0, 60), "Bearer demo-storefront-key", null);
        call("/api/v1/orders", "{\"email\":\"" + Seeded.MAIL + "\"}", "Bearer demo-storefront-key", null);
    }

    private void comeAs1c() throws Exception {
        call(
                "/exchange/1c?type=catalog&mode=checkauth&password=" + Seeded.PASSWORD,
                "",
                "Basic " + Seeded.basic(),
                null);
        call("/exchange/1c?type=catalog&mode=" + Seeded.MAIL, ORDER, "Basic " + Seeded.basic(), null);
    }

    private void call(String path, String body, String authorization, @org.jspecify.annotations.Nullable String key)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(request.build(), HttpResponse.BodyHandlers.discarding());
        }
    }
}
