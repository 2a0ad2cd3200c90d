package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.notification.Notification;
import ru.freesport.console.jobs.ScheduleChange;
import ru.freesport.console.jobs.Schedules;
import ru.freesport.console.onec.ExchangeFlow;
import ru.freesport.console.onec.ExchangeFlows;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.Texts;

/** What people do with a flow; each act says its effect and asks for a reason. */
final class FlowActs {

    private final ExchangeFlows flows;
    private final Schedules schedules;
    private final Runnable done;

    /** @param done after an act whose effect shows at once */
    FlowActs(ExchangeFlows flows, Schedules schedules, Runnable done) {
        this.flows = flows;
        this.schedules = schedules;
        this.done = done;
    }

    void run(ExchangeFlow flow, String title) {
        start("run", flow, title, false, false);
    }

    void dryRun(ExchangeFlow flow, String title) {
        start("dry", flow, title, true, false);
    }

    /** Everything instead of changes. */
    void full(ExchangeFlow flow, String title) {
        start("full", flow, title, false, true);
    }

    void pause(ExchangeFlow flow, String title) {
        ask("pause", title, reason -> tell(schedules.pause(flow.task(), reason)));
    }

    void resume(ExchangeFlow flow, String title) {
        ask("resume", title, reason -> tell(schedules.resume(flow.task(), reason)));
    }

    private void start(String key, ExchangeFlow flow, String title, boolean dryRun, boolean full) {
        ask(key, title, reason -> RunLink.tell(flows.start(flow, dryRun, full, reason)));
    }

    private static void ask(String key, String title, java.util.function.Consumer<String> act) {
        String keys = "onec.sync.flows." + key;
        new ConfirmWithReason(Texts.t(keys + ".title"), Texts.t(keys + ".verb"), act)
                .subject(title)
                .effect(Texts.t(keys + ".effect"))
                .open();
    }

    private void tell(ScheduleChange change) {
        if (change instanceof ScheduleChange.Refused(var why)) {
            Notification.show(Texts.word("jobs.refused", why));
        }
        done.run();
    }
}
