package ru.freesport.console.onec.pull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.Door;
import ru.freesport.console.onec.ExchangeFlow;
import ru.freesport.console.onec.PacketFile;
import ru.freesport.console.onec.Packets;
import ru.freesport.console.onec.http.OnecPages;
import ru.freesport.console.partners.BlobRef;
import ru.freesport.console.partners.Blobs;
import ru.freesport.console.shared.Actor;

/** Listings as rows: each page is stored together with the place to go on from, under the lease of the run that fetched it. */
@Repository
class Pulls {

    private static final String COLUMNS = "id, since, as_of, packet_id, list, next_cursor, pages, records, bytes";

    private final JdbcClient database;
    private final DataSource dataSource;
    private final TransactionOperations transaction;
    private final Packets packets;
    private final Blobs blobs;
    private final Runs runs;

    Pulls(
            JdbcClient database,
            DataSource dataSource,
            TransactionOperations transaction,
            Packets packets,
            Blobs blobs,
            Runs runs) {
        this.database = database;
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.packets = packets;
        this.blobs = blobs;
        this.runs = runs;
    }

    /**
     * What the flow has of 1C.
     *
     * @param asOf when the newest listing that was taken began; null: nothing was taken yet
     * @param fullAsOf the same of the newest that asked for everything
     */
    record Known(@Nullable Instant asOf, @Nullable Instant fullAsOf) {}

    Known known(ExchangeFlow flow) {
        return database.sql("""
                        SELECT max(as_of), max(as_of) FILTER (WHERE since IS NULL) FROM http_pull
                        WHERE flow = ? AND state IN ('TAKEN', 'UNCHANGED')""")
                .param(flow.code())
                .query((row, _) -> new Known(instant(row, 1), instant(row, 2)))
                .single();
    }

    /** The listing that broke off, if it is not too old to go on with. */
    Optional<Pull> brokenOff(ExchangeFlow flow, Instant begunAfter) {
        return database.sql("SELECT " + COLUMNS + " FROM http_pull WHERE flow = ? AND state = 'FETCHING' AND as_of > ?")
                .params(flow.code(), Timestamp.from(begunAfter))
                .query(Pulls::pull)
                .optional();
    }

    /** Whatever broke off is not gone on with; the pages it brought stay as messages. */
    void abandon(ExchangeFlow flow) {
        database.sql("UPDATE http_pull SET state = 'ABANDONED', ended_at = clock_timestamp()"
                        + " WHERE flow = ? AND state = 'FETCHING'")
                .param(flow.code())
                .update();
    }

    Pull begin(ExchangeFlow flow, @Nullable Instant since, Instant asOf, RunContext run) {
        return fenced(run, () -> {
            long id = database.sql(
                            "INSERT INTO http_pull (flow, since, as_of, run_id) VALUES (?, ?, ?, ?) RETURNING id")
                    .params(
                            flow.code(),
                            since == null ? null : Timestamp.from(since),
                            Timestamp.from(asOf),
                            run.runId())
                    .query(Long.class)
                    .single();
            return Pull.begun(id, since, asOf, List.of());
        });
    }

    /** A page with its packet and, of an empty one, without. */
    record Stored(Pull pull, @Nullable Long message) {}

    /** Stores a page and moves on; a page that holds nothing is only counted. */
    Stored took(ExchangeFlow flow, Pull pull, String name, OnecPages.Page page, RunContext run) {
        BlobRef content = page.records() == 0 ? null : stored(page.content());
        return fenced(run, () -> {
            Long packet = pull.packetId();
            Long message = null;
            if (content != null) {
                if (packet == null) {
                    packet = packets.open(Door.HTTP, Actor.system(), flow.code());
                }
                PacketFile file = packets.add(packet, name, content, Actor.system());
                message = file.messageId();
            }
            Pull next = pull.with(packet, page.next(), page.records(), page.content().length);
            if (next.id() != null) {
                remember(next, run);
            }
            return new Stored(next, message);
        });
    }

    private void remember(Pull pull, RunContext run) {
        database.sql("""
                        UPDATE http_pull SET run_id = ?, packet_id = ?, list = ?, next_cursor = ?, pages = ?, records = ?,
                            bytes = ?
                        WHERE id = ? AND state = 'FETCHING'""")
                .params(
                        run.runId(),
                        pull.packetId(),
                        pull.list(),
                        pull.cursor(),
                        pull.pages(),
                        pull.records(),
                        pull.bytes(),
                        pull.id())
                .update();
    }

    /**
     * All pages are there.
     *
     * @param order the import of them, or null when somebody else begins it
     * @return the import's run
     */
    Optional<Long> finish(Pull pull, RunContext run, @Nullable RunRequest order) {
        return fenced(run, () -> {
            if (pull.id() != null) {
                database.sql("UPDATE http_pull SET state = ?, run_id = ?, ended_at = clock_timestamp()"
                                + " WHERE id = ? AND state = 'FETCHING'")
                        .params(pull.records() == 0 ? "UNCHANGED" : "FETCHED", run.runId(), pull.id())
                        .update();
            }
            return order == null ? Optional.empty() : Optional.of(runs.submit(order));
        });
    }

    private <T> T fenced(RunContext run, java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            T result = work.get();
            var connection = DataSourceUtils.getConnection(dataSource);
            run.fence(connection);
            DataSourceUtils.releaseConnection(connection, dataSource);
            return result;
        }));
    }

    private BlobRef stored(byte[] content) {
        try {
            return blobs.store(new ByteArrayInputStream(content));
        } catch (IOException unstored) {
            throw new UncheckedIOException(unstored);
        }
    }

    private static Pull pull(ResultSet row, int number) throws SQLException {
        return new Pull(
                row.getLong("id"),
                instant(row, 2),
                java.util.Objects.requireNonNull(instant(row, 3)),
                List.of(),
                row.getObject("packet_id", Long.class),
                row.getInt("list"),
                row.getString("next_cursor"),
                row.getInt("pages"),
                row.getLong("records"),
                row.getLong("bytes"));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null
                ? null
                : value.withOffsetSameInstant(ZoneOffset.UTC).toInstant();
    }
}
