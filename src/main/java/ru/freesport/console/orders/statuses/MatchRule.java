package ru.freesport.console.orders.statuses;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which order part a document is about: by its number first, by its id second; the first rule that applies decides. */
enum MatchRule {
    NUMBER_AND_ID_DISAGREE(found -> found.byNumber != null && !found.agrees()),
    BY_NUMBER(found -> found.byNumber != null),
    NUMBER_OF_A_WHOLE_ORDER(found -> found.isWholeOrder),
    BY_ID(found -> found.byId != null),
    NO_SUCH_ORDER(_ -> true);

    /** An id that this shop gave out. */
    private static final Pattern OURS = Pattern.compile("order-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Predicate<Candidates> applies;

    MatchRule(Predicate<Candidates> applies) {
        this.applies = applies;
    }

    static MatchRule of(Candidates found) {
        return Arrays.stream(values())
                .filter(rule -> rule.applies.test(found))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Whom a document may mean.
     *
     * @param id as the document says it
     * @param byNumber the part that has the document's number
     * @param byId the part that has the document's id
     * @param isWholeOrder the number is an order's, not a part's
     */
    record Candidates(
            @Nullable String id,
            @Nullable UUID byNumber,
            @Nullable UUID byId,
            boolean isWholeOrder) {

        /** An id of 1C's own says nothing against the number. */
        private boolean agrees() {
            return byId == null ? id == null || !OURS.matcher(id).matches() : byId.equals(byNumber);
        }
    }
}
