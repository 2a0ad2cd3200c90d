package ru.freesport.console.orders.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.statuses.IdentityDispute;
import ru.freesport.console.orders.statuses.StatusMap;
import ru.freesport.console.orders.statuses.StatusMaps;
import ru.freesport.console.orders.statuses.StatusQuestions;
import ru.freesport.console.shared.ui.FactsTable;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;

/** Who changed what, when and why, with the way back; and who decided whom a document is about. */
final class StatusHistoryTab extends Div {

    private static final int SHOWN = 100;

    private final StatusActs acts;
    private final boolean mayMap;

    StatusHistoryTab(StatusMaps maps, StatusQuestions questions, StatusActs acts, boolean mayMap) {
        this.acts = acts;
        this.mayMap = mayMap;
        addClassName("status-history");
        add(versions(maps.history(SHOWN)));
        List<IdentityDispute> decided = questions.decided();
        if (!decided.isEmpty()) {
            Section section = new Section(new H2(Texts.t("orders.statuses.decisions")), decisions(decided));
            section.addClassName("facts");
            add(section);
        }
    }

    private Component versions(List<StatusMap> versions) {
        FactsTable table = new FactsTable(
                List.of(
                        Texts.t("orders.statuses.version"),
                        Texts.t("orders.statuses.when"),
                        Texts.t("orders.statuses.who"),
                        Texts.t("orders.statuses.what"),
                        Texts.t("orders.statuses.why"),
                        ""),
                Set.of(0));
        for (int at = 0; at < versions.size(); at++) {
            StatusMap version = versions.get(at);
            StatusMap before = at + 1 < versions.size() ? versions.get(at + 1) : null;
            table.row(
                    new Span(Long.toString(version.version())),
                    new TimeAgo(version.at()),
                    new Span(who(version)),
                    changes(before, version),
                    new Span(version.reason() == null ? "" : version.reason()),
                    acts(version, versions.getFirst()));
        }
        return table;
    }

    private static String who(StatusMap version) {
        return version.actor().name().equals("installation")
                ? Texts.t("orders.statuses.installation")
                : OrderWords.actor(version.actor());
    }

    private static Component changes(@Nullable StatusMap before, StatusMap now) {
        Div lines = new Div();
        if (now.restores() != null) {
            lines.add(new Div(Texts.t("orders.statuses.restored", now.restores())));
        }
        if (before == null) {
            lines.add(new Div(Texts.plural("orders.statuses.words", now.words().size())));
            return lines;
        }
        for (StatusMap.Word word : now.words()) {
            StatusMap.Word old = before.find(word.word()).orElse(null);
            if (old == null) {
                lines.add(new Div(Texts.t("orders.statuses.meaning", word.word(), StatusActs.words(word.status()))));
            } else if (!Objects.equals(old.status(), word.status())) {
                lines.add(new Div(Texts.t(
                        "orders.statuses.change.subject",
                        word.word(),
                        StatusActs.words(old.status()),
                        StatusActs.words(word.status()))));
            }
        }
        before.words().stream()
                .filter(word -> now.find(word.word()).isEmpty())
                .forEach(word -> lines.add(new Div(Texts.t("orders.statuses.forgotten", word.word()))));
        return lines;
    }

    private Component acts(StatusMap version, StatusMap newest) {
        Div acts = new Div();
        if (version.runId() != null) {
            acts.add(new Anchor("sync/runs/" + version.runId(), Texts.t("orders.statuses.retried", version.runId())));
        }
        if (mayMap && version.version() != newest.version()) {
            Button back = new Button(
                    Texts.t("orders.statuses.restore.verb"), _ -> this.acts.restore(version, newest.version()));
            back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            acts.add(back);
        }
        return acts;
    }

    private static Component decisions(List<IdentityDispute> decided) {
        FactsTable table = new FactsTable(
                List.of(
                        Texts.t("orders.statuses.document"),
                        Texts.t("orders.statuses.when"),
                        Texts.t("orders.statuses.who"),
                        Texts.t("orders.statuses.decided.what"),
                        Texts.t("orders.statuses.why")),
                Set.of());
        for (IdentityDispute dispute : decided) {
            table.row(
                    new Span(dispute.number() + " / " + dispute.onecKey()),
                    new TimeAgo(Objects.requireNonNull(dispute.decidedAt())),
                    new Span(OrderWords.actor(Objects.requireNonNull(dispute.decidedBy()))),
                    new Span(Texts.word("orders.statuses.decision", Objects.requireNonNull(dispute.decision()))),
                    new Span(dispute.reason() == null ? "" : dispute.reason()));
        }
        return table;
    }
}
