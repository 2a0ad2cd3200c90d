package ru.freesport.console.customers.compare;

import java.util.Arrays;
import java.util.function.Predicate;
import ru.freesport.console.customers.CustomerField;

/**
 * The three-way comparison, as rules that are asked in their order; the first that fits names the outcome.
 *
 * <p>A change by one side applies itself unless it would put something malformed in the place of something good: that
 * is for the policy, like two changes that do not fit together.
 */
public enum ThreeWay {
    NOBODY_SAYS_ANYTHING(t -> t.shop() == null && t.onec() == null, Outcome.NOTHING_NEW),
    ONLY_ONEC_SAYS_AND_IT_IS_GOOD(t -> t.shop() == null && t.isOnecValid(), Outcome.FILLS_SHOP),
    ONLY_ONEC_SAYS_AND_IT_IS_MALFORMED(t -> t.shop() == null, Outcome.INVALID_KEPT_OUT),
    ONEC_SAYS_NOTHING_AND_THE_SHOP_IS_AS_AGREED(t -> t.onec() == null && isShopSame(t), Outcome.EMPTY_ERASES_NOTHING),
    ONEC_SAYS_NOTHING_AND_THE_SHOP_IS_GOOD(t -> t.onec() == null && t.isShopValid(), Outcome.FILLS_ONEC),
    ONEC_SAYS_NOTHING_AND_THE_SHOP_IS_MALFORMED(t -> t.onec() == null, Outcome.INVALID_KEPT_OUT),
    BOTH_ARE_AS_AGREED(t -> isShopSame(t) && isOnecSame(t), Outcome.NOTHING_NEW),
    BOTH_SAY_THE_SAME(t -> t.field().agree(t.shop(), t.onec()), Outcome.SAME_CHANGE),
    ONLY_ONEC_CHANGED_TO_SOMETHING_GOOD(t -> isShopSame(t) && t.isOnecValid(), Outcome.ONEC_CHANGED),
    ONLY_THE_SHOP_CHANGED_TO_SOMETHING_GOOD(t -> isOnecSame(t) && t.isShopValid(), Outcome.SHOP_CHANGED),
    THEY_DO_NOT_FIT(_ -> true, Outcome.COLLISION);

    private final Predicate<Trio> fits;
    private final Outcome outcome;

    ThreeWay(Predicate<Trio> fits, Outcome outcome) {
        this.fits = fits;
        this.outcome = outcome;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** The rule that decides. */
    public static ThreeWay of(Trio trio) {
        return Arrays.stream(values())
                .filter(rule -> rule.fits.test(trio))
                .findFirst()
                .orElse(THEY_DO_NOT_FIT);
    }

    public static Outcome compare(Trio trio) {
        return of(trio).outcome;
    }

    private static boolean isShopSame(Trio trio) {
        CustomerField field = trio.field();
        return field.agree(trio.base(), trio.shop());
    }

    private static boolean isOnecSame(Trio trio) {
        return trio.field().agree(trio.base(), trio.onec());
    }
}
