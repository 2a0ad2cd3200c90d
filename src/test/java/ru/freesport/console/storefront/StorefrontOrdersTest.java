package ru.freesport.console.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.orders.OrderHandover;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.SomeOrders;
import ru.freesport.console.storefront.SomeStorefront.Answer;
import tools.jackson.databind.JsonNode;

@ConsoleTest
class StorefrontOrdersTest {

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
    private OrderHandover handover;

    private SomeStorefront shop;
    private SomeOrders some;
    private String customer;
    private String ball;

    @BeforeEach
    void begin() {
        shop = new SomeStorefront(port, SomeStorefront.DEMO_KEY);
        some = new SomeOrders(dataSource, customers, orders);
        customer = some.person().id().toString();
        ball = some.goods("ball", "22", "1000.00", SomeOrders.OWN_VAT_WAREHOUSE);
    }

    @Test
    void anOrderIsPlacedAndReadInTheSameShape() {
        String net = some.goods("net", "10", "333.33", SomeOrders.OWN_VAT_WAREHOUSE);
        String boat = some.goods("boat", "22", "500.00", SomeOrders.FIVE_PERCENT_WAREHOUSE);
        Answer placed = shop.post("/api/v1/orders", """
                {"customerId":"%s","lines":[
                  {"variantId":"%s","quantity":2,"price":{"amount":"1000.00","currency":"RUB"}},
                  {"variantId":"%s","quantity":3,"price":{"amount":"333.33","currency":"RUB"}},
                  {"variantId":"%s","quantity":1,"price":{"amount":"450.00","currency":"RUB"}}],
                 "delivery":{"carrier":"cdek","kind":"POINT","pointCode":"MSK1","cost":{"amount":"350.50","currency":"RUB"}},
                 "discount":{"amount":"100.01","currency":"RUB"}}""".formatted(customer, ball, net, boat));
        assertThat(placed.status()).isEqualTo(201);
        JsonNode order = placed.body();
        String number = order.path("number").asString();
        assertThat(placed.raw().headers().firstValue("Location")).hasValue("/api/v1/orders/" + number);
        assertThat(order.path("total").path("amount").asString()).isEqualTo("3700.48");
        assertThat(order.path("total").path("currency").asString()).isEqualTo("RUB");
        assertThat(order.path("paymentStatus").asString()).isEqualTo("UNPAID");
        assertThat(order.path("exportStatus").asString()).isEqualTo("NEW");
        assertThat(order.path("payments").isArray()).isTrue();
        assertThat(order.path("shipments").isArray()).isTrue();
        assertThat(order.path("parts")).hasSize(3);
        assertThat(order.path("parts").path(2).path("vatRate").asString()).isEqualTo("5");
        assertThat(order.path("parts")
                        .path(2)
                        .path("lines")
                        .path(0)
                        .path("priceListed")
                        .asBoolean())
                .isFalse();
        assertThat(shop.get("/api/v1/orders/" + number).body()).isEqualTo(order);
        assertThat(shop.get("/api/v1/orders/" + number + "2").body()).isEqualTo(order);
    }

