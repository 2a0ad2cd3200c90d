package ru.freesport.console.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.ApiKeys;
import ru.freesport.console.access.ApiScope;
import ru.freesport.console.access.IssuedKey;
import ru.freesport.console.storefront.SomeStorefront.Answer;

@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class StorefrontAccessTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApiKeys keys;

    @Autowired
    private JdbcClient database;

    @Test
    void withoutAKeyOrWithAWrongOneTheAnswerIs401() {
        for (String key : new String[] {null, "wrong", "demo-storefront-keyy"}) {
            Answer answer = new SomeStorefront(port, key).get("/api/v1/products");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.isProblem()).isTrue();
            assertThat(answer.raw().headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(answer.raw().headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void aKeyOpensWhatItsScopesSayAndNothingElse() {
        SomeStorefront reader = new SomeStorefront(
                port, issued(EnumSet.of(ApiScope.PRODUCTS_READ)).secret());
        assertThat(reader.get("/api/v1/products?limit=1").status()).isEqualTo(200);
        for (Answer refused : new Answer[] {
            reader.get("/api/v1/orders/0000000000"),
            reader.get("/api/v1/customers/" + UUID.randomUUID()),
            reader.post("/api/v1/orders", "{\"customerId\":\"" + UUID.randomUUID() + "\",\"lines\":[]}"),
            reader.post("/api/v1/orders/0000000000/cancel", "{}"),
            reader.post("/api/v1/customers", "{}"),
            reader.patch("/api/v1/customers/" + UUID.randomUUID(), "{}")
        }) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.isProblem()).isTrue();
        }
    }

    @Test
    void aRevokedKeyOpensNothingFromThenOn() {
        IssuedKey.Issued key = issued(EnumSet.allOf(ApiScope.class));
        SomeStorefront shop = new SomeStorefront(port, key.secret());
        assertThat(shop.get("/api/v1/products?limit=1").status()).isEqualTo(200);
        assertThat(keys.list())
                .filteredOn(one -> one.id().equals(key.key().id()))
                .singleElement()
                .satisfies(one -> assertThat(one.usedAt()).isNotNull());
        assertThat(keys.revoke(key.key().id(), "утёк")).isTrue();
        assertThat(keys.revoke(key.key().id(), "утёк")).isFalse();
        assertThat(shop.get("/api/v1/products?limit=1").status()).isEqualTo(401);
    }

    @Test
    void theKeyItselfIsNowhereInTheDatabase() {
        IssuedKey.Issued key = issued(EnumSet.allOf(ApiScope.class));
        assertThat(key.secret()).hasSizeGreaterThan(40);
        assertThat(database.sql("SELECT api_key::text FROM api_key WHERE id = ?")
                        .param(key.key().id())
                        .query(String.class)
                        .single())
                .contains(key.key().prefix())
                .doesNotContain(key.secret());
        assertThat(key.toString()).doesNotContain(key.secret());
    }

    @Test
    void aPersonsSessionOpensNoApiAndAKeyOpensNoScreen() {
        assertThat(new SomeStorefront(port, SomeStorefront.DEMO_KEY)
                        .get("/audit")
                        .raw()
                        .body())
                .doesNotContain("demo-storefront");
        assertThat(new SomeStorefront(port, SomeStorefront.DEMO_KEY)
                        .get("/audit")
                        .status())
                .isIn(302, 401, 403);
    }

    @Test
    void theDescriptionNamesEveryOperationAndNothingOfTheConsole() {
        Answer description = new SomeStorefront(port, null).get("/v3/api-docs");
        assertThat(description.status()).isEqualTo(200);
        assertThat(description.body().path("openapi").asString()).startsWith("3.1");
        assertThat(description.body().path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/customers",
                        "/api/v1/customers/{id}",
                        "/api/v1/customers/{id}/consents",
                        "/api/v1/products",
                        "/api/v1/products/{onecId}",
                        "/api/v1/orders",
                        "/api/v1/orders/{number}",
                        "/api/v1/orders/{number}/cancel",
                        "/api/v1/orders/{number}/payments");
        assertThat(description
                        .body()
                        .path("components")
                        .path("schemas")
                        .path("Money")
                        .path("properties")
                        .path("amount")
                        .path("type")
                        .asString())
                .isEqualTo("string");
        assertThat(description.body().path("components").path("securitySchemes").isEmpty())
                .isFalse();
        assertThat(new SomeStorefront(port, null).get("/swagger-ui/index.html").status())
                .isNotEqualTo(200);
    }

    private IssuedKey.Issued issued(Set<ApiScope> scopes) {
        String name = "test " + UUID.randomUUID().toString().substring(0, 8);
        if (keys.issue(name, scopes, "для теста") instanceof IssuedKey.Issued issued) {
            return issued;
        }
        throw new IllegalStateException(name);
    }
}
