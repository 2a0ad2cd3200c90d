package ru.freesport.console.orders;

import java.util.Arrays;
import java.util.List;

/** How far an order is on its way to 1C. It only moves forward; that 1C has asked for an order is no confirmation. */
public enum ExportState {
    NEW,
    /** Offered to 1C, which has not said that it took it. */
    PREPARED,
    /** Given to 1C by a way that answers later: a file, an exchange. */
    HANDED_OVER,
    /** 1C has said that it has it. */
    CONFIRMED;

    public boolean canBecome(ExportState next) {
        return next.compareTo(this) > 0;
    }

    /** The states that this one may follow. */
    List<ExportState> before() {
        return Arrays.stream(values()).filter(state -> state.canBecome(this)).toList();
    }

    /** Of several parts: the one that is farthest behind. */
    static ExportState least(List<ExportState> states) {
        return states.stream().min(Enum::compareTo).orElse(NEW);
    }
}
