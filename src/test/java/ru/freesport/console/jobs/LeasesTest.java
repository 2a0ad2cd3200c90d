package ru.freesport.console.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.ConsoleTest;

@ConsoleTest
class LeasesTest {

    private static final Duration TTL = Duration.ofSeconds(30);

    @Autowired
    private Leases leases;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DataSource dataSource;

    private final String name = "lease-" + UUID.randomUUID();

    @Test
    void onlyOneHolderAtATime() {
        assertThat(leases.tryAcquire(name, "first", TTL)).isPresent();
        assertThat(leases.tryAcquire(name, "second", TTL)).isEmpty();
    }

    @Test
    void aReleasedLeaseGoesToTheNextWithAHigherToken() {
        Lease first = leases.tryAcquire(name, "first", TTL).orElseThrow();
        assertThat(leases.release(first)).isTrue();
        Lease second = leases.tryAcquire(name, "second", TTL).orElseThrow();
        assertThat(second.token()).isGreaterThan(first.token());
    }

    @Test
    void anExpiredLeaseIsTakenOverAndItsOldHolderCannotRenewReleaseOrCommit() throws Exception {
        Lease stale = leases.tryAcquire(name, "stale", TTL).orElseThrow();
        expire();
        Lease current = leases.tryAcquire(name, "next", TTL).orElseThrow();

        assertThat(leases.renew(stale, TTL)).isFalse();
        assertThat(leases.release(stale)).isFalse();
        assertThat(leases.renew(current, TTL)).isTrue();
        try (Connection writing = dataSource.getConnection()) {
            writing.setAutoCommit(false);
            leases.fence(current, writing);
            assertThatThrownBy(() -> leases.fence(stale, writing)).isInstanceOf(LeaseLost.class);
            writing.rollback();
        }
    }

    @Test
    void nobodyTakesOverWhileTheOldHoldersTransactionIsOpen() throws Exception {
        Lease slow = leases.tryAcquire(name, "slow", TTL).orElseThrow();
        try (Connection writing = dataSource.getConnection()) {
            writing.setAutoCommit(false);
            leases.fence(slow, writing);
            expire();
            assertThat(leases.tryAcquire(name, "eager", TTL)).isEmpty();
            writing.commit();
        }
        assertThat(leases.tryAcquire(name, "eager", TTL)).isPresent();
    }

    @Test
    void theHeartbeatIsNotHeldUpByAFencedTransaction() throws Exception {
        Lease lease = leases.tryAcquire(name, "busy", TTL).orElseThrow();
        try (Connection writing = dataSource.getConnection();
                Connection beating = dataSource.getConnection()) {
            writing.setAutoCommit(false);
            leases.fence(lease, writing);
            try (var impatient = beating.createStatement()) {
                impatient.execute("SET lock_timeout = '2s'");
                assertThat(new Leases(JdbcClient.create(
                                        new org.springframework.jdbc.datasource.SingleConnectionDataSource(
                                                beating, true)))
                                .renew(lease, TTL))
                        .isTrue();
                impatient.execute("RESET lock_timeout");
            }
            writing.rollback();
        }
    }

    @Test
    void aFenceWithoutATransactionIsRefused() throws Exception {
        Lease lease = leases.tryAcquire(name, "careless", TTL).orElseThrow();
        try (Connection automatic = dataSource.getConnection()) {
            assertThatThrownBy(() -> leases.fence(lease, automatic)).isInstanceOf(IllegalStateException.class);
        }
    }

    private void expire() {
        database.sql("UPDATE lease SET expires_at = clock_timestamp() - interval '1 second' WHERE name = ?")
                .param(name)
                .update();
    }
}
