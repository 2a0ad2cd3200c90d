package ru.freesport.console.customers.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.compare.Choice;
import ru.freesport.console.customers.conflicts.ConflictDetails;
import ru.freesport.console.customers.conflicts.ConflictField;
import ru.freesport.console.customers.conflicts.ConflictKind;
import ru.freesport.console.customers.conflicts.ConflictOutcome;
import ru.freesport.console.customers.conflicts.ConflictRow;
import ru.freesport.console.customers.conflicts.ConflictState;
import ru.freesport.console.customers.conflicts.Conflicts;
import ru.freesport.console.customers.conflicts.FieldDecision;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.LiveUpdates;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/** One conflict: what differs, why it matters, what a decision touches; decided with a few keys, taken back for a while. */
@Route("conflicts/:id")
@RolesAllowed({"ADMIN", "MANAGER", "OPERATIONS", "SUPPORT", "FINANCE", "VIEWER"})
final class ConflictView extends Div implements HasDynamicTitle, BeforeEnterObserver, BeforeLeaveObserver {

    private final ConflictActs acts;
    private final ConflictDialogs dialogs;
    private final Div notice = new Div();
    private final List<FieldReview> rows = new ArrayList<>();
    private String number = "";
    private @Nullable ConflictDetails details;
    private int current;
    private boolean isTouched;
    /** The person decides anew what was decided and told to 1C. */
    private boolean isOtherwise;

    ConflictView(ConflictActs acts, LiveUpdates live) {
        this.acts = acts;
        this.dialogs = new ConflictDialogs(acts, this::became, this::otherwise);
        addClassNames("page", "conflict");
        notice.addClassName("conflict-notice");
        live.follow(this, Conflicts.CHANNEL, ids -> {
            if (details != null && (ids.isEmpty() || ids.contains(number))) {
                heard(details);
            }
        });
        ReviewKeys.on(
                this,
                Map.of(
                        "1", () -> choose(Choice.SHOP),
                        "2", () -> choose(Choice.BASE),
                        "3", () -> choose(Choice.ONEC),
                        "j", () -> go(current + 1),
                        "k", () -> go(current - 1),
                        "decide", this::decide));
    }

    @Override
    public String getPageTitle() {
        return Texts.t("customers.conflict.title", number);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().get("id").orElse("");
        details = number.matches("[0-9]{1,18}")
                ? acts.open(Long.parseLong(number)).orElse(null)
                : null;
        isTouched = false;
        isOtherwise = false;
        current = 0;
        show();
    }

    /** Who leaves without having decided lets go of what they took by choosing. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (isTouched && details != null && isMine(details.row())) {
            acts.release(details.row().id());
        }
    }

    /** What others do is shown at once, but never takes away what this person has chosen. */
    private void heard(ConflictDetails known) {
        ConflictDetails now = acts.again(known.row().id()).orElse(null);
        if (now == null) {
            return;
        }
        boolean isOther = now.row().version() != known.row().version();
        if (isTouched && isOther && (isOtherwise || known.row().state().isWaiting())) {
            changedMeanwhile(now);
            return;
        }
        List<FieldDecision> chosen = isTouched && !isOther ? chosen() : List.of();
        details = now;
        show();
        restore(chosen);
    }

    private void changedMeanwhile(ConflictDetails now) {
        String who = now.events().isEmpty()
                ? ""
                : ConflictWords.actor(now.events().getFirst().actor());
        notice.removeAll();
        notice.add(
                new StatusBadge(
                        Tone.WARN,
                        Texts.t(
                                "customers.conflict.changedMeanwhile",
                                who,
                                Texts.word("customers.conflict.state", now.row().state()))),
                new Button(Texts.t("customers.clash.show"), _ -> became(now)));
        notice.setVisible(true);
    }

    /** From now on this is what is shown; what was chosen before is over. */
    private void became(ConflictDetails now) {
        details = now;
        isTouched = false;
        isOtherwise = false;
        show();
    }

    private void otherwise() {
        isOtherwise = true;
        show();
    }

    private void show() {
        removeAll();
        rows.clear();
        notice.removeAll();
        notice.setVisible(false);
        ConflictDetails shown = details;
        if (shown == null) {
            add(new EmptyState(
                            VaadinIcon.SPLIT,
                            Texts.t("customers.conflict.unknown"),
                            Texts.t("customers.conflict.unknownHint"))
                    .action(new Anchor(ConflictAddress.LIST, Texts.t("customers.conflicts.title"))));
            return;
        }
        Div main = new Div();
        main.addClassName("conflict-fields");
        if (shown.proposal() != null) {
            main.add(new ProposalPanel(shown, acts, dialogs));
        }
        if (shown.row().kind() == ConflictKind.IDENTITY) {
            main.add(new CandidateList(shown, mayDecideNow(shown), dialogs));
        } else {
            boolean mayDecide = mayDecideNow(shown);
            for (ConflictField field : shown.fields()) {
                FieldReview row = new FieldReview(field, mayDecide, this::touched);
                rows.add(row);
                main.add(row);
            }
            if (shown.proposal() != null) {
                restore(shown.proposal().choices());
            }
            if (mayDecide) {
                main.add(decideBar());
                go(current);
            }
        }
        Div whole = new Div(main, new ConflictFacts(shown, acts, dialogs));
        whole.addClassName("conflict-main");
        add(header(shown), notice, whole);
    }

