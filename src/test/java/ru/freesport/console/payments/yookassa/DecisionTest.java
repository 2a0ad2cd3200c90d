package ru.freesport.console.payments.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.freesport.console.payments.yookassa.Decision.Next;

/** A row per row of the table of what a response means. */
class DecisionTest {

    @ParameterizedTest
    @CsvSource({
        "200, succeeded,           DONE,      GO_ON",
        "200, waiting_for_capture, HELD,      CAPTURE_OR_CANCEL",
        "200, pending,             UNDECIDED, WAIT_ASK_OR_SAME_KEY",
        "200, canceled,            FAILED,    NEW_ATTEMPT_WITH_NEW_KEY",
        "200, on_the_moon,         UNDECIDED, WAIT_ASK_OR_SAME_KEY",
        "202, ,                    UNDECIDED, WAIT_ASK_OR_SAME_KEY",
        "400, ,                    REFUSED,   FIX_AND_NEW_KEY",
        "401, ,                    REFUSED,   FIX_AND_NEW_KEY",
        "403, ,                    REFUSED,   FIX_AND_NEW_KEY",
        "404, ,                    REFUSED,   FIX_AND_NEW_KEY",
        "410, ,                    REFUSED,   FIX_AND_NEW_KEY",
        "429, ,                    REFUSED,   FIX_AND_NEW_KEY",
        "500, ,                    UNKNOWN,   SAME_KEY_OR_ASK",
        "502, ,                    UNKNOWN,   SAME_KEY_OR_ASK",
        "302, ,                    UNKNOWN,   SAME_KEY_OR_ASK"
    })
    void anAnswerMeansOneThing(int http, String status, Decision decision, Next next) {
        assertThat(Decision.of(http, status)).isEqualTo(decision);
        assertThat(decision.next()).isEqualTo(next);
    }

    @Test
    void aTimeOutOrABrokenConnectionIsUnknownLike500() {
        assertThat(Decision.ofLostAnswer()).isEqualTo(Decision.of(500, null));
    }
}
