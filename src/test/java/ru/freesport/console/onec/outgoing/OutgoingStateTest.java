package ru.freesport.console.onec.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutgoingStateTest {

    @Test
    void whatMayBeDoubleNeverGoesToAFileBeforeItWasLookedUp() {
        assertThat(OutgoingState.POSSIBLE_DOUBLE.canBecome(OutgoingState.WAITING_FTP))
                .isFalse();
        assertThat(OutgoingState.POSSIBLE_DOUBLE.canBecome(OutgoingState.ON_FTP))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(OutgoingState.class)
    void that1cHasItIsTheTruthWheneverItComes(OutgoingState state) {
        assertThat(state.canBecome(OutgoingState.CONFIRMED)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = OutgoingState.class,
            names = {"CONFIRMED"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatIsConfirmedStaysSo(OutgoingState state) {
        assertThat(OutgoingState.CONFIRMED.canBecome(state)).isFalse();
    }

    @Test
    void debtIsWhatLeftTheStraightWay() {
        assertThat(OutgoingState.values())
                .filteredOn(OutgoingState::isOwed)
                .containsExactly(OutgoingState.WAITING_FTP, OutgoingState.ON_FTP, OutgoingState.POSSIBLE_DOUBLE);
    }
}
