package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.notification.Notification;
import ru.freesport.console.shared.ui.Texts;

/** Leads to the page of a run. */
final class RunLink {

    private static final int SHOWN_MILLIS = 8000;

    private RunLink() {}

    static Anchor to(long runId) {
        return new Anchor(address(runId), Texts.t("onec.run.number", Long.toString(runId)));
    }

    static String address(long runId) {
        return "sync/runs/" + runId;
    }

    /** Says that a run was queued, with the way to it. */
    static void tell(long runId) {
        Notification told = new Notification();
        told.setDuration(SHOWN_MILLIS);
        told.add(new Anchor(address(runId), Texts.t("onec.run.begun", Long.toString(runId))));
        told.open();
    }
}
