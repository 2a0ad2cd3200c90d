package ru.freesport.console.onec;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.catalog.FindingKind;
import ru.freesport.console.catalog.GuardVerdict;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.shared.Actor;

/** What follows when a packet was held, and when one that was approved has been taken. */
@Component
class PacketHoldings {

    /** 1C ended the packet while a part of it waited; by now no part does. */
    private static final String CAUGHT_UP = """
            UPDATE packet SET closing_waits = false WHERE id = ? AND closing_waits AND NOT EXISTS (
                SELECT FROM packet_hold h JOIN job_run r ON r.id = h.run_id
                WHERE h.packet_id = packet.id AND r.state = 'HELD')""";

    private final JdbcClient database;
    private final Runs runs;
    private final PacketImport imports;
    private final ApplicationEventPublisher events;

    PacketHoldings(JdbcClient database, Runs runs, PacketImport imports, ApplicationEventPublisher events) {
        this.database = database;
        this.runs = runs;
        this.imports = imports;
        this.events = events;
    }

    void tell(long runId) {
        String subject = runs.find(runId).map(RunView::subject).orElse("");
        events.publishEvent(new PacketHeld(runId, subject == null ? "" : subject, found(runId)));
    }

    /** What 1C said at the end of its exchange is done now. */
    void catchUp(long packetId, Actor actor) {
        if (database.sql(CAUGHT_UP).param(packetId).update() == 1) {
            imports.finish(packetId, actor);
        }
    }

    /** What the guard counted in a run, dry runs included. */
    GuardVerdict found(long runId) {
        List<GuardVerdict.Count> counts = database
                .sql("""
                        SELECT kind, found, earlier, of_all, percent, over FROM packet_finding_count
                        WHERE run_id = ?""")
                .param(runId)
                .query((row, _) -> new GuardVerdict.Count(
                        FindingKind.valueOf(row.getString(1)),
                        row.getLong(2),
                        row.getLong(3),
                        (Long) row.getObject(4),
                        row.getBigDecimal(5),
                        row.getBoolean(6)))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(GuardVerdict.Count::kind))
                .toList();
        return new GuardVerdict(counts);
    }
}
