package ru.freesport.console.customers.conflicts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.MatchKey;
import ru.freesport.console.customers.Severity;
import ru.freesport.console.customers.compare.Settlement;
import ru.freesport.console.customers.compare.Strategy;
import ru.freesport.console.customers.compare.Trio;

/**
 * What a synchronisation found and cannot settle.
 *
 * @param customerId null: a question of identity
 * @param fields that collide, with what the policy suggests
 * @param candidates for a question of identity
 */
public record FoundConflict(
        String onecId, @Nullable UUID customerId, String name, List<Field> fields, List<CandidateFound> candidates) {

    /** @param baseAt when shop and 1C agreed last */
    public record Field(
            Trio trio,
            @Nullable Instant baseAt,
            @Nullable String shopSource,
            @Nullable String shopBy,
            Instant onecSeenAt,
            @Nullable String onecSource,
            Strategy strategy,
            long policy,
            Settlement settlement) {}

    /** A customer that this counterparty could be. */
    public record CandidateFound(UUID customer, List<MatchKey> keys) {}

    boolean isIdentity() {
        return customerId == null;
    }

    Severity severity() {
        return isIdentity()
                        || fields.stream().anyMatch(one -> one.trio().field().severity() == Severity.HIGH)
                ? Severity.HIGH
                : Severity.MEDIUM;
    }

    List<CustomerField> fieldNames() {
        return isIdentity()
                ? List.of()
                : fields.stream().map(one -> one.trio().field()).sorted().toList();
    }

    /** Conflicts of one pattern can be decided together. */
    String pattern() {
        if (isIdentity()) {
            return "IDENTITY";
        }
        return fields.stream()
                .sorted(java.util.Comparator.comparing(one -> one.trio().field()))
                .map(one -> one.trio().field() + ":" + one.settlement().choice() + ":"
                        + one.settlement().rule())
                .collect(java.util.stream.Collectors.joining(","));
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "FoundConflict[" + onecId + ", " + fieldNames() + "]";
    }
}
