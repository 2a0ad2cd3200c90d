package ru.freesport.console.customers.compare;

/** Settles what does not fit together by a field's strategy, and never puts a malformed value in place of a good one. */
public final class Collisions {

    private Collisions() {}

    public static Settlement settle(Trio trio, Strategy strategy) {
        return switch (strategy) {
            case PLATFORM_WINS -> winner(trio, Choice.SHOP, trio.isShopValid());
            case ONEC_WINS -> winner(trio, Choice.ONEC, trio.isOnecValid());
            case MERGE_SMART -> MergeRule.first(trio).orElse(Settlement.NO_IDEA);
            case MANUAL_REVIEW ->
                MergeRule.first(trio).map(Settlement::forReview).orElse(Settlement.NO_IDEA);
        };
    }

    private static Settlement winner(Trio trio, Choice side, boolean isValid) {
        return isValid
                ? new Settlement(false, side, MergeRule.value(trio, side), null)
                : MergeRule.first(trio).map(Settlement::forReview).orElse(Settlement.NO_IDEA);
    }
}
