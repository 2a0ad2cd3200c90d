package ru.freesport.console.customers.sync;

import java.util.List;

/**
 * How rows fared.
 *
 * @param created counterparties never heard of before
 * @param changed those that say something else than the last time
 * @param conflicts that a person must decide because of these rows
 * @param news the ids of those created and changed
 */
public record IntakeCounts(int created, int changed, int unchanged, int conflicts, List<String> news) {

    public IntakeCounts {
        news = List.copyOf(news);
    }
}
