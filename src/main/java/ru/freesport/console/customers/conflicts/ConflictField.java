package ru.freesport.console.customers.conflicts;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.compare.Choice;
import ru.freesport.console.customers.compare.Evidence;
import ru.freesport.console.customers.compare.MergeRule;
import ru.freesport.console.customers.compare.Strategy;
import ru.freesport.console.customers.compare.Trio;

/**
 * One field of a conflict: the three values, what speaks for which, and what was decided.
 *
 * @param strategy the policy's for this field when the conflict was found
 * @param suggestion null when the policy has no idea
 * @param suggested the value of the suggestion
 * @param rule that suggests it; explains itself by {@code customers.rule.NAME}
 * @param choice null until it is decided
 * @param result null until it is decided
 */
public record ConflictField(
        CustomerField field,
        Sourced shop,
        Sourced base,
        Sourced onec,
        Strategy strategy,
        @Nullable Choice suggestion,
        @Nullable String suggested,
        @Nullable MergeRule rule,
        @Nullable Choice choice,
        @Nullable String result) {

    /** To be shown in the row, each by its key. */
    public List<Evidence> evidence() {
        return Evidence.of(trio());
    }

    /** What happens to the values that a choice leaves. */
    public List<LoserFate> fates(Choice chosen) {
        return LoserFate.of(this, chosen);
    }

    /** Whether deciding so takes a second person. */
    public boolean needsSecondPerson(@Nullable String decided) {
        return field.needsSecondPerson()
                && !(field.isSame(decided, shop.value()) && field.isSame(decided, onec.value()));
    }

    /** Whether a decision departs from what was suggested, so that a reason is due. */
    public boolean isAgainstSuggestion(@Nullable String decided) {
        return suggestion != null && !field.isSame(decided, suggested);
    }

    Trio trio() {
        return new Trio(field, base.value(), shop.value(), onec.value(), shop.at(), null);
    }

    /** Whether both speak of the same values of shop and 1C. */
    boolean hasInputsOf(ConflictField other) {
        return Objects.equals(shop.value(), other.shop.value()) && Objects.equals(onec.value(), other.onec.value());
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "ConflictField[" + field + ", " + choice + "]";
    }
}
