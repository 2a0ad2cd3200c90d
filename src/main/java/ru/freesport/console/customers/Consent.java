package ru.freesport.console.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/**
 * That a customer agreed, or withdrew; facts that are only ever added, the latest of a kind holds.
 *
 * @param text version of the text that was shown
 */
public record Consent(
        ConsentKind kind,
        boolean given,
        Instant at,
        Actor actor,
        @Nullable String text) {}
