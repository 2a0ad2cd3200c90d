package ru.freesport.console.customers.conflicts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.compare.Choice;

/** What happens to a value that is not chosen; nothing is ever lost. Text: {@code customers.fate.NAME}. */
public enum LoserFate {
    /** The shop's value gives way, stays in the history and can be restored there. */
    SHOP_STAYS_IN_HISTORY,
    /** The shop's number or address gives way and stays as a further contact. */
    SHOP_STAYS_AS_CONTACT,
    /** 1C gets the decided value; what it had stays in the conflict's history. */
    ONEC_IS_OVERWRITTEN,
    /** The same, and the customer keeps it as a further contact. */
    ONEC_IS_OVERWRITTEN_AND_STAYS_AS_CONTACT,
    /** Both contacts stay in use. */
    BOTH_STAY,
    /** Neither side changes. */
    NOTHING_CHANGES;

    static List<LoserFate> of(ConflictField conflict, Choice chosen) {
        CustomerField field = conflict.field();
        if (chosen == Choice.BOTH) {
            return List.of(BOTH_STAY);
        }
        String shop = conflict.shop().value();
        String onec = conflict.onec().value();
        String kept = switch (chosen) {
            case SHOP -> shop;
            case ONEC -> onec;
            case BASE -> conflict.base().value();
            case BOTH, TYPED -> null;
        };
        List<LoserFate> fates = new ArrayList<>();
        if (gives(field, shop, kept)) {
            fates.add(field.isContact() ? SHOP_STAYS_AS_CONTACT : SHOP_STAYS_IN_HISTORY);
        }
        if (gives(field, onec, kept)) {
            fates.add(field.isContact() ? ONEC_IS_OVERWRITTEN_AND_STAYS_AS_CONTACT : ONEC_IS_OVERWRITTEN);
        }
        return fates.isEmpty() ? List.of(NOTHING_CHANGES) : fates;
    }

    private static boolean gives(CustomerField field, @Nullable String value, @Nullable String kept) {
        return value != null && !field.isSame(value, kept);
    }
}
