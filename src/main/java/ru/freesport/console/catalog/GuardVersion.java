package ru.freesport.console.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/**
 * The guard's limits as they were set once.
 *
 * @param version 0 stands for the settings of the installation, which nobody set on a screen
 */
public record GuardVersion(
        long version,
        GuardLimits limits,
        @Nullable Instant at,
        @Nullable Actor actor,
        @Nullable String reason) {}
