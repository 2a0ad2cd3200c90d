package ru.freesport.console.orders.statuses;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.shared.Actor;

/**
 * What 1C's words mean here, as it held from one change to the next.
 *
 * @param restores the earlier version that it brought back
 * @param runId the run that took the documents which had waited for it
 */
public record StatusMap(
        long version,
        Instant at,
        Actor actor,
        @Nullable String reason,
        @Nullable Long restores,
        @Nullable Long runId,
        List<Word> words) {

    /**
     * One of 1C's words.
     *
     * @param word as it is written
     * @param status null: the word is known and moves nothing
     */
    public record Word(String word, @Nullable OrderStatus status) {

        public String key() {
            return StatusWord.key(word);
        }
    }

    public Optional<Word> find(String written) {
        String key = StatusWord.key(written);
        return words.stream().filter(word -> word.key().equals(key)).findFirst();
    }
}
