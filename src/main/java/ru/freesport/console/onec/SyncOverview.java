package ru.freesport.console.onec;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.jobs.Schedules;
import ru.freesport.console.onec.outgoing.OrdersDrainTask;

/** Answers at a glance whether what comes from 1C is there, fresh and moving; looks only at the newest runs. */
@Service
public class SyncOverview {

    /** The tasks of the exchange with 1C, for lists of runs. */
    public static final Set<String> TASKS = Stream.concat(
                    Stream.of(
                            CatalogImportTask.NAME,
                            PacketClosingTask.NAME,
                            RowRetryTask.NAME,
                            FolderInboxTask.NAME,
                            FtpInboxTask.NAME,
                            OrdersDrainTask.NAME,
                            OrderStatusImportTask.NAME,
                            OrderStatusRetryTask.NAME),
                    Arrays.stream(ExchangeFlow.values()).map(ExchangeFlow::task))
            .collect(Collectors.toUnmodifiableSet());

    /** The task that the clock starts. */
    public static final String SCHEDULED = FolderInboxTask.NAME;

    /** Walks down the index of one kind until the first run that fits. */
    private static final String NEWEST = """
            SELECT k.kind, newest.* FROM unnest(:kinds) k(kind) CROSS JOIN LATERAL (
                SELECT c.run_id, c.read, c.created, c.changed, c.unchanged, c.held, c.parked, c.rejected,
                    r.state, r.finished_at
                FROM run_count c JOIN job_run r ON r.id = c.run_id
                WHERE c.kind = k.kind AND r.task = :task AND NOT r.dry_run AND r.state = ANY (:states)
                ORDER BY c.run_id DESC LIMIT 1) newest""";

    private static final List<RunState> TAKEN =
            List.of(RunState.COMPLETED, RunState.COMPLETED_WITH_REJECTS, RunState.FALLBACK);

    private final JdbcClient database;
    private final Runs runs;
    private final Schedules schedules;
    private final RunCounts counts;
    private final FreshnessSettings settings;
    private final ImportSettings imports;
    private final Clock clock;

    SyncOverview(
            JdbcClient database,
            Runs runs,
            Schedules schedules,
            RunCounts counts,
            FreshnessSettings settings,
            ImportSettings imports,
            Clock clock) {
        this.database = database;
        this.runs = runs;
        this.schedules = schedules;
        this.counts = counts;
        this.settings = settings;
        this.imports = imports;
        this.clock = clock;
    }

    @PreAuthorize(SyncRights.LOOK)
    public SyncFlow catalogue() {
        List<RunView> now = runs.active(CatalogImportTask.NAME);
        return new SyncFlow(
                rows(now),
                runs.latestResult(CatalogImportTask.NAME),
                Stream.concat(now.stream(), runs.active(RowRetryTask.NAME).stream())
                        .toList(),
                schedules.find(SCHEDULED),
                imports.inbox());
    }

    private List<SyncRow> rows(List<RunView> now) {
        Map<ImportKind, SyncRow.Result> last = newest(
                Arrays.stream(RunState.values()).filter(RunState::isFinal).toList());
        Map<ImportKind, SyncRow.Result> taken = newest(TAKEN);
        Map<String, KindCounts> moving = now.stream()
                .filter(run -> run.state() == RunState.RUNNING && !run.dryRun())
                .findFirst()
                .map(run -> counts.of(run.id()))
                .orElse(Map.of());
        List<SyncRow> rows = new ArrayList<>();
        Map<SyncEntity, Instant> unchanged = unchanged();
        for (SyncEntity entity : SyncEntity.values()) {
            Instant freshAt = Stream.concat(
                            ofEntity(entity, taken).map(SyncRow.Result::finishedAt).stream(),
                            Stream.ofNullable(unchanged.get(entity)))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            Duration norm = settings.freshness().get(entity);
            rows.add(new SyncRow(
                    entity,
                    ofEntity(entity, last).orElse(null),
                    moving(entity, moving),
                    freshAt,
                    norm,
                    norm != null && freshAt != null && freshAt.plus(norm).isBefore(clock.instant())));
        }
        return rows;
    }

    /** When 1C last said of an entity that nothing of it changed. */
    private Map<SyncEntity, Instant> unchanged() {
        Map<SyncEntity, Instant> unchanged = new EnumMap<>(SyncEntity.class);
        for (ExchangeFlow flow : ExchangeFlow.values()) {
            if (flow.entities().isEmpty()) {
                continue;
            }
            database.sql("SELECT ended_at FROM http_pull WHERE flow = ? AND state = 'UNCHANGED'"
                            + " ORDER BY ended_at DESC LIMIT 1")
                    .param(flow.code())
                    .query((row, _) -> row.getTimestamp(1).toInstant())
                    .optional()
                    .ifPresent(at -> flow.entities().forEach(entity -> unchanged.put(entity, at)));
        }
        return unchanged;
    }

    /** The newest run that touched any kind of the entity, with the kinds' counts in it added up. */
    private static Optional<SyncRow.Result> ofEntity(SyncEntity entity, Map<ImportKind, SyncRow.Result> byKind) {
        List<SyncRow.Result> results = entity.kinds().stream()
                .map(byKind::get)
                .filter(Objects::nonNull)
                .toList();
        long newest = results.stream().mapToLong(SyncRow.Result::runId).max().orElse(0);
        return results.stream()
                .filter(result -> result.runId() == newest)
                .reduce((one, other) -> new SyncRow.Result(
                        newest, one.state(), one.finishedAt(), one.counts().plus(other.counts())));
    }

    private static @Nullable KindCounts moving(SyncEntity entity, Map<String, KindCounts> counts) {
        return entity.kinds().stream()
                .map(kind -> counts.get(kind.code()))
                .filter(Objects::nonNull)
                .reduce(KindCounts::plus)
                .orElse(null);
    }

    private Map<ImportKind, SyncRow.Result> newest(List<RunState> states) {
        Map<ImportKind, SyncRow.Result> newest = new EnumMap<>(ImportKind.class);
        database.sql(NEWEST)
                .param(
                        "kinds",
                        Arrays.stream(ImportKind.values()).map(ImportKind::code).toArray(String[]::new))
                .param("task", CatalogImportTask.NAME)
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .query((row, _) -> Map.entry(
                        ImportKind.ofCode(row.getString("kind")).orElseThrow(),
                        new SyncRow.Result(
                                row.getLong("run_id"),
                                RunState.valueOf(row.getString("state")),
                                row.getTimestamp("finished_at").toInstant(),
                                RunCounts.counts(row))))
                .list()
                .forEach(result -> newest.put(result.getKey(), result.getValue()));
        return newest;
    }
}
