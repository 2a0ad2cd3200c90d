package ru.freesport.console.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer may buy as a business.
 *
 * @param level 1 to 3 once verified, else null
 * @param reason why it was refused, or what the decision rests on
 */
public record Verification(
        State state,
        @Nullable Integer level,
        @Nullable String reason,
        @Nullable String by,
        @Nullable Instant at) {

    public static final Verification NONE = new Verification(State.UNVERIFIED, null, null, null, null);

    public enum State {
        /** Never asked. */
        UNVERIFIED,
        /** Asked and waits for a person. */
        PENDING,
        VERIFIED,
        REFUSED
    }
}
