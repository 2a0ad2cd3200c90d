package ru.freesport.console.onec;

import org.jspecify.annotations.Nullable;

/**
 * A file a run worked on.
 *
 * @param messageId the stored message it came as, or came inside of
 * @param onlyChanges null when the file did not say
 */
public record RunFile(
        String path,
        @Nullable Long messageId,
        long bytes,
        @Nullable String encoding,
        @Nullable String schemaVersion,
        @Nullable Boolean onlyChanges) {}
