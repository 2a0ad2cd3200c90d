package ru.freesport.console.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program's key to the API, without the key itself.
 *
 * @param prefix the key's beginning
 * @param usedAt to the minute; null when it was never used
 */
public record ApiKey(
        UUID id,
        String name,
        String prefix,
        Set<ApiScope> scopes,
        boolean isDemo,
        Instant createdAt,
        String createdBy,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy) {

    public boolean isRevoked() {
        return revokedAt != null;
    }
}
