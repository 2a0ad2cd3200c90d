package ru.freesport.console.partners.ui;

import java.util.Objects;
import ru.freesport.console.partners.Circuit;
import ru.freesport.console.partners.CircuitCard;
import ru.freesport.console.partners.CircuitState;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/** What a circuit's state is called and what it means for the work behind it. */
final class CircuitWords {

    private CircuitWords() {}

    static Tone tone(CircuitState state) {
        return switch (state) {
            case CLOSED -> Tone.GOOD;
            case OPEN -> Tone.BAD;
            case HALF_OPEN -> Tone.BUSY;
            case FORCED_OPEN, DISABLED -> Tone.WARN;
        };
    }

    static StatusBadge badge(CircuitState state) {
        return new StatusBadge(tone(state), word(state));
    }

    static String word(CircuitState state) {
        return Texts.word("partners.circuit.state", state);
    }

    static String effect(CircuitCard card) {
        CircuitState state = card.circuit().state();
        return switch (state) {
            case OPEN, FORCED_OPEN -> Texts.t(card.effectKey());
            case CLOSED, HALF_OPEN, DISABLED -> Texts.word("partners.circuit.effect", state);
        };
    }

    static Circuit.Override override(Circuit circuit) {
        return Objects.requireNonNull(circuit.override());
    }
}
