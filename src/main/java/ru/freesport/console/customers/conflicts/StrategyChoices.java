package ru.freesport.console.customers.conflicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.compare.Choice;
import ru.freesport.console.customers.compare.Collisions;
import ru.freesport.console.customers.compare.Settlement;
import ru.freesport.console.customers.compare.Strategy;

/** What a strategy chooses for every field of a conflict, for whoever decides all of them by one. */
public final class StrategyChoices {

    private StrategyChoices() {}

    /**
     * @return empty when the strategy leaves a field to a person. A side that is chosen by name is chosen even when its
     *     value is malformed: a person has said so
     */
    public static Optional<List<FieldDecision>> of(List<ConflictField> fields, Strategy strategy) {
        List<FieldDecision> choices = new ArrayList<>();
        for (ConflictField field : fields) {
            Choice choice = choice(field, strategy);
            if (choice == null) {
                return Optional.empty();
            }
            choices.add(FieldDecision.of(field.field(), choice));
        }
        return Optional.of(choices);
    }

    private static @Nullable Choice choice(ConflictField field, Strategy strategy) {
        return switch (strategy) {
            case PLATFORM_WINS -> Choice.SHOP;
            case ONEC_WINS -> Choice.ONEC;
            case MERGE_SMART -> {
                Settlement settlement = Collisions.settle(field.trio(), strategy);
                yield settlement.isReview() ? field.suggestion() : settlement.choice();
            }
            case MANUAL_REVIEW -> null;
        };
    }
}
