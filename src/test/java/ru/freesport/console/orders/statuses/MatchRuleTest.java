package ru.freesport.console.orders.statuses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatchRuleTest {

    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @Test
    void theNumberAloneIsEnough() {
        assertThat(match(null, ONE, null, false)).isEqualTo(MatchRule.BY_NUMBER);
        assertThat(match("order-" + ONE, ONE, ONE, false)).isEqualTo(MatchRule.BY_NUMBER);
    }

    @Test
    void theIdIsAskedWhenTheNumberIsUnknown() {
        assertThat(match("order-" + ONE, null, ONE, false)).isEqualTo(MatchRule.BY_ID);
    }

    @Test
    void aNumberOfOnePartAndAnIdOfAnotherDisagree() {
        assertThat(match("order-" + OTHER, ONE, OTHER, false)).isEqualTo(MatchRule.NUMBER_AND_ID_DISAGREE);
    }

    @Test
    void anIdOfOurMakingThatNobodyHasDisagreesWithTheNumberAndOneOfOneCsOwnDoesNot() {
        assertThat(match("order-" + OTHER, ONE, null, false)).isEqualTo(MatchRule.NUMBER_AND_ID_DISAGREE);
        assertThat(match(OTHER.toString(), ONE, null, false)).isEqualTo(MatchRule.BY_NUMBER);
        assertThat(match("order-681", ONE, null, false)).isEqualTo(MatchRule.BY_NUMBER);
    }

    @Test
    void aDocumentForAWholeOrderIsRefusedWhateverItsIdSays() {
        assertThat(match(null, null, null, true)).isEqualTo(MatchRule.NUMBER_OF_A_WHOLE_ORDER);
        assertThat(match("order-" + ONE, null, ONE, true)).isEqualTo(MatchRule.NUMBER_OF_A_WHOLE_ORDER);
    }

    @Test
    void neitherKnownIsNoOrderOfOurs() {
        assertThat(match("order-" + ONE, null, null, false)).isEqualTo(MatchRule.NO_SUCH_ORDER);
        assertThat(match(null, null, null, false)).isEqualTo(MatchRule.NO_SUCH_ORDER);
    }

    private static MatchRule match(
            @Nullable String id, @Nullable UUID byNumber, @Nullable UUID byId, boolean isWholeOrder) {
        return MatchRule.of(new MatchRule.Candidates(id, byNumber, byId, isWholeOrder));
    }
}
