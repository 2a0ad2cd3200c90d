package ru.freesport.console.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import ru.freesport.console.payments.PaymentFilter;
import ru.freesport.console.payments.PaymentList;
import ru.freesport.console.payments.PaymentState;

/** The list of payments: one in ten was cancelled, the others are paid. */
final class SeededPayments implements SeededList {

    private static final int PAGE = 50;
    private static final int SCROLLED = 2_000;
    private static final String PLAIN = "SELECT p.* FROM payment p %s ORDER BY p.position DESC LIMIT 50";
    private static final PaymentFilter CANCELLED =
            new PaymentFilter("", PaymentState.CANCELED, null, null, null, false);

    private final PaymentList payments;

    SeededPayments(ApplicationContext application) {
        this.payments = application.getBean(PaymentList.class);
    }

    @Override
    public String path() {
        return "payments";
    }

    @Override
    public void seed(Connection database, int rows) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("""
                    INSERT INTO payment (id, order_number, provider, provider_id, state, provider_status, amount, currency,
                        captures_at_once, description, return_url, contact_email, contact_phone, confirmation_until, method,
                        card_first6, card_last4, rrn, created_at, changed_at, paid_at, captured, actor_kind, actor)
                    SELECT gen_random_uuid(), 'BENCH-' || lpad(n::text, 8, '0'), 'YOOKASSA', gen_random_uuid()::text,
                        CASE WHEN paid THEN 'SUCCEEDED' ELSE 'CANCELED' END, CASE WHEN paid THEN 'succeeded' ELSE 'canceled' END,
                        1000 + n %% 9000, 'RUB', true, 'BENCH-' || n, 'https://shop.example.org',
                        'buyer-' || n || '@example.org', '+79' || lpad(n::text, 9, '0'), at, 'bank_card', '555555',
                        lpad((n %% 10000)::text, 4, '0'), lpad(n::text, 12, '0'), at, at, CASE WHEN paid THEN at END,
                        CASE WHEN paid THEN 1000 + n %% 9000 ELSE 0 END, 'SYSTEM', 'bench'
                    FROM generate_series(1, %d) n, LATERAL (SELECT n %% 10 <> 0 AS paid,
                        now() - interval '2 years' + make_interval(mins => n) AS at) s""".formatted(rows));
            statement.execute("RESET session_replication_role");
            statement.execute("VACUUM ANALYZE payment");
            statement.execute("CHECKPOINT");
        }
    }

    @Override
    public List<Page> pages(Connection database) throws SQLException {
        long below = position(database, SCROLLED);
        return List.of(
                new Page("first", "", 0, PLAIN.formatted(""), List.of(), reading(PaymentFilter.ALL, null)),
                new Page(
                        "filtered",
                        "state=CANCELED",
                        0,
                        PLAIN.formatted("WHERE p.state = 'CANCELED'"),
                        List.of(),
                        reading(CANCELLED, null)),
                new Page(
                        "scrolled",
                        "",
                        SCROLLED,
                        PLAIN.formatted("WHERE p.position < ?"),
                        List.of(below),
                        reading(PaymentFilter.ALL, below)));
    }

    /** Of the last row before a page that begins there. */
    private static long position(Connection database, int row) throws SQLException {
        try (PreparedStatement select =
                database.prepareStatement("SELECT position FROM payment ORDER BY position DESC OFFSET ? LIMIT 1")) {
            select.setInt(1, row - 1);
            try (ResultSet found = select.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private Callable<Integer> reading(PaymentFilter filter, @Nullable Long below) {
        return () -> payments.page(filter, below, PAGE).size();
    }

    @Override
    public Callable<Integer> firstOfAll() {
        return reading(PaymentFilter.ALL, null);
    }

    @Override
    public Callable<Integer> pageAt(Connection database, int row) throws SQLException {
        return reading(PaymentFilter.ALL, position(database, row));
    }
}
