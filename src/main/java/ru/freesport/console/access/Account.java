package ru.freesport.console.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as administrators see it. */
public record Account(
        UUID id,
        String name,
        Set<Role> roles,
        boolean disabled,
        boolean mustChangePassword,
        Instant passwordChangedAt,
        Instant createdAt,
        @Nullable Instant lockedUntil,
        @Nullable Instant lastLoginAt) {

    public boolean isLocked(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }
}
