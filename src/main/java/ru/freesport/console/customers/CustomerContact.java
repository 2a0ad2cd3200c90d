package ru.freesport.console.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A further phone or e-mail of a customer: what was not chosen as the one to use, and is not lost.
 *
 * @param field PHONE or EMAIL
 * @param value in the spelling it is compared by
 * @param raw as it was written
 */
public record CustomerContact(
        CustomerField field, String value, @Nullable String raw, ChangeSource source, Instant addedAt) {

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "CustomerContact[" + field + "]";
    }
}
