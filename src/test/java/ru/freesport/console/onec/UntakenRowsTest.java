package ru.freesport.console.onec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;

@ConsoleTest
@WithMockUser(username = "olga", roles = "OPERATIONS")
class UntakenRowsTest {

    private final String id = "row-" + UUID.randomUUID();

    @Autowired
    private SomeImports imports;

    @Autowired
    private UntakenRows rows;

    @Autowired
    private RowRetries retries;

    @Autowired
    private RunCounts counts;

    @Autowired
    private Runs runs;

    @Autowired
    private JdbcClient database;

    @Test
    void aRejectedRowShowsItsElementExactlyAsItStandsInTheFile() throws Exception {
        RunView run = imports.nameless(id);
        UntakenView row = only(run);
        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_REJECTS);
        assertThat(row.reason()).isEqualTo("NO_NAME");
        assertThat(row.path()).isEqualTo("groups.xml");
        assertThat(row.line()).isEqualTo(4);
        assertThat(rows.rawElement(row.id()))
                .contains("<Группа><Ид>" + id + "</Ид><ПометкаУдаления>false</ПометкаУдаления></Группа>");
    }

    @Test
    void rowsAreFilteredByStateKindReasonAndText() throws Exception {
        RunView run = imports.nameless(id);
        UntakenFilter all = UntakenFilter.ofRun(run.id());
        assertThat(page(all.inState(UntakenState.REJECTED))).hasSize(1);
        assertThat(page(all.inState(UntakenState.HELD))).isEmpty();
        assertThat(page(all.ofKind(ImportKind.GROUPS).because("NO_NAME"))).hasSize(1);
        assertThat(page(all.because("NO_ID"))).isEmpty();
        assertThat(page(all.withText(id.substring(4, 12)))).hasSize(1);
        assertThat(page(all.withText("%"))).as("a wildcard is only a sign").isEmpty();
        assertThat(rows.count(all, 10)).isEqualTo(1);
        assertThat(rows.reasons(run.id())).containsExactly("NO_NAME");
    }

    @Test
    void pagesFollowEachOtherWithoutLossOrRepetition() throws Exception {
        StringBuilder groups = new StringBuilder();
        for (int n = 0; n < 7; n++) {
            groups.append("<Группа><Ид>").append(id).append('-').append(n).append("</Ид></Группа>\n");
        }
        UntakenFilter all =
                UntakenFilter.ofRun(imports.groups(groups.toString()).id());
        List<UntakenView> read = new ArrayList<>();
        Long after = null;
        for (List<UntakenView> page = rows.page(all, after, 3); !page.isEmpty(); page = rows.page(all, after, 3)) {
            read.addAll(page);
            after = page.getLast().id();
        }
        assertThat(read)
                .extracting(UntakenView::id)
                .hasSize(7)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void aRowThatIsStillBadStaysAndOneTheReaderUnderstandsByNowIsTaken() throws Exception {
        RunView run = imports.groups(SomeImports.named(id) + "\n<Группа><Ид>" + id + "-2</Ид></Группа>");
        // the first row as an earlier reader would have left it: refused for what is no fault any more
        database.sql("""
                        INSERT INTO untaken_row (run_id, kind, row_key, state, reason, message_id, path, line,
                            start_char, end_char)
                        SELECT run_id, kind, ? || '|TOO_LONG', 'REJECTED', 'TOO_LONG', message_id, path, 4,
                            start_char - length(?), start_char - 1
                        FROM untaken_row WHERE run_id = ?""").params(id, SomeImports.named(id) + "\n", run.id()).update();
        database.sql("DELETE FROM category WHERE onec_id = ?").param(id).update();

        RunView retry = runs.await(
                retries.matching(UntakenFilter.ofRun(run.id()), "the reader learnt it"), Duration.ofSeconds(30));

        assertThat(retry.state()).isEqualTo(RunState.COMPLETED);
        assertThat(page(UntakenFilter.ofRun(run.id()).onlyOpen(true)))
                .extracting(UntakenView::key)
                .containsExactly(id + "-2|NO_NAME");
        assertThat(database.sql("SELECT name FROM category WHERE onec_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("Лыжи");
        assertThat(counts.of(retry.id()).get("groups").created()).isEqualTo(1);
    }

    @Test
    void aRowThatComesWholeInANewerPacketClosesTheOldOneAndOthersStay() throws Exception {
        RunView old = imports.nameless(id);
        RunView other = imports.nameless(id + "-other");
        RunView dry = imports.dryGroups(SomeImports.named(id));
        assertThat(only(old).isOpen()).as("run %s was only a try", dry.id()).isTrue();

        RunView newer = imports.groups(SomeImports.named(id));

        assertThat(only(old).resolution()).isEqualTo(UntakenView.Resolution.SUPERSEDED);
        assertThat(only(old).resolvedBy()).isEqualTo(newer.id());
        assertThat(only(other).isOpen()).isTrue();
    }

    @Test
    void anExportIsWholeAndKeptInTheAuditLog() throws Exception {
        RunView run = imports.nameless(id);
        List<String> keys = new ArrayList<>();
        rows.export(UntakenFilter.ofRun(run.id()), row -> keys.add(row.key()));
        assertThat(keys).containsExactly(id + "|NO_NAME");
        assertThat(database.sql("SELECT actor FROM audit_entry WHERE action = ? AND subject = ?")
                        .params("onec.untaken.exported", "run:" + run.id())
                        .query(String.class)
                        .single())
                .isEqualTo("olga");
    }

    @Test
    @WithMockUser(username = "vera", roles = "VIEWER")
    void aViewerLooksButDoesNotRetry() throws Exception {
        RunView run = imports.nameless(id);
        UntakenView row = only(run);
        assertThatThrownBy(() -> retries.row(row, "because")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> retries.matching(UntakenFilter.ofRun(run.id()), "because"))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithMockUser(username = "felix", roles = "FINANCE")
    void otherRolesDoNotEvenLook() {
        assertThatThrownBy(() -> page(UntakenFilter.ofRun(1))).isInstanceOf(AccessDeniedException.class);
    }

    private UntakenView only(RunView run) {
        List<UntakenView> found = page(UntakenFilter.ofRun(run.id()));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<UntakenView> page(UntakenFilter filter) {
        return rows.page(filter, null, 100);
    }
}
