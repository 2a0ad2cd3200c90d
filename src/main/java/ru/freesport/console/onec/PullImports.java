package ru.freesport.console.onec;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.stereotype.Service;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.shared.Actor;
import tools.jackson.databind.json.JsonMapper;

/** Makes imports of what was fetched: a packet like any other, of which absence means nothing. */
@Service
public class PullImports {

    private final PacketImport imports;
    private final JsonMapper mapper;

    PullImports(PacketImport imports, JsonMapper mapper) {
        this.imports = imports;
        this.mapper = mapper;
    }

    /** What a run of such a flow fetched; empty for other runs and for one that got nowhere. */
    public Optional<PullReport> report(RunView run) {
        boolean isPull = flow(run).filter(ExchangeFlow::isFetching).isPresent();
        return isPull && run.summary() != null
                ? Optional.of(mapper.readValue(run.summary(), PullReport.class))
                : Optional.empty();
    }

    /** The import that a command line has to do itself after its run; empty when there is nothing to import. */
    public Optional<RunRequest> importAfter(RunView run) {
        return report(run)
                .filter(report -> run.state() == RunState.COMPLETED && report.packetId() != null)
                .map(report -> order(
                        flow(run).orElseThrow(),
                        java.util.Objects.requireNonNull(report.packetId()),
                        report.pages(),
                        run.id(),
                        run.trigger(),
                        run.actor(),
                        run.dryRun()));
    }

    /** The import of a packet that was fetched by this run. */
    public RunRequest order(
            ExchangeFlow flow, long packet, int pages, long pullRun, RunTrigger trigger, Actor actor, boolean dryRun) {
        return imports.packet(
                        packet,
                        false,
                        EnumSet.allOf(ImportKind.class),
                        trigger,
                        actor,
                        dryRun,
                        null,
                        pages == 1 ? flow.code() : flow.code() + " × " + pages)
                .after(pullRun);
    }

    private static Optional<ExchangeFlow> flow(RunView run) {
        return Arrays.stream(ExchangeFlow.values())
                .filter(flow -> flow.task().equals(run.task()))
                .findFirst();
    }
}
