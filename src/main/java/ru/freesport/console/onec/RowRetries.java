package ru.freesport.console.onec;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import ru.freesport.console.jobs.RunControl;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.shared.Actor;

/** People try rows that were not taken once more: one, or all that match; always with a reason. */
@Service
public class RowRetries {

    private final RunControl control;
    private final Runs runs;

    RowRetries(RunControl control, Runs runs) {
        this.control = control;
        this.runs = runs;
    }

    /** Returns the run that tries the row. */
    @PreAuthorize(SyncRights.ACT)
    public long row(UntakenView row, String reason) {
        return control.start(request(taskOf(row.runId()), reason)
                .with(RowRetryTask.OF_ROW, Long.toString(row.id()))
                .about(row.key()));
    }

    /** Returns the run that tries every open row that matches. */
    @PreAuthorize(SyncRights.ACT)
    public long matching(UntakenFilter filter, String reason) {
        RunRequest request = request(taskOf(filter.runId()), reason).about("run " + filter.runId());
        for (var parameter : RowRetryTask.parameters(filter).entrySet()) {
            request = request.with(parameter.getKey(), parameter.getValue());
        }
        return control.start(request);
    }

    /** Rows are tried again by the kind of run that met them. */
    private String taskOf(long runId) {
        return runs.find(runId)
                        .filter(run -> OrderStatusImports.isOfOrders(run.task()))
                        .isPresent()
                ? OrderStatusRetryTask.NAME
                : RowRetryTask.NAME;
    }

    private static RunRequest request(String task, String reason) {
        return RunRequest.of(task, RunTrigger.MANUAL, Actor.system()).because(reason);
    }
}
