package ru.freesport.console.onec.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.Finding;
import ru.freesport.console.onec.HeldPackets;
import ru.freesport.console.onec.SomeImports;
import ru.freesport.console.shared.ui.Texts;

@ConsoleTest
@WithMockUser(username = "maria", roles = "MANAGER")
class HeldRunViewTest extends SpringBrowserlessTest {

    private final String id = "held-" + UUID.randomUUID();

    @Autowired
    private SomeImports imports;

    @Autowired
    private HeldPackets held;

    @Autowired
    private Runs runs;

    @Autowired
    private JdbcClient database;

    @Test
    void aHeldRunSaysWhyAndShowsEveryChangeBesideWhatIsInForce() throws Exception {
        RunView run = imports.held(id);
        open(run, Map.of());
        assertThat(words(find(Main.class).single())).contains("Пакет задержан: 1 цена меняется на 10\u00a0% и больше.");
        assertThat(test(find(FindingGrid.class).single()).size()).isEqualTo(1);
        Finding found = (Finding) test(find(FindingGrid.class).single()).getRow(0);
        assertThat(HoldWords.was(found) + " " + HoldWords.became(found) + " " + HoldWords.change(found))
                .isEqualTo("1\u00a0000,00\u00a0₽ 1\u00a0500,00\u00a0₽ +50\u00a0%");
    }

    @Test
    void theAddressFiltersWhatWasFound() throws Exception {
        RunView run = imports.held(id);
        open(run, Map.of("finding", "STOCK_ZEROED"));
        assertThat(test(find(FindingGrid.class).single()).size()).isZero();
        open(run, Map.of("finding", "PRICE_JUMP", "q", id));
        assertThat(test(find(FindingGrid.class).single()).size()).isEqualTo(1);
        open(run, Map.of("finding", "no such thing"));
        assertThat(test(find(FindingGrid.class).single()).size()).isEqualTo(1);
    }

    @Test
    void applyingAsksForAReasonAndLeadsToTheRunThatDoesIt() throws Exception {
        RunView run = imports.held(id);
        open(run, Map.of());
        press("onec.hold.approve");
        confirm("onec.hold.approve", "");
        assertThat(find(Dialog.class).all()).as("still asks for the reason").isNotEmpty();
        confirm("onec.hold.approve", "новый прайс");
        RunView next = runs.await(held.of(run.id()).orElseThrow().decision().nextRunId(), Duration.ofSeconds(30));
        assertThat(next.state()).isEqualTo(RunState.COMPLETED);
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("sync/runs/" + next.id());
        assertThat(price()).isEqualByComparingTo("1500");
        open(run, Map.of());
        assertThat(words(find(Main.class).single()))
                .contains("Решено применить пакет: maria", "новый прайс", "Был задержан: 1 цена");
        assertThat(buttons()).doesNotContain(Texts.t("onec.hold.approve"), Texts.t("onec.hold.refuse"));
    }

    @Test
    void theSecondPersonIsToldWhatTheFirstDecided() throws Exception {
        RunView run = imports.held(id);
        open(run, Map.of());
        press("onec.hold.approve");
        held.refuse(run.id(), "ошибка");
        confirm("onec.hold.approve", "новый прайс");
        assertThat(find(Notification.class).all())
                .extracting(notice -> test(notice).getText())
                .anyMatch(text -> text.startsWith("Решено отклонить пакет: maria"));
        assertThat(price()).isEqualByComparingTo("1000");
    }

    @Test
    void theExchangeNamesThePacketsThatWait() throws Exception {
        RunView run = imports.held(id);
        navigate(SyncView.class);
        assertThat(words(find(HeldPanel.class).single()))
                .contains("Пакет задержан", Texts.t("onec.run.number", Long.toString(run.id())));
        held.refuse(run.id(), "ошибка");
    }

    @Test
    @WithMockUser(username = "vera", roles = "VIEWER")
    void aViewerSeesWhyButDecidesNothing() throws Exception {
        open(imports.held(id), Map.of());
        assertThat(test(find(FindingGrid.class).single()).size()).isEqualTo(1);
        assertThat(words(find(Main.class).single())).contains(Texts.t("onec.hold.othersDecide"));
        assertThat(buttons()).doesNotContain(Texts.t("onec.hold.approve"), Texts.t("onec.hold.refuse"));
    }

    private java.util.List<String> buttons() {
        return find(Button.class).all().stream()
                .filter(Component::isVisible)
                .map(Button::getText)
                .toList();
    }

    private BigDecimal price() {
        return database.sql("SELECT p.amount FROM price p JOIN variant v ON v.id = p.variant_id WHERE v.onec_id = ?")
                .param(id)
                .query(BigDecimal.class)
                .single();
    }

    private static String words(Component component) {
        return component.getElement().getTextRecursively();
    }

    private void open(RunView run, Map<String, String> parameters) {
        UI.getCurrent().navigate("sync/runs/" + run.id(), QueryParameters.simple(parameters));
        roundTrip();
    }

    private void press(String key) {
        test(find(Button.class).withText(Texts.t(key)).single()).click();
    }

    private void confirm(String verbKey, String reason) {
        test(find(TextArea.class).single()).setValue(reason);
        test(find(Button.class).withText(Texts.t(verbKey)).last()).click();
    }
}
