package ru.freesport.console.onec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunView;

@ConsoleTest
@WithMockUser(username = "vera", roles = "VIEWER")
class SyncOverviewTest {

    private final String id = "group-" + UUID.randomUUID();

    @Autowired
    private SomeImports imports;

    @Autowired
    private SyncOverview overview;

    @Autowired
    private JdbcClient database;

    @Test
    void anEntityShowsWhatItsLastRunCountedAndThatItIsFresh() throws Exception {
        RunView run = imports.nameless(id);
        SyncRow groups = row(SyncEntity.GROUPS);
        assertThat(groups.last()).isNotNull();
        assertThat(groups.last().runId()).isEqualTo(run.id());
        assertThat(groups.last().state()).isEqualTo(RunState.COMPLETED_WITH_REJECTS);
        assertThat(groups.last().counts().created()).isEqualTo(1);
        assertThat(groups.last().counts().rejected()).isEqualTo(1);
        assertThat(groups.freshAt()).isEqualTo(groups.last().finishedAt());
        assertThat(groups.late()).isFalse();
        assertThat(groups.now()).isNull();
    }

    @Test
    void aDryRunMakesNothingFresh() throws Exception {
        RunView real = imports.groups(SomeImports.named(id));
        imports.dryGroups(SomeImports.named(id));
        assertThat(row(SyncEntity.GROUPS).last().runId()).isEqualTo(real.id());
    }

    @Test
    void whatIsOlderThanItsNormIsLate() throws Exception {
        RunView run = imports.groups(SomeImports.named(id));
        database.sql("UPDATE job_run SET finished_at = now() - interval '2 days' WHERE id = ?")
                .param(run.id())
                .update();
        SyncRow groups = row(SyncEntity.GROUPS);
        assertThat(groups.norm()).isEqualTo(Duration.ofHours(24));
        assertThat(groups.freshAt()).isBefore(Instant.now().minus(Duration.ofHours(47)));
        assertThat(groups.late()).isTrue();
    }

    @Test
    void aFailedRunIsTheLastResultButMakesNothingFresh() throws Exception {
        RunView good = imports.groups(SomeImports.named(id));
        RunView bad = imports.groups(SomeImports.named(id));
        database.sql("UPDATE job_run SET state = 'FAILED' WHERE id = ?")
                .param(bad.id())
                .update();
        SyncRow groups = row(SyncEntity.GROUPS);
        assertThat(groups.last().state()).isEqualTo(RunState.FAILED);
        assertThat(groups.last().runId()).isEqualTo(bad.id());
        assertThat(groups.freshAt()).isEqualTo(good.finishedAt());
    }

    @Test
    @WithMockUser(username = "felix", roles = "FINANCE")
    void otherRolesDoNotLook() {
        assertThatThrownBy(() -> overview.catalogue()).isInstanceOf(AccessDeniedException.class);
    }

    private SyncRow row(SyncEntity entity) {
        return overview.catalogue().rows().stream()
                .filter(row -> row.entity() == entity)
                .findFirst()
                .orElseThrow();
    }
}
