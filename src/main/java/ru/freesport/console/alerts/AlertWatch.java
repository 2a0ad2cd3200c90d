package ru.freesport.console.alerts;

import java.util.List;
import java.util.Set;

/** Looks after some rules: what their alerts are about is seen by looking, where no event tells of it. */
interface AlertWatch {

    Set<AlertRule> rules();

    /** What is wrong now and is told by no event. */
    default List<Cause> look() {
        return List.of();
    }

    /** Whether the cause of an open alert is gone. */
    boolean isOver(Alert alert);
}
