package ru.freesport.console.jobs;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.shared.Actor;

/** The people's door to runs: what they do carries their name, needs a reason and is kept in the audit log. */
@Service
@Transactional
public class RunControl {

    private final Runs runs;
    private final CurrentUser currentUser;
    private final AuditLog audit;

    RunControl(Runs runs, CurrentUser currentUser, AuditLog audit) {
        this.runs = runs;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /** Queues what is asked for, in the name of whoever is logged in. */
    @PreAuthorize(Rights.ACT)
    public long start(RunRequest request) {
        String reason = required(request.reason());
        long id = runs.submit(request.by(actor()));
        audit.record(actor(), "jobs.run.started", subject(id), null, request.task(), reason);
        return id;
    }

    /** False when the run was over already. */
    @PreAuthorize(Rights.ACT)
    public boolean cancel(long id, String reason) {
        boolean isAsked = runs.cancel(id, actor(), required(reason));
        if (isAsked) {
            audit.record(actor(), "jobs.run.cancelled", subject(id), null, null, reason);
        }
        return isAsked;
    }

    /** The same again; returns the new run. */
    @PreAuthorize(Rights.ACT)
    public long rerun(long id, String reason) {
        long next = runs.rerun(id, actor(), required(reason));
        audit.record(actor(), "jobs.run.rerun", subject(id), null, subject(next), reason);
        return next;
    }

    /** Lets a held run go on; false when it is not held any more. */
    @PreAuthorize(Rights.ACT)
    public boolean release(long id, String reason) {
        boolean isReleased = runs.release(id, actor(), required(reason));
        if (isReleased) {
            audit.record(actor(), "jobs.run.released", subject(id), "HELD", "QUEUED", reason);
        }
        return isReleased;
    }

    private Actor actor() {
        return currentUser.actor();
    }

    private static String subject(long id) {
        return "run:" + id;
    }

    private static String required(@org.jspecify.annotations.Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("a person's act on a run needs a reason");
        }
        return reason;
    }
}
