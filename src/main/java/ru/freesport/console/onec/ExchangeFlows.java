package ru.freesport.console.onec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.jobs.RunControl;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.jobs.Schedules;
import ru.freesport.console.onec.http.OnecHttp;
import ru.freesport.console.partners.Circuit;
import ru.freesport.console.partners.CircuitState;
import ru.freesport.console.partners.Circuits;

/** The flows over 1C's HTTP service as people see and start them. */
@Service
public class ExchangeFlows {

    private final OnecHttp http;
    private final JdbcClient database;
    private final Runs runs;
    private final RunControl control;
    private final Schedules schedules;
    private final Circuits circuits;
    private final CurrentUser currentUser;

    ExchangeFlows(
            OnecHttp http,
            JdbcClient database,
            Runs runs,
            RunControl control,
            Schedules schedules,
            Circuits circuits,
            CurrentUser currentUser) {
        this.http = http;
        this.database = database;
        this.runs = runs;
        this.control = control;
        this.schedules = schedules;
        this.circuits = circuits;
        this.currentUser = currentUser;
    }

    /** Whether 1C has a service that can be called. */
    public boolean isSet() {
        return http.isSet();
    }

    @PreAuthorize(SyncRights.LOOK)
    public List<FlowState> list() {
        List<Circuit> notClosed = circuits.list().stream()
                .filter(circuit -> circuit.state() != CircuitState.CLOSED)
                .toList();
        return Arrays.stream(ExchangeFlow.values())
                .map(flow -> state(flow, notClosed))
                .toList();
    }

    /**
     * Begins a run; returns it.
     *
     * @param full ask for everything instead of changes
     */
    @PreAuthorize(SyncRights.ACT)
    public long start(ExchangeFlow flow, boolean dryRun, boolean full, String reason) {
        RunRequest request = RunRequest.of(flow.task(), RunTrigger.MANUAL, currentUser.actor())
                .dry(dryRun)
                .because(reason);
        return control.start(full ? request.with("full", "true") : request);
    }

    private FlowState state(ExchangeFlow flow, List<Circuit> notClosed) {
        Optional<RunView> last = runs.latestResult(flow.task());
        Optional<RunView> taken = flow.entities().isEmpty() ? Optional.empty() : last.flatMap(this::importOf);
        Set<String> own = Set.copyOf(flow.circuits());
        return new FlowState(
                flow,
                runs.titleKey(flow.task()),
                schedules.find(flow.task()),
                last,
                taken,
                Stream.concat(runs.active(flow.task()).stream(), taken.filter(RunView::isActive).stream())
                        .toList(),
                notClosed.stream()
                        .filter(circuit -> own.contains(circuit.name()))
                        .toList());
    }

    /** The run that took, or takes, what this one fetched. */
    @PreAuthorize(SyncRights.LOOK)
    public Optional<RunView> importOf(RunView pull) {
        return database.sql("SELECT max(id) FROM job_run WHERE previous_run_id = ? AND task = ?")
                .params(pull.id(), CatalogImportTask.NAME)
                .query(Long.class)
                .optional()
                .flatMap(runs::find);
    }
}
