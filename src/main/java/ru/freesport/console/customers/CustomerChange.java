package ru.freesport.console.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/**
 * One change of one value, kept for ever: who, when, by what, and the value that was lost.
 *
 * @param reference what it came from: {@code run:17}, {@code conflict:5}, {@code merge:3}
 */
public record CustomerChange(
        long id,
        Instant at,
        CustomerField field,
        @Nullable String was,
        @Nullable String became,
        ChangeSource source,
        Actor actor,
        @Nullable String reference) {

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "CustomerChange[" + id + ", " + field + ", " + source + "]";
    }
}
