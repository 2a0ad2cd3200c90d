package ru.freesport.console.customers.compare;

import org.jspecify.annotations.Nullable;

/**
 * What a collision comes to by a strategy.
 *
 * @param isReview a person must decide; the value, when there is one, is only suggested
 * @param choice null when nothing can even be suggested
 * @param rule of {@link Strategy#MERGE_SMART} that proposes the value; null: the strategy alone does
 */
public record Settlement(
        boolean isReview,
        @Nullable Choice choice,
        @Nullable String value,
        @Nullable MergeRule rule) {

    static final Settlement NO_IDEA = new Settlement(true, null, null, null);

    Settlement forReview() {
        return new Settlement(true, choice, value, rule);
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "Settlement[" + isReview + ", " + choice + ", " + rule + "]";
    }
}
