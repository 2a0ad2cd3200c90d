package ru.freesport.console.alerts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.shared.Actor;

/** Where the rules write: the same cause is one alert, and each time of it counts once however many nodes see it. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class AlertBook {

    private static final int MOST_OPEN = 1_000;

    private final AlertTable table;

    AlertBook(AlertTable table) {
        this.table = table;
    }

    /** What a person has settled is raised again only by something new. */
    void raise(Cause cause) {
        table.lock(cause);
        if (table.isCounted(cause)) {
            return;
        }
        Optional<Long> open = table.count(cause);
        long id = open.orElseGet(() -> {
            long fresh = table.insert(cause);
            table.note(fresh, AlertEvent.Kind.RAISED, Actor.system(), cause.detail());
            return fresh;
        });
        table.tell(id);
    }

    /** Raises what has become worse: said once in the timeline, counted as anything else. */
    void worsen(Cause cause) {
        table.lock(cause);
        if (table.isCounted(cause)) {
            return;
        }
        long id = table.count(cause).orElseGet(() -> table.insert(cause));
        table.note(id, AlertEvent.Kind.WORSENED, Actor.system(), cause.detail());
        table.tell(id);
    }

    /** The cause is gone. */
    void settle(AlertRule rule, String subject, @Nullable String detail) {
        for (long id : table.settle(rule, subject)) {
            table.note(id, AlertEvent.Kind.RESOLVED, Actor.system(), detail);
            table.tell(id);
        }
    }

    void endMutes() {
        for (long id : table.endMutes()) {
            table.note(id, AlertEvent.Kind.UNMUTED, Actor.system(), null);
            table.tell(id);
        }
    }

    @Transactional(readOnly = true)
    public List<Alert> open() {
        return table.page(AlertFilter.OPEN, null, MOST_OPEN);
    }
}
