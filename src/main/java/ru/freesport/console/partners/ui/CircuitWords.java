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

    /** The word and what it means: "Разомкнута: обмен файлами". */
    static StatusBadge badge(CircuitCard card) {
        CircuitState state = card.circuit().state();
        String effect = switch (state) {
            case OPEN, FORCED_OPEN -> Texts.t(card.effectKey());
            case CLOSED, DISABLED -> Texts.t("partners.circuit.by", card.protocol());
            case HALF_OPEN -> Texts.t("partners.circuit.probing");
        };
        return new StatusBadge(tone(state), Texts.t("partners.circuit.badge", word(state), effect));
    }

    static String word(CircuitState state) {
        return Texts.word("partners.circuit.state", state);
    }

    static Circuit.Override override(Circuit circuit) {
        return Objects.requireNonNull(circuit.override());
    }
}
