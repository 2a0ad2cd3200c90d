package ru.freesport.console.orders;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for whoever takes orders to 1C. Every call may be repeated; a part only moves forward, NEW, PREPARED,
 * HANDED_OVER, CONFIRMED, whichever of several ways is the quicker one.
 */
@Service
@PreAuthorize("hasAnyRole('SYSTEM', 'EXCHANGE', 'OPERATIONS', 'ADMIN')")
@Transactional
public class OrderHandover {

    private static final String WILLING = "p.rejected_at IS NULL AND p.status <> 'CANCELLED'";

    private final PartsForExport parts;
    private final PartTransitions transitions;
    private final OrdersSettings settings;

    OrderHandover(PartsForExport parts, PartTransitions transitions, OrdersSettings settings) {
        this.parts = parts;
        this.transitions = transitions;
        this.settings = settings;
    }

    /** What 1C said of a part. */
    public record Confirmation(String key, @Nullable String onecNumber) {}

    /** Parts that were not handed over yet, oldest first: NEW, and PREPARED that nobody confirmed. */
    @Transactional(readOnly = true)
    public List<PartForExport> toExport(int limit) {
        return parts.oldest("p.export_state IN ('NEW', 'PREPARED') AND " + WILLING, limit);
    }

    /** The same by their names alone. */
    @Transactional(readOnly = true)
    public List<Waiting> namesToExport(int limit) {
        return parts.namesOfOldest("p.export_state IN ('NEW', 'PREPARED') AND " + WILLING, limit);
    }

    /** A part that waits, by what 1C and people know it by. */
    public record Waiting(String key, String number) {}

    /**
     * For 1C when it asks by itself: also what earlier questions of its own were answered with but it did not confirm.
     * What was offered least comes first, so that new orders get through however many 1C leaves unconfirmed.
     */
    @Transactional(readOnly = true)
    public List<Waiting> toAnswer(int limit) {
        return parts.waiting(
                "(p.export_state IN ('NEW', 'PREPARED') OR p.export_state = 'HANDED_OVER' AND p.handed_over_how ="
                        + " 'EXCHANGE') AND " + WILLING,
                limit);
    }

    /** How long 1C may leave what it was offered unconfirmed. */
    public Duration confirmationWindow() {
        return settings.confirmation();
    }

    /** Parts that were handed over this way and that 1C has not confirmed, oldest first. */
    @Transactional(readOnly = true)
    public List<PartForExport> unconfirmed(HandoverWay how, int limit) {
        return parts.oldest("p.export_state = 'HANDED_OVER' AND p.handed_over_how = '" + how.name() + "'", limit);
    }

    /** Whatever their state, in the order of the keys; unknown keys are absent. Holds personal data. */
    @PreAuthorize("hasAnyRole('SYSTEM', 'EXCHANGE', 'OPERATIONS', 'MANAGER', 'SUPPORT', 'ADMIN')")
    @Transactional(readOnly = true)
    public List<PartForExport> find(Collection<String> keys) {
        return parts.byKeys(keys);
    }

    /**
     * The parts are about to be offered to 1C; each call counts one offer. Commit before the offer.
     *
     * @return the keys that may be offered: those confirmed, cancelled or rejected meanwhile are not among them
     */
    public Set<String> prepared(Collection<String> keys) {
        return transitions.prepared(keys);
    }

    /**
     * The parts were given to 1C by a way that answers later.
     *
     * @param batch the file or the exchange, to find it again
     * @return the keys that moved
     */
    public Set<String> handedOver(Collection<String> keys, HandoverWay how, String batch) {
        return transitions.handedOver(keys, how, batch);
    }

    /** 1C has the part; true when that was news. */
    public boolean confirmed(String key, @Nullable String onecNumber, HandoverWay how) {
        return !confirmed(List.of(new Confirmation(key, onecNumber)), how).isEmpty();
    }

    /** @return the keys that moved */
    public Set<String> confirmed(Collection<Confirmation> confirmations, HandoverWay how) {
        return transitions.confirmed(confirmations, how);
    }

    /** 1C judged the part and said no: it is not offered again until a person lets it go; true when that was news. */
    public boolean rejected(String key, String text) {
        return transitions.rejected(key, text);
    }

    /** What was rejected is offered again; false when it was not rejected. */
    @PreAuthorize("hasAnyRole('OPERATIONS', 'MANAGER', 'ADMIN')")
    public boolean release(String key, String reason) {
        return transitions.released(key, reason);
    }
}
