package ru.freesport.console.cli;

import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunView;

/** What a command tells the shell. */
final class ExitCode {

    static final int DONE = 0;
    static final int DONE_WITH_REJECTS = 1;
    static final int WRONG_INPUT = 2;
    static final int FAILED = 3;

    private ExitCode() {}

    static int of(RunView run) {
        if (run.state() == RunState.COMPLETED_WITH_REJECTS || run.state() == RunState.HELD) {
            return DONE_WITH_REJECTS;
        }
        if (run.state() == RunState.COMPLETED || run.state() == RunState.FALLBACK) {
            return DONE;
        }
        return "DATA_FORMAT_ERROR".equals(run.errorType()) ? WRONG_INPUT : FAILED;
    }

    /** What 1C answered is no input of whoever typed the command. */
    static int ofFlow(RunView run) {
        int code = of(run);
        return code == WRONG_INPUT ? FAILED : code;
    }
}
