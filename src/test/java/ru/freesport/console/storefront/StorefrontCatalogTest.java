package ru.freesport.console.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.catalog.ProductFeed;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.SomeOrders;
import ru.freesport.console.storefront.SomeStorefront.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ConsoleTest
@WithMockUser(username = "job", roles = "SYSTEM")
class StorefrontCatalogTest {

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
    private ProductFeed feed;

    @Autowired
    private JsonMapper json;

    private SomeStorefront shop;
    private SomeOrders some;

    @BeforeEach
    void begin() {
        shop = new SomeStorefront(port, SomeStorefront.DEMO_KEY);
        some = new SomeOrders(dataSource, customers, orders);
    }

    @Test
    void aProductIsReadWithItsPricesByLevelAndItsStockByWarehouse() {
        String variant = some.goods("ball", "22", "1000.00", SomeOrders.OWN_VAT_WAREHOUSE);
        String product = variant.substring(0, variant.indexOf('#'));
        Answer answer = shop.get("/api/v1/products/" + product);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("onecId").asString()).isEqualTo(product);
        JsonNode only = answer.body().path("variants").path(0);
        assertThat(only.path("onecId").asString()).isEqualTo(variant);
        assertThat(only.path("sku").asString()).isEqualTo("ART-ball");
        assertThat(only.path("prices").path("RETAIL").toString())
                .isEqualTo("{\"amount\":\"1000.00\",\"currency\":\"RUB\"}");
        assertThat(only.path("prices").has("WHOLESALE1")).isFalse();
        assertThat(only.path("stock").toString()).isEqualTo("[{\"warehouse\":\"1 СДВ склад\",\"quantity\":100}]");
        assertThat(shop.get("/api/v1/products/nothing")).matches(a -> a.status() == 404 && a.isProblem());
        assertThat(shop.get("/api/v1/products/1").status()).isEqualTo(404);
    }

    @Test
    void thePagesTogetherHoldEveryProductOnce() {
        Set<String> mine = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            some.goods("page" + i, "22", "10.00", null);
            mine.add(some.catalog.id("page" + i));
        }
        long before = database.sql("SELECT min(id) - 1 FROM product WHERE onec_id LIKE ?")
                .param(some.catalog.mark + "%")
                .query(Long.class)
                .single();
        Set<String> seen = new HashSet<>();
        String cursor = Long.toString(before, 36);
        while (cursor != null && !seen.containsAll(mine)) {
            JsonNode page =
                    shop.get("/api/v1/products?limit=2&cursor=" + cursor).body();
            page.path("items")
                    .forEach(item ->
                            assertThat(seen.add(item.path("onecId").asString())).isTrue());
            cursor = page.path("nextCursor").asString(null);
        }
        assertThat(seen).containsAll(mine);
    }

    @Test
    void onlyWhatWasChangedSinceIsListedAPriceAloneCounts() {
        String old = some.goods("old", "22", "10.00", null);
        some.goods("untouched", "22", "10.00", null);
        Instant since = database.sql("SELECT clock_timestamp()")
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
        some.catalog.price("old#1", ru.freesport.console.catalog.SomeCatalog.RETAIL, "11.00");
        Set<String> changed = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page =
                    shop.get("/api/v1/products?updatedSince=" + since + cursor).body();
            page.path("items").forEach(item -> changed.add(item.path("onecId").asString()));
            JsonNode next = page.path("nextCursor");
            cursor = next.isNull() || next.isMissingNode() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        assertThat(changed).contains(old.substring(0, old.indexOf('#'))).doesNotContain(some.catalog.id("untouched"));
        assertThat(shop.get("/api/v1/products?updatedSince=yesterday").status()).isEqualTo(400);
        assertThat(shop.get("/api/v1/products?cursor=!").status()).isEqualTo(400);
        assertThat(shop.get("/api/v1/products?limit=0")).matches(a -> a.status() == 400 && a.isProblem());
    }

    @Test
    void aCustomerIsRegisteredReadAndChanged() {
        String key = UUID.randomUUID().toString();
        String body = """
                {"type":"COMPANY","email":"buh-%s@example.org","phone":"8 (495) 123-45-67","companyName":"Start",\
                "taxId":"7707083893","kpp":"770701001"}""".formatted(some.catalog.mark);
        Answer created = shop.post("/api/v1/customers", body, key);
        assertThat(created.status()).isEqualTo(201);
        String path = created.raw().headers().firstValue("Location").orElseThrow();
        assertThat(path).endsWith(created.body().path("id").asString());
        assertThat(shop.post("/api/v1/customers", body, key).body()).isEqualTo(created.body());
        assertThat(shop.get(path).body()).isEqualTo(created.body());
        Answer changed = shop.patch(path, "{\"phone\":\"+7 495 000-00-00\"}");
        assertThat(changed.body().path("phone").asString()).isEqualTo("+74950000000");
        assertThat(changed.body().path("companyName").asString()).isEqualTo("Start");
        Answer wrong = shop.patch(path, "{\"taxId\":\"1\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.field()).isEqualTo("taxId");
        assertThat(shop.get("/api/v1/customers/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(shop.get("/api/v1/customers/no-id")).matches(a -> a.status() == 404 && a.isProblem());
    }

    @Test
    void theDemosOrdersArePlacedOnceAndOnlyWhereNobodyHasOrdered() {
        some.person();
        long before = orderCount();
        new DemoOrders(customers, orders, feed, database, json)
                .run(new org.springframework.boot.DefaultApplicationArguments());
        assertThat(orderCount()).isEqualTo(before);
    }

    private long orderCount() {
        return database.sql("SELECT count(*) FROM shop_order").query(Long.class).single();
    }
}
