package ru.freesport.console.customers.conflicts;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.compare.Strategy;
import ru.freesport.console.shared.Actor;

/**
 * How collisions of each field are settled, as it was set once.
 *
 * @param version 0 stands for the settings of the installation, which nobody set on a screen
 * @param strategies one for every field
 */
public record PolicyVersion(
        long version,
        Map<CustomerField, Strategy> strategies,
        @Nullable Instant at,
        @Nullable Actor actor,
        @Nullable String reason) {

    public PolicyVersion {
        Map<CustomerField, Strategy> all = new EnumMap<>(CustomerField.class);
        for (CustomerField field : CustomerField.values()) {
            all.put(field, strategies.getOrDefault(field, Strategy.MANUAL_REVIEW));
        }
        strategies = Map.copyOf(all);
    }

    public Strategy of(CustomerField field) {
        return strategies.getOrDefault(field, Strategy.MANUAL_REVIEW);
    }
}
