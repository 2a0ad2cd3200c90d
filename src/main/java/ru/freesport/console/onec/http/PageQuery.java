package ru.freesport.console.onec.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param path of the operation, {@code /stock}
 * @param since only what changed at or after this moment; null: everything
 * @param cursor the page after another; null: the first
 * @param ids only these records; empty: all
 * @param limit most records of it
 * @param largest most bytes of it
 */
public record PageQuery(
        String path, @Nullable Instant since, @Nullable String cursor, List<String> ids, int limit, long largest) {

    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (since != null) {
            parameters.put("since", since.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        if (!ids.isEmpty()) {
            parameters.put("ids", String.join(",", ids));
        }
        if (cursor != null) {
            parameters.put("cursor", cursor);
        }
        parameters.put("limit", Integer.toString(limit));
        return parameters;
    }
}
