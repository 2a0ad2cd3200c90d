package ru.freesport.console.jobs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import ru.freesport.console.jobs.CronPlan;
import ru.freesport.console.jobs.Schedule;
import ru.freesport.console.jobs.ScheduleChange;
import ru.freesport.console.jobs.Schedules;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.Texts;

/** Changes when a task runs: shows the next times while one types, and says what is wrong before it is saved. */
final class CronDialog extends Dialog {

    private final Schedules schedules;
    private final Schedule schedule;
    private final Runnable onSaved;
    private final TextField cron = new TextField(Texts.t("jobs.cron.label"));
    private final TextArea reason = new TextArea(Texts.t("jobs.reason"));
    private final Button standard = new Button();
    private final Button save = new Button(Texts.t("jobs.cron.save"));
    private final Button cancel = new Button(Texts.t("shared.cancel"));
    private final Span words = new Span();
    private final OrderedList times = new OrderedList();

    CronDialog(Schedules schedules, Schedule schedule, Runnable onSaved) {
        this.schedules = schedules;
        this.schedule = schedule;
        this.onSaved = onSaved;
        configure();
        cron.addValueChangeListener(_ -> preview());
        reason.addValueChangeListener(_ -> reason.setInvalid(false));
        standard.addClickListener(_ -> cron.setValue(schedule.standardCron()));
        cancel.addClickListener(_ -> close());
        save.addClickListener(_ -> save());
        Div preview = new Div(words, times);
        preview.addClassName("cron-preview");
        add(cron, standard, preview, reason);
        getFooter().add(cancel, save);
        cron.setValue(schedule.cron());
    }

    private void configure() {
        setHeaderTitle(Texts.t("jobs.cron.title", Texts.t(schedule.titleKey())));
        addClassName("cron-dialog");
        cron.setWidthFull();
        cron.setHelperText(Texts.t("jobs.cron.help"));
        cron.setValueChangeMode(ValueChangeMode.LAZY);
        standard.setText(Texts.t("jobs.cron.standard", CronWords.of(schedule.standardCron())));
        standard.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        standard.setVisible(!schedule.cron().equals(schedule.standardCron()));
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(500);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
    }

    private void preview() {
        times.removeAll();
        switch (schedules.preview(cron.getValue())) {
            case CronPlan.Wrong(var why) -> refuse(why);
            case CronPlan.Times(var normalized, var next) -> {
                cron.setInvalid(false);
                words.setText(CronWords.of(normalized));
                next.forEach(time -> times.add(new ListItem(Formats.absolute(time))));
            }
        }
    }

    private void save() {
        switch (schedules.changeCron(
                schedule.task(), cron.getValue(), reason.getValue().strip())) {
            case ScheduleChange.Refused(var why) -> {
                refuse(why);
                save.setEnabled(true);
            }
            case ScheduleChange.Done _ -> {
                close();
                onSaved.run();
            }
        }
    }

    private void refuse(ScheduleChange.Why why) {
        String text = Texts.word("jobs.refused", why);
        if (why == ScheduleChange.Why.REASON_MISSING) {
            reason.setErrorMessage(text);
            reason.setInvalid(true);
            reason.focus();
        } else {
            words.setText("");
            cron.setErrorMessage(text);
            cron.setInvalid(true);
        }
    }
}
