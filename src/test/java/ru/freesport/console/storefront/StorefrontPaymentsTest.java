package ru.freesport.console.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.AtOnce;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.TestLab;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.SomeOrders;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.payments.PaymentJanitor;
import ru.freesport.console.payments.Payments;
import ru.freesport.console.payments.ReceiptsTask;
import ru.freesport.console.payments.SomePayments;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;
import ru.freesport.console.storefront.SomeStorefront.Answer;

@ConsoleTest
class StorefrontPaymentsTest {

    private static final String BODY = "{\"returnUrl\":\"https://shop.example/thanks\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Customers customers;

    @Autowired
    private Orders orders;

    @Autowired
    private Payments payments;

    @Autowired
    private PaymentJanitor janitor;

    @Autowired
    private ReceiptsTask receipts;

    @Autowired
    private Circuits circuits;

    private SomePayments some;
    private SomeStorefront shop;
    private String number;

    @BeforeEach
    void begin() {
        some = new SomePayments(payments, janitor, receipts, circuits);
        some.healthy();
        SomePayments.yookassa().sendWebhooksTo("http://localhost:" + port);
        shop = new SomeStorefront(port, SomeStorefront.DEMO_KEY);
        SomeOrders goods = new SomeOrders(dataSource, customers, orders);
        String ball = goods.goods("ball", "22", "333.33", SomeOrders.OWN_VAT_WAREHOUSE);
        String boat = goods.goods("boat", "22", "500.00", SomeOrders.FIVE_PERCENT_WAREHOUSE);
        number = shop.post("/api/v1/orders", """
                {"customerId":"%s","lines":[
                  {"variantId":"%s","quantity":3,"price":{"amount":"333.33","currency":"RUB"}},
                  {"variantId":"%s","quantity":1,"price":{"amount":"500.00","currency":"RUB"}}],
                 "delivery":{"carrier":"cdek","kind":"POINT","pointCode":"MSK1","cost":{"amount":"350.50","currency":"RUB"}},
                 "discount":{"amount":"100.01","currency":"RUB"}}""".formatted(goods.person().id(), ball, boat))
                .body()
                .path("number")
                .asString();
    }

    @AfterEach
    void stop() {
        some.healthy();
        assertThat(TestLab.yookassaContract().breaches()).isEmpty();
    }

    @Test
    void anOrderIsPaidOnThePageTheAnswerNames() {
        Answer asked = pay(UUID.randomUUID().toString());
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.body().path("status").asString()).isEqualTo("PENDING");
        assertThat(asked.body().at("/amount/amount").asString()).isEqualTo("1750.48");
        String page = asked.body().path("confirmationUrl").asString();
        SomePayments.yookassa().act(page.substring(page.lastIndexOf('/') + 1), "pay:sbp");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> order("paymentStatus").equals("PAID"));
        Answer order = shop.get("/api/v1/orders/" + number);
        assertThat(order.body().at("/payments/0/status").asString()).isEqualTo("SUCCEEDED");
        assertThat(order.body().at("/payments/0/id").asString())
                .isEqualTo(asked.body().path("id").asString());
        assertThat(pay(UUID.randomUUID().toString())).matches(again -> again.status() == 409 && again.isProblem());
        assertThat(database.sql("SELECT kind FROM order_event e JOIN shop_order o ON o.id = e.order_id"
                                + " WHERE o.number = ? ORDER BY e.id")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("PLACED", "PAID_ONLINE");
    }

    @Test
    void theSameKeyAndTheSameOrderAreTheSamePayment() {
        String key = UUID.randomUUID().toString();
        List<Answer> answers = AtOnce.run(4, _ -> () -> pay(key));
        Answer other = pay(UUID.randomUUID().toString());
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(answers.getFirst().body());
        assertThat(there()).hasSize(1);
    }

    @Test
    void aLostAnswerIsUnknownAndTheSameCallSettlesIt() {
        SomePayments.yookassa().faults().on(FaultMode.TIMEOUT_AFTER_COMMIT, Faults.UNTIL_DELETED);
        String key = UUID.randomUUID().toString();
        Answer lost = pay(key);
        assertThat(lost.status()).isEqualTo(201);
        assertThat(lost.body().path("status").asString()).isEqualTo("UNKNOWN");
        assertThat(lost.body().path("confirmationUrl").isNull()).isTrue();
        some.healthy();
        Answer found = pay(key);
        assertThat(found.body().path("status").asString()).isEqualTo("PENDING");
        assertThat(found.body().path("id")).isEqualTo(lost.body().path("id"));
        assertThat(found.body().path("confirmationUrl").asString()).contains("/pay/");
        assertThat(there()).hasSize(1);
    }

    @Test
    void whenTheProviderDoesNotLetUsInTheCustomerIsAskedToComeAgain() {
        SomePayments.yookassa().faults().on(FaultMode.UNAUTHORIZED, Faults.UNTIL_DELETED);
        String key = UUID.randomUUID().toString();
        Answer refused = pay(key);
        assertThat(refused).matches(one -> one.status() == 503 && one.isProblem());
        assertThat(refused.raw().headers().firstValue("Retry-After")).isPresent();
        some.healthy();
        assertThat(pay(key).status()).isEqualTo(201);
        assertThat(there()).hasSize(1);
    }

    @Test
    void whatCannotBePaidIsAProblem() {
        assertThat(shop.post("/api/v1/orders/0000000000/payments", BODY)).matches(one -> one.status() == 404);
        assertThat(shop.post("/api/v1/orders/" + number + "/payments", "{}"))
                .matches(one -> one.status() == 422 && one.field().equals("returnUrl"));
        assertThat(shop.post("/api/v1/orders/" + number + "/payments", "{\"returnUrl\":\"javascript:alert(1)\"}"))
                .matches(one -> one.status() == 422 && one.rule().equals("RETURN_URL_WRONG"));
        shop.post("/api/v1/orders/" + number + "/cancel", "{}");
        assertThat(pay(UUID.randomUUID().toString())).matches(one -> one.status() == 409);
    }

    private Answer pay(String key) {
        return shop.post("/api/v1/orders/" + number + "/payments", BODY, key);
    }

    private String order(String field) {
        return shop.get("/api/v1/orders/" + number).body().path(field).asString();
    }

    private List<Map<String, Object>> there() {
        return SomePayments.yookassa().objects().stream()
                .filter(one -> String.valueOf(one.get("metadata")).contains(number))
                .toList();
    }
}
