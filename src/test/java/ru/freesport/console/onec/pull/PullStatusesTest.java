package ru.freesport.console.onec.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.freesport.console.onec.SomeOrderFiles.says;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.ExchangeFlow;
import ru.freesport.console.onec.KindCounts;
import ru.freesport.console.onec.RunCounts;
import ru.freesport.console.onec.SomeOrderFiles;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.SomeOrders;

/** 1C is asked what became of orders, page by page. */
@ConsoleTest
@WithMockUser(username = "job", roles = "SYSTEM")
class PullStatusesTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private SomePull some;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Customers customers;

    @Autowired
    private Orders orders;

    @Autowired
    private Runs runs;

    @Autowired
    private RunCounts counts;

    private Order first;
    private Order second;

    @BeforeEach
    void begin() {
        some.forget();
        SomeOrders placing = new SomeOrders(dataSource, customers, orders);
        first = placing.order();
        second = placing.order();
    }

    @Test
    void everyPageIsTakenAndTheNextListingBeginsWhereThisOneDid() throws Exception {
        try (SomeListing onec = pages()) {
            RunView taken = importOf(some.run(task(onec)));
            assertThat(taken.task()).isEqualTo("onec.order-status-import");
            assertThat(taken.state()).isEqualTo(RunState.COMPLETED);
            assertThat(count(taken)).isEqualTo(new KindCounts(2, 0, 2, 0, 0, 0, 0));
            assertThat(now(first).status()).isEqualTo(OrderStatus.SHIPPED);
            assertThat(now(second).status()).isEqualTo(OrderStatus.CONFIRMED);
            assertThat(now(first).parts().getFirst().confirmedHow()).isEqualTo(HandoverWay.HTTP);

            RunView again = importOf(some.run(task(onec)));
            assertThat(count(again)).isEqualTo(new KindCounts(2, 0, 0, 2, 0, 0, 0));
            assertThat(onec.asked).first().isEqualTo("/order-statuses?limit=10");
            assertThat(onec.asked.get(2)).startsWith("/order-statuses?since=");
            assertThat(some.listings().getFirst()).isEqualTo("TAKEN 2");
        }
    }

    @Test
    void someOrdersCanBeAskedForAndATryChangesNothing() throws Exception {
        try (SomeListing onec = pages()) {
            RunView pull = some.run(
                    task(onec), request -> request.with("ids", number(first)).dry(true));
            RunView tried = importOf(pull);
            assertThat(onec.asked.getFirst()).startsWith("/order-statuses?ids=" + number(first));
            assertThat(tried.dryRun()).isTrue();
            assertThat(count(tried).changed()).isEqualTo(2);
            assertThat(now(first).status()).isEqualTo(OrderStatus.PENDING);
            assertThat(some.listings()).isEmpty();
        }
    }

    @Test
    void aPageWithoutDocumentsIsNoImport() throws Exception {
        try (SomeListing onec = new SomeListing(exchange -> SomeListing.xml(exchange, SomeListing.page(""), ""))) {
            RunView pull = some.run(task(onec));
            assertThat(pull.state()).isEqualTo(RunState.COMPLETED);
            assertThat(imports(pull)).isEmpty();
            assertThat(some.listings()).containsExactly("UNCHANGED 1");
        }
    }

    @Test
    void thePlaceholderOfOneCIsNoPageAndStopsTheListing() throws Exception {
        try (SomeListing onec = new SomeListing(exchange -> SomeListing.xml(exchange, "<not valid xml!!!", ""))) {
            RunView pull = some.run(task(onec));
            assertThat(pull.state()).isEqualTo(RunState.FAILED);
            assertThat(pull.errorType()).isEqualTo("DATA_FORMAT_ERROR");
            assertThat(pull.errorMessage()).contains("PLACEHOLDER");
        }
    }

    private SomeListing pages() throws Exception {
        return new SomeListing(exchange -> {
            boolean isFirst = SomeListing.cursor(exchange).isEmpty();
            SomeListing.xml(
                    exchange,
                    isFirst
                            ? SomeOrderFiles.file(says(number(first), "Отгружен"))
                            : SomeOrderFiles.file(says(number(second), "Подтвержден")),
                    isFirst ? "2" : "");
        });
    }

    private PullTask task(SomeListing onec) {
        return some.task(ExchangeFlow.ORDER_STATUSES, onec.address(), 0);
    }

    private RunView importOf(RunView pull) {
        assertThat(pull.state()).isEqualTo(RunState.COMPLETED);
        return runs.await(imports(pull).getFirst(), SOON);
    }

    private List<Long> imports(RunView pull) {
        return database.sql("SELECT id FROM job_run WHERE previous_run_id = ?")
                .param(pull.id())
                .query(Long.class)
                .list();
    }

    private KindCounts count(RunView run) {
        return counts.of(run.id()).get("orderStatuses");
    }

    private static String number(Order order) {
        return order.parts().getFirst().number();
    }

    private Order now(Order order) {
        return orders.find(order.number()).orElseThrow();
    }
}
