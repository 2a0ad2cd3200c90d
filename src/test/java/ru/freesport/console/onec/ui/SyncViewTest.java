package ru.freesport.console.onec.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.QueryParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.CatalogUploads;
import ru.freesport.console.onec.SomeImports;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.ui.Texts;

@ConsoleTest
@WithMockUser(username = "olga", roles = "OPERATIONS")
class SyncViewTest extends SpringBrowserlessTest {

    private final String id = "sync-" + UUID.randomUUID();

    @Autowired
    private SomeImports imports;

    @Autowired
    private CatalogUploads uploads;

    @Autowired
    private Runs runs;

    @TempDir
    private Path folder;

    @Test
    void theMatrixShowsEveryEntityWithItsLastResultAndThatNothingRuns() throws Exception {
        RunView run = imports.nameless(id);
        assertThat(run.state()).as("%s", run).isEqualTo(RunState.COMPLETED_WITH_REJECTS);
        // whoever is there already sees it by the push, which this test does not wait for
        UI.getCurrent().navigate("products");
        navigate(SyncView.class);
        String matrix = find(SyncMatrix.class).single().getElement().getTextRecursively();
        assertThat(matrix)
                .contains(Texts.t("onec.sync.entity.PRICES"), Texts.t("onec.sync.entity.PICTURES"))
                .contains(Texts.t("onec.run.number", Long.toString(run.id())))
                .contains(Texts.t("onec.sync.fresh"))
                .contains(Texts.t("onec.counts.rejected", "1"));
    }

    @Test
    void theAddressFiltersTheRuns() throws Exception {
        RunView run = imports.nameless(id);
        open(Map.of("q", Long.toString(run.id()), "show", "rejects"));
        Grid<RunView> grid = runsGrid();
        assertThat(test(grid).getRow(0).id()).isEqualTo(run.id());
        open(Map.of("q", "no run is called like this"));
        assertThat(test(runsGrid()).size()).isZero();
    }

    @Test
    void whatTheClockStartedShowsOnlyWhenSomebodyAsks() throws Exception {
        RunView run = imports.nameless(id);
        long fired = runs.submit(RunRequest.of("onec.row-retry", RunTrigger.SCHEDULE, Actor.system()));
        open(Map.of());
        assertThat(test(runsGrid()).getRow(0).id()).isEqualTo(run.id());
        open(Map.of("trigger", "SCHEDULE"));
        assertThat(test(runsGrid()).getRow(0).id()).isEqualTo(fired);
    }

    @Test
    void whatIsImportedMeanwhileAppearsWithoutReloading() throws Exception {
        navigate(SyncView.class);
        RunView run = imports.nameless(id);
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            roundTrip();
            assertThat(find(SyncMatrix.class).single().getElement().getTextRecursively())
                    .contains(Texts.t("onec.run.number", Long.toString(run.id())));
        });
    }

    @Test
    void startingNeedsAFileAndAReason() {
        navigate(SyncView.class);
        test(find(Button.class).withText(Texts.t("onec.sync.dry")).single()).click();
        test(find(Button.class).withText(Texts.t("onec.upload.start.dry")).single())
                .click();
        assertThat(find(Dialog.class).all()).as("still asks").isNotEmpty();
        assertThat(find(Dialog.class).first().getElement().getTextRecursively())
                .contains(Texts.t("onec.upload.noFile"));
    }

    @Test
    void anUploadedExportIsARunInThePersonsName() throws Exception {
        Path export = Files.writeString(
                folder.resolve("groups.xml"),
                SomeImports.xml(
                        "<Классификатор><Ид>c-1</Ид><Группы>" + SomeImports.named(id) + "</Группы></Классификатор>"));
        RunView run = runs.find(uploads.start(export, true, "is it right?")).orElseThrow();
        assertThat(run.trigger()).isEqualTo(RunTrigger.MANUAL);
        assertThat(run.actor()).isEqualTo(Actor.person("olga"));
        assertThat(run.dryRun()).isTrue();
        assertThat(run.subject()).isEqualTo("groups.xml");
    }

    @Test
    void theFirstPageIsTheExchange() {
        navigate("", Component.class);
        assertThat(find(SyncView.class).all()).hasSize(1);
    }

    @Test
    @WithMockUser(username = "vera", roles = "VIEWER")
    void aViewerSeesEverythingAndStartsNothing() {
        navigate(SyncView.class);
        assertThat(find(Button.class).all())
                .extracting(Button::getText)
                .doesNotContain(Texts.t("onec.sync.run"), Texts.t("onec.sync.dry"));
        assertThatThrownBy(() -> uploads.start(folder, false, "because")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> uploads.lookIntoInbox("because")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithMockUser(username = "felix", roles = "FINANCE")
    void otherRolesAreRefused() {
        navigate("sync", Component.class);
        assertThat(find(H2.class).single().getText()).isEqualTo(Texts.t("shared.forbidden.title"));
    }

    private void open(Map<String, String> parameters) {
        UI.getCurrent().navigate("sync", QueryParameters.simple(parameters));
        roundTrip();
    }

    @SuppressWarnings("unchecked")
    private Grid<RunView> runsGrid() {
        return find(Grid.class).single();
    }
}
