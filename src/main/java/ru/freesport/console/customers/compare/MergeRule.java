package ru.freesport.console.customers.compare;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.shared.CompanyName;
import ru.freesport.console.shared.Phone;

/**
 * The rules of {@link Strategy#MERGE_SMART} in the order they are asked; each explains itself on the screen by the key
 * {@code customers.rule.NAME}.
 */
public enum MergeRule {
    /** A value with right check digits or form over one without. */
    VALID_OVER_INVALID(MergeRule::valid),
    /** A name in full over its abbreviation: nothing is lost. */
    LONGER_OVER_ABBREVIATION(MergeRule::longer),
    /** The later one, when both clocks are known. */
    NEWER_OVER_OLDER(MergeRule::newer),
    /** A customer may have several contacts: both stay, the shop's is the one to use. */
    UNION_OF_CONTACTS(MergeRule::union);

    private final Function<Trio, @Nullable Choice> rule;

    MergeRule(Function<Trio, @Nullable Choice> rule) {
        this.rule = rule;
    }

    Optional<Settlement> settle(Trio trio) {
        Choice choice = rule.apply(trio);
        return choice == null
                ? Optional.empty()
                : Optional.of(new Settlement(false, choice, value(trio, choice), this));
    }

    /** By the first rule that has something to say. */
    public static Optional<Settlement> first(Trio trio) {
        return Arrays.stream(values())
                .map(one -> one.settle(trio))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What a choice comes to; null for what the person types. */
    public static @Nullable String value(Trio trio, Choice choice) {
        return switch (choice) {
            case SHOP -> trio.shop();
            case BASE -> trio.base();
            case ONEC -> trio.onec();
            case BOTH -> both(trio);
            case TYPED -> null;
        };
    }

    private static @Nullable Choice valid(Trio trio) {
        boolean shop = trio.isShopValid();
        boolean onec = trio.isOnecValid();
        return shop == onec ? null : shop ? Choice.SHOP : Choice.ONEC;
    }

    private static @Nullable Choice longer(Trio trio) {
        if (trio.shop() == null || trio.onec() == null) {
            return null;
        }
        return isShorter(trio.field(), trio.onec(), trio.shop())
                ? Choice.SHOP
                : isShorter(trio.field(), trio.shop(), trio.onec()) ? Choice.ONEC : null;
    }

    private static boolean isShorter(CustomerField field, String some, String full) {
        return switch (field) {
            case COMPANY_NAME -> CompanyName.of(some).abbreviates(CompanyName.of(full));
            case FIRST_NAME, MIDDLE_NAME -> {
                String initial = field.normal(some);
                yield initial.length() == 1
                        && field.normal(full).length() > 1
                        && field.normal(full).startsWith(initial);
            }
            default -> false;
        };
    }

    private static @Nullable Choice newer(Trio trio) {
        if (trio.shopAt() == null || trio.onecAt() == null || trio.shopAt().equals(trio.onecAt())) {
            return null;
        }
        boolean isShopNewer = trio.shopAt().isAfter(trio.onecAt());
        // a later slip of the hand is no news
        if (isShopNewer ? !trio.isShopValid() : !trio.isOnecValid()) {
            return null;
        }
        return isShopNewer ? Choice.SHOP : Choice.ONEC;
    }

    private static @Nullable Choice union(Trio trio) {
        return trio.field() == CustomerField.PHONE && trio.isShopValid() && trio.isOnecValid() ? Choice.BOTH : null;
    }

    private static @Nullable String both(Trio trio) {
        if (trio.field() != CustomerField.PHONE || trio.shop() == null || trio.onec() == null) {
            return null;
        }
        Set<String> numbers = new LinkedHashSet<>();
        Stream.of(trio.shop(), trio.onec())
                .flatMap(text -> Phone.all(text).stream())
                .map(Phone::normal)
                .forEach(numbers::add);
        return String.join(", ", numbers);
    }
}
