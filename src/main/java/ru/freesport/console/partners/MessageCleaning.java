package ru.freesport.console.partners;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ScheduledTask;

/** Drops messages and calls that are older than they are kept, and contents nobody refers to any more. */
@Component
class MessageCleaning implements ScheduledTask {

    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final PartnersSettings settings;
    private final List<MessageHold> messageHolds;
    private final List<BlobHold> blobHolds;

    MessageCleaning(
            JdbcClient database, PartnersSettings settings, List<MessageHold> messageHolds, List<BlobHold> blobHolds) {
        this.database = database;
        this.settings = settings;
        this.messageHolds = messageHolds;
        this.blobHolds = blobHolds;
    }

    @Override
    public String name() {
        return "partners.message-cleaning";
    }

    @Override
    public Optional<String> cron() {
        return Optional.of("0 40 3 * * ?");
    }

    @Override
    public RunState run(RunContext run) {
        dropMessages(run);
        dropContents(run);
        dropCalls(run);
        // what was begun and never sealed
        run.rows(database.sql(
                        "DELETE FROM blob WHERE sha256 IS NULL AND used_at < clock_timestamp() - interval '2 days'")
                .update());
        return RunState.COMPLETED;
    }

    private void dropMessages(RunContext run) {
        long last = 0;
        for (List<Long> old = old(last); !old.isEmpty(); old = old(last)) {
            run.checkpoint();
            last = old.getLast();
            Set<Long> going = new HashSet<>(old);
            for (MessageHold hold : messageHolds) {
                going.removeAll(hold.held(old));
            }
            if (!going.isEmpty()) {
                run.rows(database.sql("DELETE FROM message WHERE id IN (:ids)")
                        .param("ids", going)
                        .update());
            }
        }
    }

    private List<Long> old(long after) {
        return database.sql("SELECT id FROM message WHERE id > ? AND received_at < clock_timestamp()"
                        + " - make_interval(secs => ?) ORDER BY id LIMIT ?")
                .params(after, (double) settings.messages().keep().toSeconds(), AT_ONCE)
                .query(Long.class)
                .list();
    }

    private void dropContents(RunContext run) {
        long last = 0;
        for (List<Content> free = free(last); !free.isEmpty(); free = free(last)) {
            run.checkpoint();
            last = free.getLast().id();
            List<String> names = free.stream().map(Content::sha256).toList();
            Set<String> held = new HashSet<>();
            blobHolds.forEach(hold -> held.addAll(hold.heldContents(names)));
            for (Content content : free) {
                if (!held.contains(content.sha256())) {
                    run.rows(database.sql("DELETE FROM blob b WHERE id = ? AND " + FREE)
                            .param(content.id())
                            .update());
                }
            }
        }
    }

    private void dropCalls(RunContext run) {
        int dropped;
        do {
            run.checkpoint();
            dropped = database.sql("DELETE FROM partner_call WHERE id IN (SELECT id FROM partner_call WHERE started_at"
                            + " < clock_timestamp() - make_interval(secs => ?) ORDER BY started_at LIMIT ?)")
                    .params((double) settings.calls().keep().toSeconds(), AT_ONCE)
                    .update();
            run.rows(dropped);
        } while (dropped == AT_ONCE);
    }

    private record Content(long id, String sha256) {}

    private static final String FREE = "used_at < clock_timestamp() - interval '1 day'"
            + " AND NOT EXISTS (SELECT 1 FROM message m WHERE m.blob_id = b.id)";

    private List<Content> free(long after) {
        return database.sql("SELECT id, sha256 FROM blob b WHERE id > ? AND sha256 IS NOT NULL AND " + FREE
                        + " ORDER BY id LIMIT ?")
                .params(after, AT_ONCE)
                .query((row, _) -> new Content(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2))))
                .list();
    }
}
