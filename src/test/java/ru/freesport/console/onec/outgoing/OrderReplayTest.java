package ru.freesport.console.onec.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.freesport.console.onec.outgoing.SomeOutgoing.ON;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.onec.http.OnecHttp;
import ru.freesport.console.onec.http.OnecHttpSettings;
import ru.freesport.console.partners.CallEntry;
import ru.freesport.console.partners.CallJournal;
import ru.freesport.console.partners.CallReplay;
import ru.freesport.console.partners.CallReplays;
import ru.freesport.console.partners.PartnerCalls;
import ru.freesport.console.partners.PartnerHttp;
import ru.freesport.console.simulator.FaultMode;

@ConsoleTest
@WithMockUser(
        username = "olga",
        roles = {"OPERATIONS", "SYSTEM"})
class OrderReplayTest {

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private JdbcClient database;

    @Autowired
    private CallJournal journal;

    @Autowired
    private CallReplays replays;

    private SomeOutgoing some;
    private Set<String> keys = Set.of();

    @BeforeEach
    void begin() {
        some = new SomeOutgoing(beans);
    }

    @AfterEach
    void stop() {
        some.close();
    }

    @Test
    void whatWasTurnedAwayGoesOnceUnderItsOldKeyLinkedToTheOldCall() {
        CallEntry refused = pushed(FaultMode.UNAUTHORIZED);
        assertThat(replays.outlook(refused)).isEqualTo(new CallReplay.Outlook(1, 0, 0));

        SendingReport report = some.sending.replay(key(refused), refused.id(), ON);

        assertThat(report.sent()).isEqualTo(1);
        List<CallEntry> attempts = journal.attempts(refused, 10);
        assertThat(attempts).hasSize(2);
        assertThat(attempts.getLast().replayOf()).isEqualTo(refused.id());
        assertThat(some.committed(keys).values()).containsExactly(1);
        assertThat(replays.outlook(refused)).isEqualTo(new CallReplay.Outlook(0, 0, 1));
        assertThat(some.contract.breaches()).isEmpty();
    }

    @Test
    void what1cTookAlthoughItsAnswerWasLostIsConfirmedAndNotSentAgain() {
        CallEntry lost = pushed(FaultMode.ERROR_AFTER_COMMIT);
        assertThat(some.table.ofBatch(key(lost))).containsOnlyKeys(OutgoingState.POSSIBLE_DOUBLE);
        OrderSending.Trial trial = some.sending.tryReplay(key(lost));
        assertThat(trial).isEqualTo(new OrderSending.Trial(true, 1, 0));
        assertThat(some.table.ofBatch(key(lost))).containsOnlyKeys(OutgoingState.POSSIBLE_DOUBLE);

        SendingReport report = some.sending.replay(key(lost), lost.id(), ON);

        assertThat(report.suppressed()).isEqualTo(1);
        assertThat(report.sent()).isZero();
        assertThat(some.table.ofBatch(key(lost))).containsOnlyKeys(OutgoingState.CONFIRMED);
        assertThat(some.committed(keys).values()).containsExactly(1);
    }

    @Test
    void aReplaySaysNothingOfTheHealthOf1c() {
        CallEntry refused = pushed(FaultMode.UNAUTHORIZED);
        database.sql("UPDATE circuit SET failures = 3 WHERE name = ?")
                .param(OnecCircuits.ORDERS)
                .update();

        OnecHttp nobody = new OnecHttp(
                new OnecHttpSettings("http://localhost:1/onec", "exchange", "exchange", "demo-onec-secret"),
                beans.getBean(PartnerCalls.class),
                beans.getBean(PartnerHttp.class),
                Clock.systemUTC());
        new OnecOrders(nobody, beans.getBean(PartnerCalls.class)).take(new byte[] {1}, key(refused), refused.id());

        assertThat(some.circuits.find(OnecCircuits.ORDERS).orElseThrow().failures())
                .isEqualTo(3);
        assertThat(journal.attempts(refused, 10)).hasSize(2);
    }

    @Test
    void nothingIsSentAgainOnceEverythingIsSettled() {
        keys = some.place(1);
        some.sending.send(ON);
        CallEntry done = newest();

        assertThat(some.sending.replay(key(done), done.id(), ON)).isEqualTo(SendingReport.NOTHING);
        assertThat(replays.outlook(done).hasWork()).isFalse();
    }

    @Test
    void aReplayIsARunWithItsReasonAndAnEntryInTheAudit() {
        CallEntry refused = pushed(FaultMode.UNAUTHORIZED);

        long run = replays.replay(refused.id(), true, "1С просила проверить");

        assertThat(database.sql("SELECT task || ' ' || dry_run || ' ' || reason FROM job_run WHERE id = ?")
                        .param(run)
                        .query(String.class)
                        .single())
                .isEqualTo("onec.order-replay true 1С просила проверить");
        assertThat(database.sql(
                                "SELECT became FROM audit_entry WHERE action = 'partners.call.replayed-dry' AND subject = ?")
                        .param("call:" + refused.id())
                        .query(String.class)
                        .single())
                .isEqualTo("run:" + run);
        assertThatThrownBy(() -> replays.replay(refused.id(), true, " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoOnlyReadsSendsNothing() {
        CallEntry refused = pushed(FaultMode.UNAUTHORIZED);
        SecurityContext mine = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new TestingAuthenticationToken("support", "", "ROLE_SUPPORT")));
        try {
            assertThat(replays.mayReplay(refused)).isFalse();
            assertThatThrownBy(() -> replays.replay(refused.id(), false, "x"))
                    .isInstanceOf(AccessDeniedException.class);
        } finally {
            SecurityContextHolder.setContext(mine);
        }
    }

    /** One order, pushed once while 1C fails like that. */
    private CallEntry pushed(FaultMode mode) {
        keys = some.place(1);
        some.breaks(mode);
        some.sending.send(ON);
        some.heals();
        some.circuits.reset(OnecCircuits.ORDERS, "test");
        return newest();
    }

    private CallEntry newest() {
        return database.sql("SELECT max(id) FROM partner_call WHERE circuit = ? AND operation = 'POST /orders'")
                .param(OnecCircuits.ORDERS)
                .query(Long.class)
                .optional()
                .flatMap(journal::find)
                .orElseThrow();
    }

    private static String key(CallEntry call) {
        return String.valueOf(call.idempotencyKey());
    }
}
