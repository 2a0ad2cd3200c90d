package ru.freesport.console.onec;

import org.jspecify.annotations.Nullable;

/**
 * What a run fetched, as runs keep it.
 *
 * @param packetId null when no page held anything
 */
public record PullReport(
        int pages, long records, long bytes, @Nullable Long packetId) {}
