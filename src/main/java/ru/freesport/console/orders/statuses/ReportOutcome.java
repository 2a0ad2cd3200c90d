package ru.freesport.console.orders.statuses;

import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.OrderStatus;

/** What became of one document of 1C. */
public sealed interface ReportOutcome {

    /** @param to where the part stands now; null when the status did not move */
    record Changed(
            String partNumber,
            @Nullable String word,
            @Nullable OrderStatus to) implements ReportOutcome {}

    record Unchanged(String partNumber) implements ReportOutcome {}

    /** Everything but its word was taken: nobody has said what the word means. */
    record WordUnknown(String partNumber, String word) implements ReportOutcome {}

    /** Nothing was taken: its number is one part's and its id is another's. */
    record Disputed(String number, String id) implements ReportOutcome {}

    /** People decided that such documents are about none of our orders. */
    record Disowned(String number, String id) implements ReportOutcome {}

    record Rejected(Why why, String said) implements ReportOutcome {}

    enum Why {
        /** Neither the number nor the id is known here. */
        NO_SUCH_ORDER,
        /** 1C never got a whole order, only its parts. */
        NUMBER_OF_A_WHOLE_ORDER
    }
}
