package ru.freesport.console.customers.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.compare.Strategy;
import ru.freesport.console.customers.conflicts.BackTest;
import ru.freesport.console.customers.conflicts.Policies;
import ru.freesport.console.customers.conflicts.PolicyOutcome;
import ru.freesport.console.customers.conflicts.PolicyVersion;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.FactsTable;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Timeline;
import ru.freesport.console.shared.ui.Tone;

/** How collisions of each field are settled: what holds, what a change would have made of the last decisions, who changed it. */
@Route("settings/policy")
@RolesAllowed({"ADMIN", "MANAGER", "OPERATIONS", "SUPPORT", "FINANCE", "VIEWER"})
final class PolicyView extends Div implements HasDynamicTitle {

    private static final int SHOWN = 50;

    private final Policies policies;
    private final boolean mayDecide;
    private final Map<CustomerField, Strategy> wanted = new EnumMap<>(CustomerField.class);
    private final Button save = new Button(Texts.t("customers.policy.save"), _ -> ask());
    private PolicyVersion shown;

    PolicyView(Policies policies, CurrentUser user) {
        this.policies = policies;
        this.mayDecide = user.hasAny(Role.ADMIN, Role.MANAGER);
        this.shown = policies.current();
        addClassNames("page", "conflict");
        show();
    }

    @Override
    public String getPageTitle() {
        return Texts.t("customers.policy.title");
    }

    private void show() {
        removeAll();
        wanted.clear();
        shown = policies.current();
        PageHeader header = new PageHeader(getPageTitle()).subtitle(Texts.t("customers.policy.subtitle"));
        if (mayDecide) {
            save.setEnabled(false);
            header.primary(save);
        }
        FactsTable table = new FactsTable(
                List.of(
                        Texts.t("customers.conflict.field"),
                        Texts.t("customers.policy.strategy"),
                        Texts.t("customers.policy.backTest")),
                Set.of());
        for (CustomerField field : CustomerField.values()) {
            Div tried = new Div();
            tried.addClassName("reach");
            table.row(new Span(Texts.word("customers.field", field)), choice(field, tried), tried);
            tried(tried, policies.backTest(field, shown.of(field)));
        }
        add(header, table, section("customers.history", history()));
    }

    private Component choice(CustomerField field, Div tried) {
        if (!mayDecide) {
            return new Span(Texts.word("customers.strategy", shown.of(field)));
        }
        Select<Strategy> choice = new Select<>();
        choice.setItems(Strategy.values());
        choice.setItemLabelGenerator(one -> Texts.word("customers.strategy", one));
        choice.setValue(shown.of(field));
        choice.setAriaLabel(Texts.word("customers.field", field));
        choice.addValueChangeListener(change -> {
            if (shown.of(field) == change.getValue()) {
                wanted.remove(field);
            } else {
                wanted.put(field, change.getValue());
            }
            save.setEnabled(!wanted.isEmpty());
            tried(tried, policies.backTest(field, change.getValue()));
        });
        return choice;
    }

    /** "По этому правилу 38 из последних 50 решились бы так же", with those that would not. */
    private static void tried(Div place, BackTest test) {
        place.removeAll();
        if (test.tried() == 0) {
            place.add(new Span(Texts.t("customers.policy.nothingTried")));
            return;
        }
        place.add(new Span(Texts.t(
                "customers.policy.tried",
                Formats.number(test.same()),
                Formats.number(test.tried()),
                Formats.number(test.asked()),
                Formats.number(test.different()))));
        Div others = new Div();
        others.addClassName("proposal-acts");
        test.examples()
                .forEach(one -> others.add(new Anchor(ConflictAddress.of(one.conflict()), "№ " + one.conflict())));
        if (!test.examples().isEmpty()) {
            place.add(others);
        }
    }

    private void ask() {
        String changes = wanted.entrySet().stream()
                .map(one -> Texts.word("customers.field", one.getKey()) + ": "
                        + Texts.word("customers.strategy", one.getValue()))
                .collect(Collectors.joining("; "));
        new ConfirmWithReason(
                        Texts.t("customers.policy.confirm"),
                        Texts.t("customers.policy.save"),
                        reason -> told(policies.change(wanted, shown.version(), reason)))
                .subject(changes)
                .effect(Texts.t("customers.policy.effect"))
                .open();
    }

    private void told(PolicyOutcome outcome) {
        boolean isDone = outcome instanceof PolicyOutcome.Done;
        String key = switch (outcome) {
            case PolicyOutcome.Done _ -> "customers.policy.done";
            case PolicyOutcome.Unchanged _ -> "customers.policy.unchanged";
            case PolicyOutcome.Refused _ -> "shared.confirm.reasonNeeded";
            case PolicyOutcome.Clash _ -> "customers.policy.clash";
        };
        Notification.show(Texts.t(key))
                .addThemeVariants(isDone ? NotificationVariant.LUMO_SUCCESS : NotificationVariant.LUMO_ERROR);
        show();
    }

    private Timeline history() {
        List<PolicyVersion> versions = policies.history(SHOWN);
        return new Timeline()
                .show(versions.stream()
                        .filter(one -> one.at() != null && one.actor() != null)
                        .map(one -> new Timeline.Entry(
                                Objects.requireNonNull(one.at()),
                                Tone.INFO,
                                difference(one, before(versions, one)),
                                ConflictWords.actor(Objects.requireNonNull(one.actor())),
                                one.reason(),
                                null))
                        .toList());
    }

    private static @Nullable PolicyVersion before(List<PolicyVersion> versions, PolicyVersion one) {
        int at = versions.indexOf(one);
        return at + 1 < versions.size() ? versions.get(at + 1) : null;
    }

    private static String difference(PolicyVersion now, @Nullable PolicyVersion before) {
        return Arrays.stream(CustomerField.values())
                .filter(field -> before == null || before.of(field) != now.of(field))
                .map(field ->
                        Texts.word("customers.field", field) + ": " + Texts.word("customers.strategy", now.of(field)))
                .collect(Collectors.joining("; "));
    }

    private static Section section(String titleKey, Component content) {
        Section section = new Section(new H2(Texts.t(titleKey)), content);
        section.addClassName("facts");
        return section;
    }
}