    @Test
    void theSameCallUnderOneKeyIsAnsweredTheSameAndMakesOneOrder() {
        String key = UUID.randomUUID().toString();
        Answer first = shop.post("/api/v1/orders", body("1000.00"), key);
        Answer again = shop.post("/api/v1/orders", body("1000.00").replace(",", " , "), key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(again.raw().headers().firstValue("Location"))
                .isEqualTo(first.raw().headers().firstValue("Location"));
        assertThat(again.raw().headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(ordersOfTheCustomer()).isEqualTo(1);
    }

    @Test
    void anotherBodyUnderAUsedKeyIsRefused() {
        String key = UUID.randomUUID().toString();
        shop.post("/api/v1/orders", body("1000.00"), key);
        Answer other = shop.post("/api/v1/orders", body("999.00"), key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.isProblem()).isTrue();
        assertThat(other.rule()).isEqualTo("KEY_REUSED");
        assertThat(ordersOfTheCustomer()).isEqualTo(1);
    }

    @Test
    void manyCallsAtOnceUnderOneKeyMakeOneOrder() throws Exception {
        String key = UUID.randomUUID().toString();
        CountDownLatch go = new CountDownLatch(1);
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(callers.submit(() -> {
                    go.await();
                    return shop.post("/api/v1/orders", body("1000.00"), key);
                }));
            }
            go.countDown();
            for (Future<Answer> call : calls) {
                answers.add(call.get());
            }
        }
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.raw().body())
                .containsOnly(answers.getFirst().raw().body());
        assertThat(ordersOfTheCustomer()).isEqualTo(1);
    }

    @Test
    void aRefusedCallLeavesItsKeyFree() {
        String key = UUID.randomUUID().toString();
        assertThat(shop.post("/api/v1/orders", body("-1.00"), key).status()).isEqualTo(422);
        assertThat(shop.post("/api/v1/orders", body("1000.00"), key).status()).isEqualTo(201);
    }

    @Test
    void aLineThatCannotBeTakenIsNamed() {
        Answer unknown = shop.post("/api/v1/orders", body("1000.00").replace(ball, "nothing"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.isProblem()).isTrue();
        assertThat(unknown.field()).isEqualTo("lines[0].variantId");
        assertThat(unknown.rule()).isEqualTo("VARIANT_UNKNOWN");

        Answer none = shop.post("/api/v1/orders", body("1000.00").replace("\"quantity\":1", "\"quantity\":0"));
        assertThat(none.field()).isEqualTo("lines[0].quantity");
        assertThat(none.rule()).isEqualTo("QUANTITY_NOT_POSITIVE");

        Answer missing = shop.post("/api/v1/orders", body("1000.00").replace("\"quantity\":1,", ""));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.field()).isEqualTo("lines[0].quantity");

        Answer dollars = shop.post("/api/v1/orders", body("1000.00").replace("RUB", "USD"));
        assertThat(dollars.status()).isEqualTo(422);
        assertThat(dollars.field()).isEqualTo("lines[0].price.currency");

        Answer text = shop.post("/api/v1/orders", body("1000.00").replace("\"quantity\":1", "\"quantity\":\"two\""));
        assertThat(text.status()).isEqualTo(400);
        assertThat(text.body().path("detail").asString()).contains("lines[0].quantity");
        assertThat(ordersOfTheCustomer()).isZero();
    }

    @Test
    void anUnknownCustomerIsRefused() {
        Answer answer = shop.post(
                "/api/v1/orders",
                body("1000.00").replace(customer, UUID.randomUUID().toString()));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.rule()).isEqualTo("CUSTOMER_UNKNOWN");
    }

    @Test
    void anOrderIsCancelledOnceHoweverOftenItIsAsked() {
        String number = shop.post("/api/v1/orders", body("1000.00"))
                .body()
                .path("number")
                .asString();
        Answer first = shop.post("/api/v1/orders/" + number + "/cancel", "{\"reason\":\"передумал\"}");
        Answer again = shop.send("POST", "/api/v1/orders/" + number + "/cancel", null, null, "");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().path("status").asString()).isEqualTo("CANCELLED");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(database.sql("SELECT count(*) FROM audit_entry WHERE subject = ? AND actor = 'demo-storefront'")
                        .param("order:" + number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        String key = orders(number);
        assertThat(RunAs.system(() -> handover.prepared(List.of(key)))).isEmpty();
    }

    @Test
    void anOrderThatOneCWasOfferedCannotBeCancelled() {
        String number = shop.post("/api/v1/orders", body("1000.00"))
                .body()
                .path("number")
                .asString();
        RunAs.system(() -> handover.prepared(List.of(orders(number))));
        Answer answer = shop.post("/api/v1/orders/" + number + "/cancel", "{}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.isProblem()).isTrue();
        assertThat(shop.get("/api/v1/orders/" + number).body().path("status").asString())
                .isEqualTo("PENDING");
    }

    @Test
    void whatIsNotThereIsAProblemToo() {
        assertThat(shop.get("/api/v1/orders/0000000000"))
                .matches(Answer::isProblem)
                .matches(a -> a.status() == 404);
        assertThat(shop.post("/api/v1/orders/0000000000/cancel", "{}")).matches(a -> a.status() == 404);
        assertThat(shop.get("/api/v1/nothing")).matches(Answer::isProblem).matches(a -> a.status() == 404);
        Answer method = shop.send("DELETE", "/api/v1/orders", null, null, "");
        assertThat(method).matches(Answer::isProblem).matches(a -> a.status() == 405);
        assertThat(method.raw().headers().firstValue("Allow")).hasValue("POST");
        assertThat(shop.send("POST", "/api/v1/orders", "<order/>", null, "application/xml"))
                .matches(Answer::isProblem)
                .matches(a -> a.status() == 415);
        assertThat(shop.post("/api/v1/orders", "{")).matches(Answer::isProblem).matches(a -> a.status() == 400);
        assertThat(shop.post("/api/v1/orders", "{\"comment\":\"" + "x".repeat(1_100_000) + "\"}"))
                .matches(Answer::isProblem)
                .matches(a -> a.status() == 413);
    }

    private String orders(String number) {
        return RunAs.system(
                () -> orders.find(number).orElseThrow().parts().getFirst().onecKey());
    }

    private long ordersOfTheCustomer() {
        return database.sql("SELECT count(*) FROM shop_order WHERE customer_id = ?")
                .param(UUID.fromString(customer))
                .query(Long.class)
                .single();
    }

    private String body(String price) {
        return """
                {"customerId":"%s","lines":[{"variantId":"%s","quantity":1,"price":{"amount":"%s","currency":"RUB"}}]}""".formatted(customer, ball, price);
    }
}
