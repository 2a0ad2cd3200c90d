package ru.freesport.console.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.onec.FileNotUploaded;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallFailed;
import ru.freesport.console.partners.CallFailure;
import ru.freesport.console.partners.PartnerCall;
import ru.freesport.console.partners.PartnerCalls;

/** With real calls through real circuits: what fails is told, and what works again is settled. */
@ConsoleTest
@WithMockUser(
        username = "olga",
        roles = {"OPERATIONS", "SYSTEM"})
class PartnerAlertsTest {

    private static final String CIRCUIT = "onec.products";

    @Autowired
    private PartnerCalls calls;

    @Autowired
    private ru.freesport.console.partners.Circuits circuits;

    @Autowired
    private Alerts alerts;

    @Autowired
    private AlertWatchTask watch;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient database;

    private final String operation = "GET /" + UUID.randomUUID();

    @BeforeEach
    @AfterEach
    void clear() {
        circuits.reset(CIRCUIT, "test");
        database.sql("DELETE FROM alert WHERE subject LIKE ?")
                .param(CIRCUIT + "%")
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHENTICATION_FAILED, AUTHENTICATION_FAILED",
        "DATA_FORMAT_ERROR, UNREADABLE_ANSWER",
        "SYSTEM_UNAVAILABLE, SYSTEM_UNAVAILABLE"
    })
    void aFailureThatPeopleMustKnowOfIsToldAtOnceAndEndsByItselfWhenItWorksAgain(CallError error, AlertRule rule) {
        fail(error);

        Alert alert = only();
        assertThat(alert.rule()).isEqualTo(rule);
        assertThat(alert.detail()).isEqualTo("it said no");
        assertThat(alert.call()).isNotNull();
        watch.look();
        assertThat(only().isOpen()).isTrue();

        succeed();
        watch.look();
        assertThat(open()).isEmpty();
        assertThat(alerts.find(alert.id()).orElseThrow().end().isGone()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = CallError.class,
            names = {"BUSINESS_LOGIC_ERROR", "RATE_LIMITED", "CONNECTION_TIMEOUT"})
    void whatAnOrdinaryDayBringsIsNoAlert(CallError error) {
        fail(error);

        assertThat(open()).isEmpty();
    }

    @Test
    void anOutageIsOneAlertFromTheFirstFailureThroughTheOpeningToTheClosing() {
        while (circuits.letsCallsPass(CIRCUIT)) {
            fail(CallError.SYSTEM_UNAVAILABLE);
        }
        fail(CallError.SYSTEM_UNAVAILABLE);

        Alert alert = only();
        assertThat(alert.rule()).isEqualTo(AlertRule.SYSTEM_UNAVAILABLE);
        assertThat(alerts.events(alert.id()))
                .extracting(AlertEvent::kind)
                .containsExactly(AlertEvent.Kind.WORSENED, AlertEvent.Kind.RAISED);

        circuits.reset(CIRCUIT, "1C is back");
        assertThat(open()).isEmpty();
    }

    @Test
    void timeOutsAloneAreToldWhenTheyOpenTheCircuit() {
        while (circuits.letsCallsPass(CIRCUIT)) {
            fail(CallError.CONNECTION_TIMEOUT);
        }

        assertThat(only().rule()).isEqualTo(AlertRule.SYSTEM_UNAVAILABLE);
    }

    @Test
    void aRepeatThatAPersonMadeDoesNotSettleAnything() {
        fail(CallError.AUTHENTICATION_FAILED);
        calls.call(PartnerCall.reading(CIRCUIT, operation).replaying(only().call()), _ -> "fine");
        watch.look();

        assertThat(only().isOpen()).isTrue();
    }

    @Test
    void ordersThatGoNoWayAreToldAndEndWhenNoFileWaitsAnyMore() {
        database.sql("DELETE FROM alert WHERE rule = 'FILES_STUCK'").update();
        events.publishEvent(new FileNotUploaded("orders_x.xml", 3, 1, "connection refused"));
        events.publishEvent(new FileNotUploaded("orders_x.xml", 3, 1, "connection refused"));
        events.publishEvent(new FileNotUploaded("orders_x.xml", 3, 2, "connection refused"));

        Alert alert = alerts.page(new AlertFilter(AlertFilter.Show.OPEN, AlertRule.FILES_STUCK, null, null), null, 10)
                .getFirst();
        assertThat(alert.seen()).isEqualTo(2);
        assertThat(alert.detail()).isEqualTo("orders_x.xml: connection refused");
    }

    @Test
    void anEventThatComesOnEveryNodeIsCountedOnce() {
        CallFailed failed = new CallFailed(CIRCUIT, operation, 7_000_000_001L, CallError.AUTHENTICATION_FAILED, "no");
        events.publishEvent(failed);
        events.publishEvent(failed);

        assertThat(only().seen()).isEqualTo(1);
    }

    private void fail(CallError error) {
        calls.call(PartnerCall.reading(CIRCUIT, operation), _ -> {
            throw new CallFailure(error, false, "it said no");
        });
    }

    private void succeed() {
        calls.call(PartnerCall.reading(CIRCUIT, operation), _ -> "fine");
    }

    private List<Alert> open() {
        return alerts.page(new AlertFilter(AlertFilter.Show.OPEN, null, null, CIRCUIT), null, 10);
    }

    private Alert only() {
        assertThat(open()).hasSize(1);
        return open().getFirst();
    }
}
