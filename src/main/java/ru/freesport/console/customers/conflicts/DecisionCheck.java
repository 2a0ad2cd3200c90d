package ru.freesport.console.customers.conflicts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.compare.Choice;
import ru.freesport.console.customers.compare.MergeRule;
import ru.freesport.console.customers.conflicts.ConflictOutcome.FieldClash;
import ru.freesport.console.customers.conflicts.ConflictOutcome.Refused;
import ru.freesport.console.customers.conflicts.ConflictOutcome.Why;
import ru.freesport.console.customers.conflicts.DecisionTable.Stored;

/** What a person's choices come to, and whether they hold. */
record DecisionCheck(List<Stored> stored, @Nullable Refused refused, boolean needsSecondPerson) {

    static DecisionCheck of(List<ConflictField> fields, Collection<FieldDecision> choices, @Nullable String reason) {
        Map<CustomerField, FieldDecision> byField = choices.stream()
                .collect(Collectors.toMap(FieldDecision::field, Function.identity(), (_, last) -> last));
        List<Stored> stored = new ArrayList<>();
        boolean isAgainst = false;
        boolean needsSecond = false;
        for (ConflictField field : fields) {
            FieldDecision decision = byField.get(field.field());
            if (decision == null) {
                return refused(Why.FIELD_MISSING, field.field());
            }
            String value = value(field, decision);
            if (value == null) {
                return refused(Why.VALUE_MISSING, field.field());
            }
            if (decision.choice() == Choice.TYPED && !field.field().isValid(value)) {
                return refused(Why.VALUE_MALFORMED, field.field());
            }
            isAgainst |= field.isAgainstSuggestion(value);
            needsSecond |= field.needsSecondPerson(value);
            stored.add(new Stored(
                    field.field(), decision.choice(), value, field.shop().value()));
        }
        if (isAgainst && (reason == null || reason.isBlank())) {
            return refused(Why.REASON_MISSING, null);
        }
        return new DecisionCheck(stored, null, needsSecond);
    }

    private static DecisionCheck refused(Why why, @Nullable CustomerField field) {
        return new DecisionCheck(List.of(), new Refused(why, field), false);
    }

    static @Nullable String value(ConflictField field, FieldDecision decision) {
        String value =
                decision.choice() == Choice.TYPED ? decision.value() : MergeRule.value(field.trio(), decision.choice());
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Theirs and mine, where they differ. */
    static List<FieldClash> clashes(
            List<ConflictField> fields, Collection<FieldDecision> mine, Map<CustomerField, String> theirs) {
        List<FieldClash> clashes = new ArrayList<>();
        for (ConflictField field : fields) {
            Optional<FieldDecision> my =
                    mine.stream().filter(one -> one.field() == field.field()).findFirst();
            String yours = my.map(one -> value(field, one)).orElse(null);
            String their = theirs.get(field.field());
            if (their != null && !field.field().isSame(their, yours)) {
                clashes.add(new FieldClash(field.field(), their, yours));
            }
        }
        return clashes;
    }
}
