package ru.freesport.console.onec;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.GuardVerdict;
import ru.freesport.console.shared.Actor;

/**
 * A packet that went over a limit of the guard.
 *
 * @param broughtBy who brought the packet; that person does not approve it
 * @param waits nobody has decided yet
 * @param kinds of rows it would change
 * @param newer runs that came after it with rows of the same kinds, the newest first; not all of them when there are many
 */
public record HeldPacket(
        long runId,
        long packetId,
        @Nullable String subject,
        Actor broughtBy,
        Instant heldAt,
        boolean waits,
        List<ImportKind> kinds,
        GuardVerdict verdict,
        @Nullable Decision decision,
        List<Newer> newer) {

    /** @param nextRunId the run that takes an approved packet */
    public record Decision(
            boolean approved,
            Instant at,
            Actor actor,
            @Nullable String reason,
            @Nullable Long nextRunId) {}

    /** @param rows created or changed by it; 0 when it is held itself */
    public record Newer(long runId, @Nullable String subject, Instant at, long rows) {}
}
