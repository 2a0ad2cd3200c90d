package ru.freesport.console.jobs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.jobs.Schedule;
import ru.freesport.console.jobs.Schedules;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.ui.Texts;

@ConsoleTest
@WithMockUser(username = "olga", roles = "OPERATIONS")
class SchedulesViewTest extends SpringBrowserlessTest {

    @Autowired
    private Schedules schedules;

    @Autowired
    private Runs runs;

    @AfterEach
    void putBack() {
        if (first() instanceof Schedule touched && mayAct()) {
            if (touched.paused()) {
                schedules.resume(touched.task(), "end of test");
            }
            schedules.changeCron(touched.task(), touched.standardCron(), "end of test");
        }
    }

    @Test
    void everyScheduledTaskIsARowWithItsName() {
        navigate(SchedulesView.class);
        Grid<?> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(schedules.list().size()).isPositive();
        assertThat(actions().map(button -> button.getElement().getAttribute("aria-label")))
                .containsExactly(
                        Texts.t("jobs.run.label", name()),
                        Texts.t("jobs.pause.label", name()),
                        Texts.t("jobs.cron.edit.label", name()));
    }

    @Test
    void runningNowAsksForAReasonAndQueuesARunInThePersonsName() {
        navigate(SchedulesView.class);
        press("jobs.run.label");
        confirm("jobs.run.verb", "");
        assertThat(find(Dialog.class).all()).as("still asks for the reason").isNotEmpty();
        confirm("jobs.run.verb", "1C says it is ready");

        RunView run = runs.latest(first().task()).orElseThrow();
        assertThat(run.trigger()).isEqualTo(RunTrigger.MANUAL);
        assertThat(run.actor()).isEqualTo(Actor.person("olga"));
        assertThat(run.reason()).isEqualTo("1C says it is ready");
        assertThat(test(find(Notification.class).last()).getText()).contains(Long.toString(run.id()));
    }

    @Test
    void pausingShowsWhoAndWhyAndOffersToResume() {
        navigate(SchedulesView.class);
        press("jobs.pause.label");
        confirm("jobs.pause.verb", "1C is being updated");
        assertThat(first().paused()).isTrue();
        assertThat(first().pausedReason()).isEqualTo("1C is being updated");

        press("jobs.resume.label");
        confirm("jobs.resume.verb", "done");
        assertThat(first().paused()).isFalse();
    }

    @Test
    void aCronIsPreviewedRefusedWhenWrongAndSavedWhenRight() {
        navigate(SchedulesView.class);
        press("jobs.cron.edit.label");
        TextField cron = find(TextField.class).single();
        assertThat(find(ListItem.class).all()).hasSize(5);

        test(cron).setValue("at noon");
        assertThat(cron.isInvalid()).isTrue();
        assertThat(cron.getErrorMessage()).isEqualTo(Texts.t("jobs.refused.CRON_MALFORMED"));
        assertThat(find(ListItem.class).all()).isEmpty();

        test(cron).setValue("0 30 12 * * ?");
        assertThat(cron.isInvalid()).isFalse();
        confirm("jobs.cron.save", "at lunch");
        assertThat(first().cron()).isEqualTo("0 30 12 * * ?");
        assertThat(first().changedBy()).isEqualTo("olga");
    }

    @Test
    @WithMockUser(username = "vera", roles = "VIEWER")
    void aViewerIsRefused() {
        navigate("settings/schedules", com.vaadin.flow.component.Component.class);
        assertThat(find(H2.class).single().getText()).isEqualTo(Texts.t("shared.forbidden.title"));
        assertThat(find(Grid.class).all()).isEmpty();
    }

    private Schedule first() {
        List<Schedule> all = schedules.list();
        assertThat(all).isNotEmpty();
        return all.getFirst();
    }

    private String name() {
        return Texts.t(first().titleKey());
    }

    private void press(String labelKey) {
        String label = Texts.t(labelKey, name());
        actions()
                .filter(button -> label.equals(button.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private Stream<Button> actions() {
        return test(find(Grid.class).single())
                .getCellComponent(0, "actions")
                .getChildren()
                .map(Button.class::cast);
    }

    private void confirm(String verbKey, String reason) {
        if (!reason.isEmpty()) {
            test(find(TextArea.class).single()).setValue(reason);
        }
        test(find(Button.class).withText(Texts.t(verbKey)).single()).click();
    }

    private static boolean mayAct() {
        return org.springframework.security.core.context.SecurityContextHolder.getContext()
                                .getAuthentication()
                        instanceof org.springframework.security.core.Authentication known
                && "olga".equals(known.getName());
    }
}
