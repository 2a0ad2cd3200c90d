package ru.freesport.console.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.time.Instant;
import java.util.function.Function;
import ru.freesport.console.access.Account;
import ru.freesport.console.access.AccountChange;
import ru.freesport.console.access.Accounts;
import ru.freesport.console.access.OneTimePassword;
import ru.freesport.console.access.Role;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.Texts;

/** What an administrator does to accounts, each with a question first. */
final class AccountActs {

    private final Accounts accounts;
    private final Runnable changed;

    AccountActs(Accounts accounts, Runnable changed) {
        this.accounts = accounts;
        this.changed = changed;
    }

    Button menu(Account account, Instant now) {
        String name = account.name();
        Button dots = new Button(VaadinIcon.ELLIPSIS_DOTS_V.create());
        dots.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        dots.setAriaLabel(Texts.t("access.users.actions", name));
        ContextMenu acts = new ContextMenu(dots);
        acts.setOpenOnClick(true);
        acts.addItem(Texts.t("access.act.roles"), _ -> changeRoles(account));
        acts.addItem(Texts.t("access.act.password"), _ -> resetPassword(account));
        if (account.isLocked(now)) {
            acts.addItem(
                    Texts.t("access.act.unlock"),
                    _ -> ask("unlock", name, why -> accounts.unlock(name, why)).open());
        }
        if (account.disabled()) {
            acts.addItem(
                    Texts.t("access.act.enable"),
                    _ -> ask("enable", name, why -> accounts.enable(name, why)).open());
        } else {
            acts.addItem(
                    Texts.t("access.act.disable"),
                    _ -> ask("disable", name, why -> accounts.disable(name, why))
                            .danger()
                            .open());
        }
        return dots;
    }

    void add() {
        AccountDialog.adding((name, roles, reason) -> {
                    String password = OneTimePassword.generate();
                    AccountChange change = accounts.add(name, roles, password, reason);
                    if (change instanceof AccountChange.Done(Account account)) {
                        issue(account, password);
                    }
                    return change;
                })
                .open();
    }

    private void changeRoles(Account account) {
        AccountDialog.changing(account, (name, roles, reason) -> {
                    AccountChange change = accounts.setRoles(name, roles, reason);
                    if (change instanceof AccountChange.Done) {
                        done(name);
                    }
                    return change;
                })
                .open();
    }

    private void resetPassword(Account account) {
        String name = account.name();
        new ConfirmWithReason(Texts.t("access.reset.title", name), Texts.t("access.act.password"), reason -> {
                    String password = OneTimePassword.generate();
                    switch (accounts.setPassword(name, password, reason)) {
                        case AccountChange.Done(Account reset) -> issue(reset, password);
                        case AccountChange.Refused(AccountChange.Why why) -> refused(why);
                    }
                })
                .effect(Texts.t("access.reset.effect"))
                .open();
    }

    private ConfirmWithReason ask(String act, String name, Function<String, AccountChange> change) {
        return new ConfirmWithReason(
                        Texts.t("access." + act + ".title", name), Texts.t("access.act." + act), reason -> {
                            switch (change.apply(reason)) {
                                case AccountChange.Done _ -> done(name);
                                case AccountChange.Refused(AccountChange.Why why) -> refused(why);
                            }
                        })
                .effect(Texts.t("access." + act + ".effect"));
    }

    private void issue(Account account, String password) {
        IssuedSecret.password(account.name(), password, account.roles().stream().allMatch(Role.EXCHANGE::equals))
                .open();
        changed.run();
    }

    private void done(String name) {
        Notification.show(Texts.t("access.act.done", name)).addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        changed.run();
    }

    private static void refused(AccountChange.Why why) {
        Notification.show(Texts.word("access.refused", why)).addThemeVariants(NotificationVariant.LUMO_ERROR);
    }
}
