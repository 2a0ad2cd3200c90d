package ru.freesport.console.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.partners.JournalLine.Kind;

@ConsoleTest
@WithMockUser(roles = "VIEWER")
class JournalTest {

    @Autowired
    private Journal journal;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private PlatformTransactionManager transactions;

    private final String mark = "j" + UUID.randomUUID().toString().substring(0, 8);
    private final String channel = "test." + mark;

    @BeforeEach
    @AfterEach
    void clear() {
        database.sql("DELETE FROM partner_call WHERE circuit = ?")
                .param(channel)
                .update();
        database.sql("DELETE FROM message WHERE channel = ?").param(channel).update();
    }

    /** Calls and files that all happened at one moment, so that only the rest of the place tells them apart. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void pagesFollowEachOtherWithoutALossOrARepeatEvenAtOneMoment(int size) throws Exception {
        for (int at = 0; at < 5; at++) {
            call("GET /things", at % 2 == 0 ? "SUCCEEDED" : null, "2026-11-20T10:00:00Z");
            file("f" + at + mark + ".xml", "2026-11-20T10:00:0" + at % 2 + "Z");
        }
        List<String> read = new ArrayList<>();
        JournalLine.Position last = null;
        List<JournalLine> page;
        do {
            page = journal.page(JournalFilter.ALL.through(channel), last, size);
            page.forEach(line -> read.add(line.kind() + " " + line.id()));
            last = page.isEmpty() ? last : page.getLast().position();
        } while (page.size() == size);

        assertThat(read).hasSize(10).doesNotHaveDuplicates();
        assertThat(journal.page(JournalFilter.ALL.through(channel), null, 10))
                .extracting(JournalLine::at)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(journal.count(JournalFilter.ALL.through(channel), 100)).isEqualTo(10);
        assertThat(journal.count(JournalFilter.ALL.through(channel), 7)).isEqualTo(7);
    }

    @Test
    void everyFilterNarrows() throws Exception {
        long good = call("GET /" + mark, "SUCCEEDED", "2026-11-20T10:00:00Z");
        long bad = call("POST /" + mark, "REJECTED", "2026-11-20T11:00:00Z");
        long dead = call("POST /" + mark, null, "2026-11-20T12:00:00Z");
        long file = file("orders " + mark + ".xml", "2026-11-20T13:00:00Z");
        database.sql(
                        "UPDATE partner_call SET direction = 'IN', error = 'DATA_FORMAT_ERROR', idempotency_key = ? WHERE id = ?")
                .params("key-" + mark, bad)
                .update();

        assertThat(ids(of(Kind.CALL, null, null, null, false, null, null))).containsExactly(dead, bad, good);
        assertThat(ids(of(Kind.FILE, null, null, null, false, null, null))).containsExactly(file);
        assertThat(ids(of(null, Message.Direction.IN, null, null, false, null, null)))
                .containsExactly(file, bad);
        assertThat(ids(of(null, null, CallResult.SUCCEEDED, null, false, null, null)))
                .containsExactly(good);
        assertThat(ids(of(null, null, CallResult.UNKNOWN, null, false, null, null)))
                .containsExactly(dead);
        assertThat(ids(of(null, null, null, CallError.DATA_FORMAT_ERROR, false, null, null)))
                .containsExactly(bad);
        assertThat(ids(of(null, null, null, null, true, null, null))).containsExactly(dead, bad);
        assertThat(ids(of(null, null, null, null, false, Instant.parse("2026-11-20T12:00:00Z"), null)))
                .containsExactly(file, dead);
        assertThat(ids(of(null, null, null, null, false, null, mark.toUpperCase())))
                .containsExactly(file, dead, bad, good);
        assertThat(ids(of(null, null, null, null, false, null, "post /" + mark)))
                .containsExactly(dead, bad);
        assertThat(ids(of(null, null, null, null, false, null, "key-" + mark))).containsExactly(bad);
        assertThat(ids(of(null, null, null, null, false, null, "trace-" + mark)))
                .containsExactly(dead, bad, good);
        assertThat(ids(of(Kind.CALL, null, null, null, false, null, "#" + good)))
                .containsExactly(good);
        assertThat(ids(of(null, null, null, null, false, null, "nothing like it")))
                .isEmpty();
    }

    /** Each of these is one walk along an index in the order of the list: nothing is sorted and nothing else is read. */
    @ParameterizedTest
    @EnumSource(Case.class)
    void everyFilterIsAnsweredByAnIndexInTheOrderOfTheList(Case one) {
        JournalQuery query = JournalQuery.calls(one.filter, null);
        String plan = new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            if (one != Case.ALL) {
                // where most rows match, walking all of them is as quick, and this is about the index of the filter
                database.sql("DROP INDEX partner_call_started_at").update();
            }
            // the table of a test is so small that reading all of it is the quickest
            database.sql("SET LOCAL enable_seqscan = off").update();
            database.sql("SET LOCAL enable_bitmapscan = off").update();
            return String.join(
                    "\n",
                    database.sql("EXPLAIN SELECT id FROM partner_call WHERE " + query.conditions()
                                    + " ORDER BY started_at DESC, id DESC LIMIT 50")
                            .params(query.values())
                            .query(String.class)
                            .list());
        });
        assertThat(plan).contains(one.index).doesNotContain("Sort");
    }

    private enum Case {
        ALL(JournalFilter.ALL, "partner_call_started_at"),
        CHANNEL(JournalFilter.ALL.through("nowhere"), "partner_call_circuit"),
        ERROR(
                new JournalFilter(null, null, null, null, CallError.RATE_LIMITED, false, null, null),
                "partner_call_error"),
        FAILED(new JournalFilter(null, null, null, null, null, true, null, null), "partner_call_failed"),
        REJECTED(
                new JournalFilter(null, null, null, CallResult.REJECTED, null, false, null, null),
                "partner_call_result"),
        DIRECTION(
                new JournalFilter(null, Message.Direction.IN, null, null, null, false, null, null),
                "partner_call_direction");

        private final JournalFilter filter;
        private final String index;

        Case(JournalFilter filter, String index) {
            this.filter = filter;
            this.index = index;
        }
    }

    private JournalFilter of(
            @Nullable Kind kind,
            Message.@Nullable Direction direction,
            @Nullable CallResult result,
            @Nullable CallError error,
            boolean isFailed,
            @Nullable Instant from,
            @Nullable String text) {
        return new JournalFilter(kind, direction, channel, result, error, isFailed, from, text);
    }

    private List<Long> ids(JournalFilter filter) {
        return journal.page(filter, null, 100).stream().map(JournalLine::id).toList();
    }

    private long call(String operation, @Nullable String result, String at) {
        return database.sql("""
                        INSERT INTO partner_call (circuit, operation, attempt, reads, correlation_id, actor_kind, actor,
                            started_at, result)
                        VALUES (?, ?, 1, true, ?, 'SYSTEM', 'console', ?::timestamptz, ?) RETURNING id
                        """)
                .params(channel, operation, "trace-" + mark, at, result)
                .query(Long.class)
                .single();
    }

    private long file(String name, String at) throws Exception {
        long id = SomeMessages.stored(application, name, name);
        database.sql("UPDATE message SET channel = ?, received_at = ?::timestamptz WHERE id = ?")
                .params(channel, at, id)
                .update();
        return id;
    }
}
