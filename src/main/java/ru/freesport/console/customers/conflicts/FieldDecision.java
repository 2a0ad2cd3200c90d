package ru.freesport.console.customers.conflicts;

import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.compare.Choice;

/**
 * What a person chooses for one field.
 *
 * @param value what was typed, for {@link Choice#TYPED}; in stored decisions the value that came of the choice
 */
public record FieldDecision(
        CustomerField field, Choice choice, @Nullable String value) {

    public static FieldDecision of(CustomerField field, Choice choice) {
        return new FieldDecision(field, choice, null);
    }

    public static FieldDecision typed(CustomerField field, String value) {
        return new FieldDecision(field, Choice.TYPED, value);
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "FieldDecision[" + field + ", " + choice + "]";
    }
}
