package ru.freesport.console.customers.conflicts;

import java.util.List;
import ru.freesport.console.customers.Severity;

/** Conflicts were not decided within their norm; told once for each. */
public record ConflictsOverdue(Severity severity, List<Long> ids) {

    public ConflictsOverdue {
        ids = List.copyOf(ids);
    }
}