    private boolean mayDecideNow(ConflictDetails shown) {
        ConflictRow row = shown.row();
        return acts.mayDecide()
                && (isOtherwise ? row.canBeReversed(acts.now()) : row.state().isWaiting() && !row.awaitsSecond());
    }

    private boolean isMine(ConflictRow row) {
        return row.state() == ConflictState.CLAIMED && acts.me().equals(row.claimedBy());
    }

    private PageHeader header(ConflictDetails shown) {
        ConflictRow row = shown.row();
        PageHeader header = new PageHeader(getPageTitle()).subtitle(row.name());
        List<Span> badges = new ArrayList<>(List.of(ConflictWords.state(row), ConflictWords.severity(row.severity())));
        if (row.returned() > 0) {
            badges.add(ConflictWords.returned(row.returned()));
        }
        if (row.state() == ConflictState.CLAIMED && row.claimedBy() != null) {
            badges.add(new Span(Texts.t("customers.conflict.ownedBy", row.claimedBy())));
        }
        badges.add(ConflictWords.due(row, acts.now()));
        header.status(badges.toArray(Span[]::new));
        dialogs.actions(header, shown);
        return header;
    }

    private Div decideBar() {
        Button decide = new Button(Texts.t("customers.conflict.decide"), _ -> decide());
        decide.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        decide.setTooltipText(Texts.t("customers.conflict.decide.key"));
        decide.addClassName("decide");
        Span keys = new Span(Texts.t("customers.conflict.keys"));
        keys.addClassNames("quiet", "decide-keys");
        Div bar = new Div(decide, keys);
        bar.addClassName("decide-bar");
        return bar;
    }

    private void choose(Choice choice) {
        if (details != null && mayDecideNow(details) && current < rows.size()) {
            rows.get(current).choose(choice);
            if (current + 1 < rows.size()) {
                go(current + 1);
            }
        }
    }

    private void go(int row) {
        if (!rows.isEmpty()) {
            current = Math.clamp(row, 0, rows.size() - 1);
            for (int at = 0; at < rows.size(); at++) {
                rows.get(at).current(at == current);
            }
        }
    }

    /** Who begins to choose takes the conflict, so that others see it. */
    private void touched() {
        if (!isTouched && details != null) {
            isTouched = true;
            if (!isOtherwise && acts.claim(details.row().id()) instanceof ConflictOutcome.ClaimedBySomebody claimed) {
                notice.removeAll();
                notice.add(new StatusBadge(Tone.WARN, Texts.t("customers.conflict.ownedBy", claimed.who())));
                notice.setVisible(true);
            }
        }
    }

    private List<FieldDecision> chosen() {
        return rows.stream()
                .map(FieldReview::decision)
                .flatMap(Optional::stream)
                .toList();
    }

    private void restore(List<FieldDecision> decisions) {
        for (FieldDecision decision : decisions) {
            rows.stream().filter(row -> row.field() == decision.field()).forEach(row -> row.restore(decision));
        }
    }

    private void decide() {
        ConflictDetails shown = details;
        if (shown == null || !mayDecideNow(shown) || rows.isEmpty()) {
            return;
        }
        Optional<FieldReview> open =
                rows.stream().filter(row -> row.decision().isEmpty()).findFirst();
        if (open.isPresent()) {
            go(rows.indexOf(open.get()));
            dialogs.say(Texts.t("customers.conflict.refused.FIELD_MISSING"), false);
            return;
        }
        if (isOtherwise) {
            dialogs.askWhyOtherwise(reason -> decide(shown, reason));
        } else if (rows.stream().anyMatch(FieldReview::isAgainstSuggestion)) {
            dialogs.askWhy(reason -> decide(shown, reason));
        } else {
            decide(shown, null);
        }
    }

    private void decide(ConflictDetails shown, @Nullable String reason) {
        long id = shown.row().id();
        long version = shown.row().version();
        ConflictOutcome outcome = isOtherwise && reason != null
                ? acts.reverse(id, version, chosen(), reason)
                : acts.decide(id, version, chosen(), reason);
        switch (outcome) {
            case ConflictOutcome.Done done -> {
                isTouched = false;
                dialogs.decided(done.details());
                acts.next(id)
                        .ifPresentOrElse(
                                next -> UI.getCurrent().navigate(ConflictAddress.of(next)),
                                () -> became(done.details()));
            }
            case ConflictOutcome.Refused refused
            when refused.field() != null ->
                rows.stream()
                        .filter(row -> row.field() == Objects.requireNonNull(refused.field()))
                        .forEach(row -> row.refused(Texts.word("customers.conflict.refused", refused.why())));
            default -> dialogs.tell(id, outcome);
        }
    }
}
