package ru.freesport.console.alerts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.shared.Actor;

/** The inbox: who may see the alerts and who may do something about them; every act is written down. */
@Service
@Transactional
public class Alerts {

    /** Nothing is kept quiet for longer. */
    public static final Duration LONGEST_MUTE = Duration.ofDays(7);

    static final String LOOK = "hasAnyRole('ADMIN', 'OPERATIONS', 'MANAGER', 'SUPPORT', 'FINANCE', 'VIEWER')";
    private static final String ACT = "hasAnyRole('ADMIN', 'OPERATIONS')";
    private static final int LONGEST_REASON = 500;
    private static final int COUNTED = 100;

    private final AlertTable table;
    private final CurrentUser user;
    private final AuditLog audit;

    Alerts(AlertTable table, CurrentUser user, AuditLog audit) {
        this.table = table;
        this.user = user;
        this.audit = audit;
    }

    /** How many call for somebody now, counted no further than a hundred. */
    @Transactional(readOnly = true)
    public int loud() {
        return table.count(new AlertFilter(AlertFilter.Show.LOUD, null, null, null), COUNTED);
    }

    /** Newest first. */
    @PreAuthorize(LOOK)
    @Transactional(readOnly = true)
    public List<Alert> page(AlertFilter filter, @Nullable Long below, int limit) {
        return table.page(filter, below, limit);
    }

    @PreAuthorize(LOOK)
    @Transactional(readOnly = true)
    public int count(AlertFilter filter, int most) {
        return table.count(filter, most);
    }

    @PreAuthorize(LOOK)
    @Transactional(readOnly = true)
    public Optional<Alert> find(long id) {
        return table.find(id);
    }

    /** Newest first. */
    @PreAuthorize(LOOK)
    @Transactional(readOnly = true)
    public List<AlertEvent> events(long id) {
        return table.events(id);
    }

    public boolean mayAct() {
        return user.hasAny(Role.ADMIN, Role.OPERATIONS);
    }

    public String me() {
        return user.name();
    }

    /** From now on the person sees to it; false when somebody else was quicker. */
    @PreAuthorize(ACT)
    public boolean take(long id) {
        return done(table.take(id, user.name(), null), id, AlertEvent.Kind.TAKEN, "taken", null);
    }

    /** Takes it from who has it; false when it went to another or ended meanwhile. */
    @PreAuthorize(ACT)
    public boolean takeOver(long id, String from, String reason) {
        return done(table.take(id, user.name(), from), id, AlertEvent.Kind.TAKEN_OVER, "taken", required(reason));
    }

    @PreAuthorize(ACT)
    public boolean release(long id) {
        return done(table.release(id, user.name()), id, AlertEvent.Kind.RELEASED, "released", null);
    }

    /**
     * Keeps it quiet for a while: it goes on counting, and calls again by itself.
     *
     * @param length between a second and {@link #LONGEST_MUTE}
     */
    @PreAuthorize(ACT)
    public boolean mute(long id, Duration length, String reason) {
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST_MUTE) > 0) {
            throw new IllegalArgumentException("An alert is muted for at most " + LONGEST_MUTE);
        }
        String why = required(reason);
        return done(table.mute(id, user.name(), why, length.toSeconds()), id, AlertEvent.Kind.MUTED, "muted", why);
    }

    @PreAuthorize(ACT)
    public boolean unmute(long id) {
        return done(table.unmute(id), id, AlertEvent.Kind.UNMUTED, "unmuted", null);
    }

    /** A person says that it is seen to; the next time of its cause raises a new one. */
    @PreAuthorize(ACT)
    public boolean resolve(long id, String reason) {
        String why = required(reason);
        return done(table.resolve(id, user.name(), why), id, AlertEvent.Kind.RESOLVED, "resolved", why);
    }

    private boolean done(boolean isDone, long id, AlertEvent.Kind kind, String action, @Nullable String reason) {
        if (isDone) {
            Actor actor = user.actor();
            table.note(id, kind, actor, reason);
            table.tell(id);
            audit.record(actor, "alerts.alert." + action, "alert:" + id, null, null, reason);
        }
        return isDone;
    }

    private static String required(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason is needed, at most " + LONGEST_REASON + " characters");
        }
        return reason.strip();
    }
}
