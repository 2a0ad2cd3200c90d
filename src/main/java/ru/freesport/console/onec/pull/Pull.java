package ru.freesport.console.onec.pull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.PullReport;

/**
 * A listing of one flow and how far it is.
 *
 * @param id of its row; null: the flow does not remember it
 * @param since what 1C is asked for; null: everything
 * @param asOf when it began
 * @param ids only these records; empty: all
 * @param packetId null until a page held something
 * @param list which of the flow's lists is next
 * @param cursor which page of it; null: the first
 */
record Pull(
        @Nullable Long id,
        @Nullable Instant since,
        Instant asOf,
        List<String> ids,
        @Nullable Long packetId,
        int list,
        @Nullable String cursor,
        int pages,
        long records,
        long bytes) {

    static Pull begun(@Nullable Long id, @Nullable Instant since, Instant asOf, List<String> ids) {
        return new Pull(id, since, asOf, ids, null, 0, null, 0, 0, 0);
    }

    /** After one more page. */
    Pull with(@Nullable Long packet, Optional<String> next, int moreRecords, int moreBytes) {
        return new Pull(
                id,
                since,
                asOf,
                ids,
                packet,
                next.isPresent() ? list : list + 1,
                next.orElse(null),
                pages + 1,
                records + moreRecords,
                bytes + moreBytes);
    }

    PullReport report() {
        return new PullReport(pages, records, bytes, packetId);
    }

    boolean isBegun() {
        return pages > 0;
    }
}
