package ru.freesport.console.orders.statuses;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.OrderStatus;

/**
 * What a document means for the status of a part.
 *
 * @param word what is known of 1C's word from now on
 * @param to where the part stands from now on
 */
record Judgement(@Nullable String word, Standing standing, OrderStatus to) {

    static Judgement of(ReportedOrder said, OrderStatus now, ReportFacts before, StatusMap map) {
        String word = said.word() == null ? before.word() : said.word();
        Optional<OrderStatus> marked = byMarks(said);
        if (said.word() == null && marked.isPresent()) {
            return moved(word, now, marked.get());
        }
        // a word that was not understood when it was said may be understood now
        if (word == null || said.word() == null && before.standing() != Standing.UNKNOWN_WORD) {
            return new Judgement(word, before.standing(), now);
        }
        Optional<StatusMap.Word> known = map.find(word);
        if (Boolean.TRUE.equals(said.isCancelled())
                && known.map(StatusMap.Word::status).orElse(null) != OrderStatus.REFUNDED) {
            return moved(word, now, OrderStatus.CANCELLED);
        }
        if (known.isEmpty()) {
            return new Judgement(word, Standing.UNKNOWN_WORD, now);
        }
        OrderStatus wanted = known.get().status();
        return wanted == null ? new Judgement(word, Standing.IGNORED_WORD, now) : moved(word, now, wanted);
    }

    /** What some configurations say without a word. A mark of deletion is none of them: doubles are deleted as well. */
    private static Optional<OrderStatus> byMarks(ReportedOrder said) {
        if (Boolean.TRUE.equals(said.isCancelled())) {
            return Optional.of(OrderStatus.CANCELLED);
        }
        return Boolean.TRUE.equals(said.isShipped()) ? Optional.of(OrderStatus.SHIPPED) : Optional.empty();
    }

    private static Judgement moved(@Nullable String word, OrderStatus now, OrderStatus wanted) {
        StatusRule rule = StatusRule.of(now, wanted);
        Standing standing = switch (rule) {
            case SAME_STATUS, CANCELLED_FROM_ANYWHERE, REFUNDED_FROM_ANYWHERE, FORWARD -> Standing.FOLLOWED;
            case TERMINAL_STATUS_STAYS -> Standing.ENDED;
            case NEVER_BACK -> Standing.BEHIND;
        };
        return new Judgement(word, standing, rule.moves() ? wanted : now);
    }
}
