package ru.freesport.console.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CircuitRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Duration OPEN = Duration.ofMinutes(30);
    private static final PartnersSettings.Guard GUARD = new PartnersSettings.Guard(
            5,
            OPEN,
            1,
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            3,
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            50);

    private final CircuitRules rules = new CircuitRules(GUARD);
    private final Circuit fresh = Circuit.fresh("some", NOW);

    @Test
    void fourFailuresInARowLeaveItClosed() {
        Circuit after = failed(fresh, 4);
        assertThat(after.state()).isEqualTo(CircuitState.CLOSED);
        assertThat(after.failures()).isEqualTo(4);
    }

    @Test
    void theFifthFailureInARowOpensItForHalfAnHour() {
        Circuit after = failed(fresh, 5);
        assertThat(after.state()).isEqualTo(CircuitState.OPEN);
        assertThat(after.openUntil()).isEqualTo(NOW.plus(OPEN));
        assertThat(after.lastError()).isEqualTo(CallError.CONNECTION_TIMEOUT);
    }

    @Test
    void anAnswerBetweenFailuresBeginsTheCountAnew() {
        Circuit after = failed(rules.answered(failed(fresh, 4), NOW), 4);
        assertThat(after.state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void nothingPassesWhileItIsOpen() {
        assertThat(rules.admit(failed(fresh, 5), NOW.plus(OPEN).minusMillis(1))).isEmpty();
    }

    @Test
    void oneProbePassesWhenItsTimeHasCome() {
        Instant due = NOW.plus(OPEN);
        Circuit probing = rules.admit(failed(fresh, 5), due).orElseThrow();
        assertThat(probing.state()).isEqualTo(CircuitState.HALF_OPEN);
        assertThat(rules.admit(probing, due)).isEmpty();
    }

    @Test
    void aProbeWhoseNodeDiedIsFollowedByAnother() {
        Instant due = NOW.plus(OPEN);
        Circuit probing = rules.admit(failed(fresh, 5), due).orElseThrow();
        assertThat(rules.admit(probing, due.plus(GUARD.longestProbe()))).isPresent();
    }

    @Test
    void aSuccessfulProbeClosesIt() {
        Circuit closed = rules.answered(halfOpen(), NOW);
        assertThat(closed.state()).isEqualTo(CircuitState.CLOSED);
        assertThat(closed.failures()).isZero();
    }

    @Test
    void aFailedProbeOpensItForAnotherHalfHour() {
        Circuit open = rules.failed(halfOpen(), NOW.plus(OPEN), CallError.SYSTEM_UNAVAILABLE, "away");
        assertThat(open.state()).isEqualTo(CircuitState.OPEN);
        assertThat(open.openUntil()).isEqualTo(NOW.plus(OPEN).plus(OPEN));
    }

    @Test
    void aLateFailureOfACallFromBeforeDoesNotMoveTheEnd() {
        Circuit open = failed(fresh, 5);
        assertThat(rules.failed(open, NOW.plusSeconds(60), CallError.CONNECTION_TIMEOUT, "late")
                        .openUntil())
                .isEqualTo(open.openUntil());
    }

    @Test
    void aLateSuccessOfACallFromBeforeDoesNotCloseIt() {
        Circuit open = failed(fresh, 5);
        assertThat(rules.answered(open, NOW)).isEqualTo(open);
    }

    @Test
    void heldOpenNothingPassesAndNothingCloses() {
        Circuit held = forced(CircuitState.FORCED_OPEN);
        assertThat(rules.admit(held, NOW.plusSeconds(1))).isEmpty();
        assertThat(rules.answered(held, NOW).state()).isEqualTo(CircuitState.FORCED_OPEN);
    }

    @Test
    void heldClosedEverythingPassesHoweverManyFail() {
        Circuit held = failed(forced(CircuitState.DISABLED), 20);
        assertThat(held.state()).isEqualTo(CircuitState.DISABLED);
        assertThat(rules.admit(held, NOW)).isPresent();
    }

    @Test
    void heldOpenEndsByItselfWithAProbe() {
        Instant end = NOW.plus(Duration.ofHours(1));
        Circuit after = CircuitRules.at(forced(CircuitState.FORCED_OPEN), end);
        assertThat(after.state()).isEqualTo(CircuitState.OPEN);
        assertThat(rules.admit(after, end).orElseThrow().state()).isEqualTo(CircuitState.HALF_OPEN);
    }

    @Test
    void heldClosedEndsByItselfClosed() {
        Circuit after = CircuitRules.at(forced(CircuitState.DISABLED), NOW.plus(Duration.ofHours(1)));
        assertThat(after.state()).isEqualTo(CircuitState.CLOSED);
        assertThat(after.override()).isNull();
    }

    @Test
    void anOverrideLastsAtMostADay() {
        assertThat(CircuitRules.overrideEnd(NOW, Duration.ofHours(24))).isEqualTo(NOW.plus(Duration.ofHours(24)));
        Stream.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofHours(24).plusSeconds(1))
                .forEach(length -> assertThatThrownBy(() -> CircuitRules.overrideEnd(NOW, length))
                        .isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void aResetClosesWhatIsOpenAndEndsAnOverride() {
        assertThat(CircuitRules.reset(failed(fresh, 5), NOW).state()).isEqualTo(CircuitState.CLOSED);
        assertThat(CircuitRules.reset(forced(CircuitState.FORCED_OPEN), NOW).override())
                .isNull();
    }

    private Circuit failed(Circuit circuit, int times) {
        Circuit after = circuit;
        for (int time = 0; time < times; time++) {
            after = rules.failed(after, NOW, CallError.CONNECTION_TIMEOUT, "no answer");
        }
        return after;
    }

    private Circuit halfOpen() {
        return rules.admit(failed(fresh, 5), NOW.plus(OPEN)).orElseThrow();
    }

    private Circuit forced(CircuitState state) {
        return CircuitRules.forced(
                fresh, state, new Circuit.Override("olga", "maintenance", NOW.plus(Duration.ofHours(1))), NOW);
    }
}
