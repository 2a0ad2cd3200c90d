package ru.freesport.console.customers.conflicts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.compare.Strategy;

/**
 * What a strategy would have made of the last decisions of people about a field: "по этому правилу 38 из последних 50
 * решились бы так же".
 *
 * @param tried how many decisions it was tried on
 * @param same it would have decided as the people did
 * @param different it would have decided otherwise
 * @param asked it would have asked a person
 * @param examples of those that differ, newest first
 */
public record BackTest(
        CustomerField field, Strategy strategy, int tried, int same, int different, int asked, List<Example> examples) {

    /** A conflict that people decided otherwise. */
    public record Example(
            long conflict,
            @Nullable String people,
            @Nullable String policy) {

        /** Personal data never goes to logs. */
        @Override
        public String toString() {
            return "Example[" + conflict + "]";
        }
    }
}
