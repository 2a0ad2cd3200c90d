package ru.freesport.console.catalog.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.catalog.GuardLimits;
import ru.freesport.console.catalog.GuardOutcome;
import ru.freesport.console.catalog.GuardSettings;
import ru.freesport.console.catalog.GuardVersion;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;

/** From which limits on a packet waits for a person, and who set them before. */
@Route("settings/guard")
@RolesAllowed({"ADMIN", "OPERATIONS", "MANAGER", "SUPPORT", "VIEWER"})
final class GuardView extends Div implements HasDynamicTitle {

    private static final int SHOWN = 100;
    private static final int LONG_ENOUGH = 8000;

    private final GuardSettings settings;
    private final GuardForm form;
    private final Div history = new Div();
    private GuardVersion shown;

    GuardView(GuardSettings settings, CurrentUser user) {
        this.settings = settings;
        boolean mayDecide = user.hasAny(Role.ADMIN, Role.OPERATIONS);
        this.form = new GuardForm(mayDecide);
        this.shown = settings.current();
        PageHeader header = new PageHeader(getPageTitle())
                .subtitle(Texts.t(mayDecide ? "catalog.guard.subtitle" : "catalog.guard.readOnly"));
        Div content = new Div(form);
        if (mayDecide) {
            Button save = new Button(Texts.t("catalog.guard.save"), _ -> ask());
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            Div buttons = new Div(save);
            content.add(buttons);
        }
        content.add(Facts.block(Texts.t("catalog.guard.history"), history));
        content.addClassName("guard-content");
        addClassNames("page", "guard");
        add(header, content);
        show();
    }

    @Override
    public String getPageTitle() {
        return Texts.t("catalog.guard.title");
    }

    private void show() {
        shown = settings.current();
        form.show(shown.limits());
        NativeTable table = Facts.table(
                List.of(
                        Texts.t("catalog.mappings.when"),
                        Texts.t("catalog.mappings.who"),
                        Texts.t("catalog.guard.limits"),
                        Texts.t("catalog.mappings.reason")),
                Set.of());
        settings.history(SHOWN).forEach(version -> row(table, version));
        history.removeAll();
        history.add(Facts.scrolling(table));
    }

    private static void row(NativeTable table, GuardVersion version) {
        Div limits = new Div();
        GuardWords.lines(version.limits()).forEach(line -> limits.add(new Div(line)));
        Facts.row(
                table,
                Set.of(),
                version.at() == null ? new Span() : new TimeAgo(version.at()),
                new Span(
                        version.actor() == null
                                ? Texts.t("catalog.mappings.byInstallation")
                                : version.actor().name()),
                limits,
                new Span(version.reason() == null ? "" : version.reason()));
    }

    private void ask() {
        GuardLimits wanted = form.limits();
        if (!form.isReadable()) {
            say(Texts.t("catalog.guard.refused"), true);
            return;
        }
        if (wanted.equals(shown.limits())) {
            say(Texts.t("catalog.guard.unchanged"), false);
            return;
        }
        new ConfirmWithReason(Texts.t("catalog.guard.save.title"), Texts.t("catalog.guard.save"), reason -> {
                    tell(settings.change(wanted, shown.version(), reason));
                })
                .subject(GuardWords.changes(shown.limits(), wanted))
                .effect(Texts.t("catalog.guard.save.effect"))
                .open();
    }

    private void tell(GuardOutcome outcome) {
        switch (outcome) {
            case GuardOutcome.Done _ -> {
                show();
                say(Texts.t("catalog.guard.saved"), false);
            }
            case GuardOutcome.Unchanged _ -> say(Texts.t("catalog.guard.unchanged"), false);
            case GuardOutcome.Refused _ -> say(Texts.t("catalog.guard.refused"), true);
            case GuardOutcome.Clash(var theirs) -> {
                show();
                say(clash(theirs), true);
            }
        }
    }

    private static String clash(GuardVersion theirs) {
        return Texts.t(
                "catalog.guard.clash",
                theirs.actor() == null ? "" : theirs.actor().name(),
                theirs.at() == null ? "" : Formats.absolute(theirs.at()));
    }

    private static void say(String words, boolean isBad) {
        Notification notice = Notification.show(words, LONG_ENOUGH, Notification.Position.BOTTOM_START);
        notice.addThemeVariants(isBad ? NotificationVariant.LUMO_ERROR : NotificationVariant.LUMO_SUCCESS);
    }
}
