package ru.freesport.console.customers.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import ru.freesport.console.customers.conflicts.ConflictDetails;
import ru.freesport.console.customers.conflicts.ConflictOutcome;
import ru.freesport.console.customers.conflicts.ConflictRow;
import ru.freesport.console.customers.conflicts.ConflictState;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;

/** The acts besides deciding, each with its question, and what became of any act, in words. */
final class ConflictDialogs {

    private static final int SHOWN_MS = 12_000;

    private static final String COUNT_DOWN = """
            const end = performance.now() + $0;
            const label = $1;
            const tick = () => {
              const left = Math.ceil((end - performance.now()) / 1000);
              this.hidden = left <= 0;
              this.textContent = label + ' · ' + Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0');
              if (left > 0 && this.isConnected) {
                setTimeout(tick, 1000);
              }
            };
            tick();""";

    private final ConflictActs acts;
    private final Consumer<ConflictDetails> changed;
    private final Runnable reversal;

    /**
     * @param changed hears of the conflict as it is after an act
     * @param reversal lets the person choose otherwise
     */
    ConflictDialogs(ConflictActs acts, Consumer<ConflictDetails> changed, Runnable reversal) {
        this.acts = acts;
        this.changed = changed;
        this.reversal = reversal;
    }

    /** The one or two acts that make sense now. */
    void actions(PageHeader header, ConflictDetails shown) {
        ConflictRow row = shown.row();
        if (!acts.mayDecide()) {
            return;
        }
        if (row.canBeUndone(acts.now())) {
            header.action(undoButton(row));
        } else if (shown.decision() != null && row.canBeReversed(acts.now())) {
            header.action(new Button(Texts.t("customers.conflict.reverse"), _ -> reversal.run()));
        } else if (row.state() == ConflictState.DISMISSED) {
            header.action(new Button(Texts.t("customers.conflict.reopen"), _ -> reopen(row)));
        } else if (row.state().isWaiting() && !row.awaitsSecond()) {
            header.action(claimButton(row));
            header.more(Texts.t("customers.conflict.dismiss"), () -> dismiss(row));
        }
    }

    /** It counts the time down and is gone when nothing can be taken back any more; by the server's clock. */
    private Button undoButton(ConflictRow row) {
        Instant end = Objects.requireNonNull(row.holdUntil());
        Button undo = new Button(Texts.t("customers.conflict.undo.until", Formats.clock(end)), _ -> undo(row));
        undo.addAttachListener(_ -> undo.getElement()
                .executeJs(
                        COUNT_DOWN,
                        Math.max(0, Duration.between(acts.now(), end).toMillis()),
                        Texts.t("customers.conflict.undo")));
        return undo;
    }

    private Button claimButton(ConflictRow row) {
        if (row.state() != ConflictState.CLAIMED || row.claimedBy() == null) {
            return new Button(Texts.t("customers.conflict.claim"), _ -> tell(row.id(), acts.claim(row.id())));
        }
        return row.claimedBy().equals(acts.me())
                ? new Button(Texts.t("customers.conflict.release"), _ -> tell(row.id(), acts.release(row.id())))
                : new Button(Texts.t("customers.conflict.takeOver"), _ -> takeOver(row.id(), row.claimedBy()));
    }

    void takeOver(long id, String who) {
        new ConfirmWithReason(
                        Texts.t("customers.conflict.takeOver.title", who),
                        Texts.t("customers.conflict.takeOver"),
                        reason -> tell(id, acts.takeOver(id, reason)))
                .effect(Texts.t("customers.conflict.takeOver.effect", who))
                .open();
    }

    void undo(ConflictRow row) {
        new ConfirmWithReason(
                        Texts.t("customers.conflict.undo"),
                        Texts.t("customers.conflict.undo"),
                        reason -> tell(row.id(), acts.undo(row.id(), reason)))
                .subject(Texts.t("customers.conflict.subjectOf", row.id(), row.name()))
                .effect(Texts.t("customers.conflict.undo.effect"))
                .reasonOptional()
                .open();
    }

    private void dismiss(ConflictRow row) {
        new ConfirmWithReason(
                        Texts.t("customers.conflict.dismiss"),
                        Texts.t("customers.conflict.dismiss.verb"),
                        reason -> tell(row.id(), acts.dismiss(row.id(), row.version(), reason)))
                .subject(Texts.t("customers.conflict.subjectOf", row.id(), row.name()))
                .effect(Texts.t("customers.conflict.dismiss.effect"))
                .open();
    }

    private void reopen(ConflictRow row) {
        new ConfirmWithReason(
                        Texts.t("customers.conflict.reopen"),
                        Texts.t("customers.conflict.reopen"),
                        reason -> tell(row.id(), acts.reopen(row.id(), reason)))
                .subject(Texts.t("customers.conflict.subjectOf", row.id(), row.name()))
                .open();
    }

    /** A decision departs from what was suggested. */
    void askWhy(Consumer<String> decide) {
        new ConfirmWithReason(Texts.t("customers.conflict.against.title"), Texts.t("customers.conflict.decide"), decide)
                .effect(Texts.t("customers.conflict.against.effect"))
                .open();
    }

    /** Another decision takes the place of one that 1C was told. */
    void askWhyOtherwise(Consumer<String> decide) {
        new ConfirmWithReason(Texts.t("customers.conflict.reverse"), Texts.t("customers.conflict.reverse"), decide)
                .effect(Texts.t("customers.conflict.reverse.effect"))
                .open();
    }

    /** It holds; for a while a click takes it back, wherever the person is by then. */
    void decided(ConflictDetails now) {
        Notification told = new Notification();
        told.setDuration(SHOWN_MS);
        told.setPosition(Notification.Position.BOTTOM_START);
        told.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        ConflictRow row = now.row();
        Button look = new Button(Texts.t("customers.conflict.undo.look"), _ -> {
            told.close();
            UI.getCurrent().navigate(ConflictAddress.of(row.id()));
        });
        look.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        told.add(
                new Span(
                        row.holdUntil() == null
                                ? Texts.t("customers.conflict.done", row.id())
                                : Texts.t("customers.conflict.done.until", row.id(), Formats.clock(row.holdUntil()))),
                new Span(" "),
                look);
        told.open();
    }

    void tell(long id, ConflictOutcome outcome) {
        switch (outcome) {
            case ConflictOutcome.Done done -> changed.accept(done.details());
            case ConflictOutcome.Proposed proposed -> {
                changed.accept(proposed.details());
                say(Texts.t("customers.conflict.proposed"), true);
            }
            case ConflictOutcome.ClaimedBySomebody claimed -> takeOver(id, claimed.who());
            case ConflictOutcome.Clash clash -> new ClashDialog(clash, () -> changed.accept(clash.details())).open();
            case ConflictOutcome.Refused refused -> say(Texts.word("customers.conflict.refused", refused.why()), false);
            case ConflictOutcome.Unknown _ -> say(Texts.t("customers.conflict.unknown"), false);
        }
    }

    /** "Who is this?": this one. */
    void identify(long id, long version, UUID customer) {
        answered(id, acts.identify(id, version, customer));
    }

    /** "Who is this?": nobody the shop knows. */
    void nobodyKnown(long id, long version) {
        answered(id, acts.nobodyKnown(id, version));
    }

    private void answered(long id, ConflictOutcome outcome) {
        if (outcome instanceof ConflictOutcome.Done done) {
            decided(done.details());
        }
        tell(id, outcome);
    }

    void say(String text, boolean good) {
        Notification.show(text)
                .addThemeVariants(good ? NotificationVariant.LUMO_SUCCESS : NotificationVariant.LUMO_ERROR);
    }
}
