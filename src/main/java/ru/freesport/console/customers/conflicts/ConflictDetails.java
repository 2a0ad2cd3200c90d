package ru.freesport.console.customers.conflicts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;

/**
 * Everything of one conflict. Values are masked for those who may not know ({@code isMasked}).
 *
 * @param customer null while nobody knows who it is
 * @param onecName the counterparty's name in 1C
 * @param fields that collide, by severity; for a question of identity what 1C says of each field, the shop's side empty
 * @param candidates for a question of identity
 * @param proposal waits for a second person
 * @param decision in force
 * @param events newest first, comments among them
 */
public record ConflictDetails(
        ConflictRow row,
        @Nullable Customer customer,
        @Nullable String onecName,
        List<ConflictField> fields,
        List<Candidate> candidates,
        @Nullable DecisionView proposal,
        @Nullable DecisionView decision,
        List<ConflictEvent> events,
        boolean isMasked) {

    public Optional<ConflictField> field(CustomerField field) {
        return fields.stream().filter(one -> one.field() == field).findFirst();
    }
}
