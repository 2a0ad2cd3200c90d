package ru.freesport.console.onec.outgoing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import ru.freesport.console.jobs.RunControl;
import ru.freesport.console.jobs.RunFilter;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import tools.jackson.databind.json.JsonMapper;

/** The runs that pay the debt, for the screen: what the last one brought, what runs now, and a person's wish for one. */
@Service
public class Drains {

    private static final int LOOKED_BACK = 200;

    private final Runs runs;
    private final RunControl control;
    private final JsonMapper json;

    Drains(Runs runs, RunControl control, JsonMapper json) {
        this.runs = runs;
        this.control = control;
        this.json = json;
    }

    /** A run that is over, with what it did. */
    public record Drained(RunView run, SendingReport report) {}

    /** The last one that moved anything; most find nothing to do. */
    public Optional<Drained> last() {
        return runs.recent(RunFilter.ALL.ofTasks(Set.of(OrdersDrainTask.NAME)), null, LOOKED_BACK).stream()
                .filter(run -> !run.isActive() && run.summary() != null)
                .map(run -> new Drained(run, json.readValue(run.summary(), SendingReport.class)))
                .filter(drained -> !drained.report().equals(SendingReport.NOTHING))
                .findFirst();
    }

    /** Waiting and working ones. */
    public List<RunView> active() {
        return runs.active(OrdersDrainTask.NAME);
    }

    /** Pays everything now; returns the run. A second one beside it finds nothing to do. */
    public long begin(String reason) {
        return control.start(OrdersDrainTask.all(reason));
    }

    /** Sends one file's orders over HTTP now; returns the run. */
    public long begin(OutgoingFile file, String reason) {
        return control.start(OrdersDrainTask.of(file, reason));
    }
}
