package ru.freesport.console.alerts;

import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.Severity;
import ru.freesport.console.customers.conflicts.ConflictFilter;
import ru.freesport.console.customers.conflicts.Conflicts;
import ru.freesport.console.customers.conflicts.ConflictsOverdue;

/** Conflicts that nobody decided in time. */
@Component
class CustomerAlerts implements AlertWatch {

    private final AlertBook book;
    private final Conflicts conflicts;

    CustomerAlerts(AlertBook book, Conflicts conflicts) {
        this.book = book;
        this.conflicts = conflicts;
    }

    @Override
    public Set<AlertRule> rules() {
        return Set.of(AlertRule.CONFLICTS_OVERDUE);
    }

    @EventListener
    void overdue(ConflictsOverdue overdue) {
        overdue.ids()
                .forEach(id -> book.raise(new Cause(
                        AlertRule.CONFLICTS_OVERDUE,
                        overdue.severity().name(),
                        "conflict-" + id,
                        "№ " + id,
                        "conflicts?show=overdue&severity=" + overdue.severity(),
                        null)));
    }

    @Override
    public boolean isOver(Alert alert) {
        ConflictFilter overdue = new ConflictFilter(
                "",
                ConflictFilter.Scope.WAITING,
                null,
                null,
                Severity.valueOf(alert.subject()),
                null,
                ConflictFilter.Owner.ANYBODY,
                true,
                false,
                false,
                null);
        return RunAs.system(() -> conflicts.count(overdue)) == 0;
    }
}
