package ru.freesport.console.customers.conflicts;

import java.time.Instant;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.customers.compare.Choice;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.Runs;

/** Has all conflicts of one pattern decided alike, however many: as a run that people can follow and stop. */
@Service
@PreAuthorize(ConflictRights.MAY_DECIDE)
@Transactional
public class ConflictBulk {

    private static final int SHOWN = 20;

    private final Conflicts conflicts;
    private final ConflictTable table;
    private final Runs runs;
    private final CurrentUser user;
    private final AuditLog audit;

    ConflictBulk(Conflicts conflicts, ConflictTable table, Runs runs, CurrentUser user, AuditLog audit) {
        this.conflicts = conflicts;
        this.table = table;
        this.runs = runs;
        this.user = user;
        this.audit = audit;
    }

    /**
     * What would be decided.
     *
     * @param all how many there are of the pattern, exactly
     * @param rows the first of them, what is due first
     * @param at when this was so, by the database's clock: what changes later is not decided
     */
    public record Preview(int all, List<ConflictRow> rows, Instant at) {}

    @Transactional(readOnly = true)
    public Preview preview(String pattern) {
        ConflictFilter filter = ConflictFilter.ofPattern(pattern);
        return new Preview(conflicts.exactCount(filter), conflicts.page(filter, null, SHOWN), table.now());
    }

    /**
     * Takes the same side everywhere.
     *
     * @param seen {@link Preview#at}
     * @param choice SHOP, ONEC or BOTH
     * @param reason kept in the history of each
     * @return the run that does it
     */
    public long start(String pattern, Instant seen, Choice choice, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A reason is needed");
        }
        audit.record(user.actor(), "customers.conflicts.bulk", "pattern:" + pattern, null, choice.name(), reason);
        return runs.submit(RunRequest.of(BulkDecisionsTask.NAME, RunTrigger.MANUAL, user.actor())
                .because(reason.strip())
                .with(BulkDecisionsTask.PATTERN, pattern)
                .with(BulkDecisionsTask.SEEN, seen.toString())
                .with(BulkDecisionsTask.CHOICE, choice.name())
                .with(BulkDecisionsTask.REASON, reason.strip()));
    }
}
