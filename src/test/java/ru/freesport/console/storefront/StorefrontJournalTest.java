package ru.freesport.console.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.Seeded;

@ConsoleTest
class StorefrontJournalTest {

    private static final String CUSTOMER =
            """
            {"type":"PERSON","email":"%s","phone":"%s","firstName":"%s","lastName":"%s"}""".formatted(Seeded.MAIL, Seeded.PHONE, Seeded.FIRST_NAME, Seeded.LAST_NAME);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    private SomeStorefront shop;
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void begin() {
        shop = new SomeStorefront(port, SomeStorefront.DEMO_KEY);
    }

    record Row(
            String operation, String result, String error, int status, String asked, String answered, String failure) {}

    @Test
    void whatChangesSomethingIsJournalledMaskedWithItsKeyAndTheIdItWasAnswered() {
        SomeStorefront.Answer answer = shop.post("/api/v1/customers?token=" + Seeded.TOKEN, CUSTOMER, key);

        assertThat(answer.status()).isEqualTo(201);
        String trace = answer.raw().headers().firstValue("X-Correlation-Id").orElseThrow();
        Row row = rows("correlation_id", trace).getFirst();
        assertThat(row.operation()).isEqualTo("POST /api/v1/customers");
        assertThat(row.result()).isEqualTo("SUCCEEDED");
        assertThat(row.asked())
                .contains("Idempotency-Key: " + key, "token=***", "\"email\":\"***\"")
                .containsIgnoringCase("authorization: ***")
                .doesNotContain(Seeded.TOKEN, SomeStorefront.DEMO_KEY);
        assertThat(row.answered()).contains("\"lastName\":\"***\"");
        assertThat(rows("idempotency_key", key)).hasSize(1);
    }

    @Test
    void whatIsRefusedSaysWhy() {
        SomeStorefront.Answer answer = shop.post("/api/v1/customers", CUSTOMER.replace(Seeded.MAIL, "no mail"), key);

        assertThat(answer.status()).isEqualTo(422);
        Row row = rows("idempotency_key", key).getFirst();
        assertThat(row.result()).isEqualTo("REJECTED");
        assertThat(row.error()).isEqualTo("BUSINESS_LOGIC_ERROR");
        assertThat(row.failure()).startsWith("HTTP 422: ").contains("EMAIL_MALFORMED");
    }

    @Test
    void aSuccessfulReadIsNotAndAFailedOneIs() {
        String good = trace(shop.get("/api/v1/products"));
        String bad = trace(shop.get("/api/v1/orders/no-such-order"));

        assertThat(rows("correlation_id", good)).isEmpty();
        assertThat(rows("correlation_id", bad))
                .extracting(Row::operation, Row::status)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("GET /api/v1/orders/{number}", 404));
    }

    private static String trace(SomeStorefront.Answer answer) {
        return answer.raw().headers().firstValue("X-Correlation-Id").orElseThrow();
    }

    private List<Row> rows(String column, String value) {
        return database.sql("""
                        SELECT operation, result, coalesce(error, ''), http_status,
                            concat_ws(E'\\n', request_head, convert_from(request_body, 'UTF8')),
                            concat_ws(E'\\n', response_head, convert_from(response_body, 'UTF8')), coalesce(failure, '')
                        FROM partner_call WHERE direction = 'IN' AND circuit = 'storefront' AND %s = ? ORDER BY id
                        """.formatted(column))
                .param(value)
                .query((row, _) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }
}
