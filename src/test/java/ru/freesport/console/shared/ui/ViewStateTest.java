package ru.freesport.console.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewStateTest {

    private static final String SIGNS = "aZ09 абвЁё&=?%#+;/\\\"'<>\u00a0№😀";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void whatAnAddressSaysIsWhatWasWritten(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            ViewState state = ViewState.EMPTY
                    .withSearch(word(random))
                    .withQuick(List.of(word(random), word(random)))
                    .with("sort", word(random))
                    .with(word(random), word(random), word(random));
            String address = new Location("runs", state.toParameters()).getPathWithQueryParameters();
            assertThat(ViewState.of(new Location(address).getQueryParameters())).isEqualTo(state);
        }
    }

    @Test
    void whatIsNotChosenIsNotInTheAddress() {
        ViewState state = ViewState.EMPTY.withSearch("boots").withQuick(List.of("failed"));
        assertThat(state.withSearch("  ").withQuick(List.of()).isEmpty()).isTrue();
    }

    @Test
    void quickFiltersAreAskedByTheirId() {
        ViewState state = ViewState.EMPTY.withQuick(List.of("failed", "mine"));
        assertThat(state.quick("failed")).isTrue();
        assertThat(state.quick("late")).isFalse();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int[] signs = SIGNS.codePoints().toArray();
        for (int length = random.nextInt(6); length >= 0; length--) {
            word.appendCodePoint(signs[random.nextInt(signs.length)]);
        }
        return word.toString().strip();
    }
}
