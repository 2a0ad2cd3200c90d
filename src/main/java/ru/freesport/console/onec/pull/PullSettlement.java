package ru.freesport.console.onec.pull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.ExchangeFlow;
import ru.freesport.console.onec.PullImports;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.ui.Translations;

/**
 * Learns what became of the packets of earlier listings before the next one begins. Only a packet that was taken moves the moment
 * from which 1C is asked; one that was held, refused or failed is asked for again, so the newer packet holds all that the older one held.
 */
@Component
class PullSettlement {

    /** The import of a listing with whatever followed it: another attempt, the run that took an approved packet. */
    private static final String FATE = """
            WITH RECURSIVE attempt AS (
                SELECT id, state FROM job_run WHERE previous_run_id = ? AND NOT dry_run
                    AND task IN ('onec.catalog-import', 'onec.order-status-import')
                UNION SELECT r.id, r.state FROM job_run r JOIN attempt a ON r.previous_run_id = a.id
                    WHERE r.task IN ('onec.catalog-import', 'onec.order-status-import') AND NOT r.dry_run)
            SELECT count(*) AS attempts,
                coalesce(bool_or(state IN ('COMPLETED', 'COMPLETED_WITH_REJECTS')
                    -- a held run that was approved is over, but another one took its packet
                    AND NOT EXISTS (SELECT FROM packet_hold h WHERE h.run_id = attempt.id)), false) AS taken,
                max(id) FILTER (WHERE state IN ('QUEUED', 'RUNNING')) AS at_work,
                max(id) FILTER (WHERE state = 'HELD') AS held
            FROM attempt""";

    private static final String SAME_FINDINGS = """
            SELECT NOT EXISTS (
                (SELECT kind, onec_id, level, became FROM packet_finding WHERE run_id = :one
                    EXCEPT SELECT kind, onec_id, level, became FROM packet_finding WHERE run_id = :other)
                UNION ALL
                (SELECT kind, onec_id, level, became FROM packet_finding WHERE run_id = :other
                    EXCEPT SELECT kind, onec_id, level, became FROM packet_finding WHERE run_id = :one))""";

    private final JdbcClient database;
    private final Runs runs;
    private final PullImports imports;

    PullSettlement(JdbcClient database, Runs runs, PullImports imports) {
        this.database = database;
        this.runs = runs;
        this.imports = imports;
    }

    private record Fetched(long id, long runId, long packetId, int pages) {}

    private record Fate(
            boolean isTaken,
            long attempts,
            @Nullable Long atWork,
            @Nullable Long held) {}

    private record Held(Fetched pull, long run) {}

    /** @return the import of an earlier listing that is not over yet: until then nothing new is asked for */
    Optional<Long> settle(ExchangeFlow flow) {
        List<Held> held = new ArrayList<>();
        boolean taken = false;
        boolean newest = true;
        for (Fetched pull : fetched(flow)) {
            Fate fate = fate(pull);
            if (taken) {
                supersede(pull, fate.held());
            } else if (fate.isTaken()) {
                become(pull, "TAKEN");
                taken = true;
            } else if (fate.atWork() != null) {
                return Optional.of(fate.atWork());
            } else if (fate.attempts() == 0 && newest) {
                // whoever fetched it died before it began the import
                return Optional.of(runs.submit(imports.order(
                        flow, pull.packetId(), pull.pages(), pull.runId(), RunTrigger.EVENT, Actor.system(), false)));
            } else if (fate.held() != null) {
                held.add(new Held(pull, fate.held()));
            } else if (!newest) {
                become(pull, "SUPERSEDED");
            }
            newest = false;
        }
        leaveOne(held);
        return Optional.empty();
    }

    /** People decide about one packet of a flow at a time, and it stays the same one until there is something else to see. */
    private void leaveOne(List<Held> newestFirst) {
        for (int older = 1; older < newestFirst.size(); older++) {
            Held newer = newestFirst.getFirst();
            boolean same = database.sql(SAME_FINDINGS)
                    .param("one", newer.run())
                    .param("other", newestFirst.get(older).run())
                    .query(Boolean.class)
                    .single();
            if (same && newestFirst.size() == 2) {
                supersede(newer.pull(), newer.run());
            } else {
                supersede(newestFirst.get(older).pull(), newestFirst.get(older).run());
            }
        }
    }

    private void supersede(Fetched pull, @Nullable Long heldRun) {
        if (heldRun != null) {
            runs.cancel(heldRun, Actor.system(), Translations.of(null).text("onec.pull.superseded"));
        }
        become(pull, "SUPERSEDED");
    }

    private List<Fetched> fetched(ExchangeFlow flow) {
        return database.sql("SELECT id, run_id, packet_id, pages FROM http_pull WHERE flow = ? AND state = 'FETCHED'"
                        + " ORDER BY id DESC")
                .param(flow.code())
                .query((row, _) -> new Fetched(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4)))
                .list();
    }

    private Fate fate(Fetched pull) {
        return database.sql(FATE)
                .param(pull.runId())
                .query((row, _) -> new Fate(
                        row.getBoolean("taken"),
                        row.getLong("attempts"),
                        row.getObject("at_work", Long.class),
                        row.getObject("held", Long.class)))
                .single();
    }

    private void become(Fetched pull, String state) {
        database.sql("UPDATE http_pull SET state = ? WHERE id = ? AND state = 'FETCHED'")
                .params(state, pull.id())
                .update();
    }
}
