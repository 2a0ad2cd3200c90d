package ru.freesport.console.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.freesport.console.jobs.RunState.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunStateTest {

    private static final Map<RunState, Set<RunState>> TRUTH = new EnumMap<>(Map.of(
            QUEUED, EnumSet.of(RUNNING, CANCELLED),
            RUNNING, EnumSet.of(HELD, COMPLETED, COMPLETED_WITH_REJECTS, FALLBACK, FAILED, CANCELLED),
            HELD, EnumSet.of(QUEUED, COMPLETED, CANCELLED),
            COMPLETED, EnumSet.noneOf(RunState.class),
            COMPLETED_WITH_REJECTS, EnumSet.noneOf(RunState.class),
            FALLBACK, EnumSet.noneOf(RunState.class),
            FAILED, EnumSet.noneOf(RunState.class),
            CANCELLED, EnumSet.noneOf(RunState.class)));

    @Test
    void aRunGoesOnlyWhereTheTruthTableSays() {
        assertThat(TRUTH).containsOnlyKeys(RunState.values());
        for (RunState from : RunState.values()) {
            for (RunState to : RunState.values()) {
                assertThat(from.canBecome(to))
                        .as("%s -> %s", from, to)
                        .isEqualTo(TRUTH.get(from).contains(to));
            }
        }
    }

    @Test
    void finalMeansThatNothingFollows() {
        for (RunState state : RunState.values()) {
            assertThat(state.isFinal())
                    .as("%s", state)
                    .isEqualTo(TRUTH.get(state).isEmpty());
        }
    }

    @Test
    void aForbiddenMoveIsABug() {
        assertThatThrownBy(() -> RunTransitions.permitted(COMPLETED, RUNNING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("COMPLETED");
    }
}
