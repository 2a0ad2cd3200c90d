package ru.freesport.console.partners;

import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.audit.AuditLog;

/** The people's door to making a call again. */
@Service
public class CallReplays {

    private static final String ACT = "hasAnyRole('ADMIN', 'OPERATIONS')";

    private final CallJournal journal;
    private final List<CallReplay> replays;
    private final CurrentUser user;
    private final AuditLog audit;

    CallReplays(CallJournal journal, List<CallReplay> replays, CurrentUser user, AuditLog audit) {
        this.journal = journal;
        this.replays = replays;
        this.user = user;
        this.audit = audit;
    }

    public boolean mayReplay(CallEntry call) {
        return user.hasAny(Role.ADMIN, Role.OPERATIONS) && of(call).isPresent();
    }

    @PreAuthorize(ACT)
    public CallReplay.Outlook outlook(CallEntry call) {
        return existing(call).outlook(call);
    }

    /**
     * Has the call made again.
     *
     * @return the run
     */
    @PreAuthorize(ACT)
    public long replay(long id, boolean dryRun, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a replay needs a reason");
        }
        CallEntry call = journal.find(id).orElseThrow(() -> new IllegalArgumentException("there is no call " + id));
        long run = existing(call).replay(call, dryRun, user.actor(), reason.strip());
        String action = dryRun ? "partners.call.replayed-dry" : "partners.call.replayed";
        audit.record(user.actor(), action, "call:" + id, null, "run:" + run, reason.strip());
        return run;
    }

    private CallReplay existing(CallEntry call) {
        return of(call).orElseThrow(() -> new IllegalArgumentException("call " + call.id() + " cannot be made again"));
    }

    private Optional<CallReplay> of(CallEntry call) {
        return call.direction() == Message.Direction.IN
                ? Optional.empty()
                : replays.stream().filter(one -> one.canReplay(call)).findFirst();
    }
}
