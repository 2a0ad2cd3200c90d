package ru.freesport.console.onec.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.freesport.console.onec.outgoing.SomeOutgoing.ON;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ChildConsole;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.orders.ExportState;
import ru.freesport.console.simulator.FaultMode;

/** A console that is killed after 1C did what it was asked and before that was written down. */
@ConsoleTest
@WithMockUser(
        username = "olga",
        roles = {"OPERATIONS", "SYSTEM"})
class KilledSendingTest {

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DataSource dataSource;

    private SomeOutgoing some;

    @BeforeEach
    void begin() {
        some = new SomeOutgoing(beans);
    }

    @AfterEach
    void stop() {
        some.close();
    }

    @Test
    void whatItSentIsLookedUpAndNeverSentAgain() throws Exception {
        Set<String> keys = some.place(3);
        some.breaks(FaultMode.SLOW);
        ChildConsole console = ChildConsole.start(
                System.getProperty("FREESPORT_DB_URL"),
                Map.of(
                        "FREESPORT_ONEC_HTTP_BASEURL", "http://localhost:" + some.lab.httpPort() + "/onec",
                        "FREESPORT_ONEC_HTTP_USER", "exchange",
                        "FREESPORT_ONEC_HTTP_PASSWORD", "exchange",
                        "FREESPORT_ONEC_HTTP_SECRET", "demo-onec-secret"),
                "sync",
                "orders",
                "--json");
        try (Connection holding = dataSource.getConnection()) {
            await().atMost(Duration.ofMinutes(2))
                    .failFast("the console ended before it was killed", () -> !console.isAlive())
                    .until(() -> keys.stream()
                            .allMatch(key -> some.table
                                    .find(key)
                                    .filter(record -> record.state() == OutgoingState.SENDING)
                                    .isPresent()));
            // 1C answers in a second; then the child waits for these rows, half of its writing done
            holding.setAutoCommit(false);
            try (PreparedStatement lock =
                    holding.prepareStatement("SELECT id FROM order_part WHERE onec_key = ANY(?) FOR UPDATE")) {
                lock.setArray(1, holding.createArrayOf("text", keys.toArray()));
                lock.execute();
            }
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> some.committed(keys).size() == 3 && isWaiting());
            console.kill();
            holding.rollback();
        }
        some.heals();
        assertThat(some.statesOf(keys)).containsOnly(OutgoingState.SENDING);
        database.sql("UPDATE outgoing_record SET lease_until = clock_timestamp() WHERE key = ANY(?)")
                .param(keys.toArray(String[]::new))
                .update();
        SendingReport report = some.sending.send(ON);
        assertThat(report.suppressed()).isEqualTo(3);
        assertThat(report.sent()).isZero();
        assertThat(some.heard(keys)).isEqualTo(3);
        assertThat(some.shownOf(keys)).containsOnly(ExportState.CONFIRMED);
    }

    private boolean isWaiting() {
        return database.sql("SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                        + " AND query LIKE '%order_part%CONFIRMED%')")
                .query(Boolean.class)
                .single();
    }
}
