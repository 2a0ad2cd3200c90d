package ru.freesport.console.onec;

import java.sql.Connection;
import java.sql.SQLException;
import ru.freesport.console.jobs.RunContext;

/**
 * When what a run wrote becomes durable: at every good place, at the end, or never. Each commit is fenced, so that a
 * run that lost its lease cannot write after its successor began.
 */
final class RunTransaction {

    enum Mode {
        /** Every few thousand rows. */
        STEP_BY_STEP,
        /** All or nothing. */
        WHOLE,
        /** A dry run. */
        NEVER
    }

    private final Connection connection;
    private final RunContext run;
    private final Mode mode;

    RunTransaction(Connection connection, RunContext run, Mode mode) {
        this.connection = connection;
        this.run = run;
        this.mode = mode;
    }

    Mode mode() {
        return mode;
    }

    /** A place where the work so far makes sense on its own. */
    void step() throws SQLException {
        run.checkpoint();
        if (mode == Mode.STEP_BY_STEP) {
            commit();
        }
    }

    void end() throws SQLException {
        if (mode == Mode.NEVER) {
            connection.rollback();
        } else {
            commit();
        }
    }

    void undo() throws SQLException {
        connection.rollback();
    }

    private void commit() throws SQLException {
        run.fence(connection);
        connection.commit();
    }
}
