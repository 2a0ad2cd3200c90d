package ru.freesport.console.onec.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.SomeImports;
import ru.freesport.console.onec.UntakenView;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;

@ConsoleTest
@WithMockUser(username = "olga", roles = "OPERATIONS")
class RunDetailsViewTest extends SpringBrowserlessTest {

    private final String id = "run-" + UUID.randomUUID();

    @Autowired
    private SomeImports imports;

    @Autowired
    private Runs runs;

    @Test
    void aFinishedRunShowsItsOutcomeItsCountsAndTheRowsItDidNotTake() throws Exception {
        RunView run = imports.nameless(id);
        open(run);
        assertThat(find(H1.class).single().getText()).isEqualTo(Texts.t("onec.run.number", Long.toString(run.id())));
        assertThat(find(StatusBadge.class).all())
                .extracting(StatusBadge::getText)
                .contains(Texts.t("jobs.state.COMPLETED_WITH_REJECTS"));
        assertThat(find(CountsTable.class).single().getElement().getTextRecursively())
                .contains(Texts.t("onec.kind.GROUPS"));
        assertThat(test(find(UntakenGrid.class).single()).size()).isEqualTo(1);
    }

    @Test
    void theAddressFiltersTheRows() throws Exception {
        RunView run = imports.nameless(id);
        open(run, Map.of("state", "HELD"));
        assertThat(test(find(UntakenGrid.class).single()).size()).isZero();
        open(run, Map.of("state", "REJECTED", "reason", "NO_NAME", "q", id));
        assertThat(test(find(UntakenGrid.class).single()).size()).isEqualTo(1);
        open(run, Map.of("state", "no such state"));
        assertThat(test(find(UntakenGrid.class).single()).size()).isEqualTo(1);
    }

    @Test
    void retryingAllMatchingAsksForAReasonAndQueuesARunInThePersonsName() throws Exception {
        RunView run = imports.nameless(id);
        open(run);
        press("onec.retry.all");
        confirm("onec.retry.verb", "");
        assertThat(find(Dialog.class).all()).as("still asks for the reason").isNotEmpty();
        confirm("onec.retry.verb", "corrected");

        RunView retry = runs.latest("onec.row-retry").orElseThrow();
        assertThat(retry.actor()).isEqualTo(Actor.person("olga"));
        assertThat(retry.reason()).isEqualTo("corrected");
        assertThat(retry.parameters()).containsEntry("run", Long.toString(run.id()));
    }

    @Test
    void rowsTakenMeanwhileAreShownAsTakenWithoutReloading() throws Exception {
        RunView run = imports.nameless(id);
        open(run);
        imports.groups(SomeImports.named(id));
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            roundTrip();
            assertThat(((UntakenView) test(find(UntakenGrid.class).single()).getRow(0)).resolution())
                    .isEqualTo(UntakenView.Resolution.SUPERSEDED);
        });
    }

    @Test
    void aDryRunSaysWhatItWouldHaveDone() throws Exception {
        RunView run = imports.dryGroups(SomeImports.named(id));
        open(run);
        assertThat(find(StatusBadge.class).all())
                .extracting(StatusBadge::getText)
                .contains(Texts.t("onec.run.dry"));
        assertThat(find(RunDetailsView.class).single().getElement().getTextRecursively())
                .contains(Texts.t("onec.run.dry.result", Texts.t("onec.dry.created", "1")));
    }

    @Test
    void anUnknownRunIsAPageOfItsOwn() {
        navigate("sync/runs/999999999", Component.class);
        assertThat(find(H2.class).single().getText()).isEqualTo(Texts.t("shared.notFound.title"));
        navigate("sync/runs/abc", Component.class);
        assertThat(find(H2.class).single().getText()).isEqualTo(Texts.t("shared.notFound.title"));
    }

    @Test
    @WithMockUser(username = "vera", roles = "VIEWER")
    void aViewerSeesTheRunButNoButtons() throws Exception {
        open(imports.nameless(id));
        assertThat(test(find(UntakenGrid.class).single()).size()).isEqualTo(1);
        assertThat(find(Button.class).all().stream().filter(Component::isVisible))
                .extracting(Button::getText)
                .doesNotContain(Texts.t("onec.run.again"), Texts.t("onec.retry.all"));
    }

    @Test
    @WithMockUser(username = "felix", roles = "FINANCE")
    void otherRolesAreRefused() throws Exception {
        RunView run = imports.nameless(id);
        navigate("sync/runs/" + run.id(), Component.class);
        assertThat(find(H2.class).single().getText()).isEqualTo(Texts.t("shared.forbidden.title"));
        assertThat(find(Grid.class).all()).isEmpty();
    }

    private void open(RunView run) {
        open(run, Map.of());
    }

    private void open(RunView run, Map<String, String> parameters) {
        com.vaadin
                .flow
                .component
                .UI
                .getCurrent()
                .navigate("sync/runs/" + run.id(), com.vaadin.flow.router.QueryParameters.simple(parameters));
        roundTrip();
    }

    private void press(String key) {
        test(find(Button.class).withText(Texts.t(key)).single()).click();
    }

    private void confirm(String verbKey, String reason) {
        test(find(TextArea.class).single()).setValue(reason);
        test(find(Button.class).withText(Texts.t(verbKey)).single()).click();
    }
}
