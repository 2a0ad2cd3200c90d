package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import ru.freesport.console.jobs.ui.RunWords;
import ru.freesport.console.onec.HeldPacket;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/** Says in words why a packet is held, who may decide and what came after it; or what was decided. */
final class HoldNotice extends Div {

    private HoldNotice(Tone tone, Component first, Component... more) {
        addClassNames("message-box", tone.className());
        add(tone.icon().create(), SyncWords.lines(first, more));
    }

    static HoldNotice waiting(HeldPacket packet, boolean mayDecide, boolean isOwn) {
        List<Component> lines = new ArrayList<>();
        String next = isOwn ? "onec.hold.own" : mayDecide ? "onec.hold.decide" : "onec.hold.othersDecide";
        lines.add(new Span(Texts.t(next)));
        if (!packet.newer().isEmpty()) {
            Div newer = new Div(new Span(Texts.t("onec.hold.newer")));
            packet.newer().forEach(run -> newer.add(newer(run)));
            newer.addClassName("in-row");
            lines.add(newer);
        }
        return new HoldNotice(
                Tone.WARN,
                strong(Texts.t("onec.hold.notice", HoldWords.reasons(packet.verdict()))),
                lines.toArray(Component[]::new));
    }

    static HoldNotice decided(HeldPacket packet, HeldPacket.Decision decision) {
        List<Component> lines = new ArrayList<>();
        if (decision.reason() != null) {
            lines.add(new Span(Texts.t("onec.hold.because", decision.reason())));
        }
        lines.add(new Span(Texts.t("onec.hold.was", HoldWords.reasons(packet.verdict()))));
        if (decision.nextRunId() != null) {
            Div next = new Div(new Span(Texts.t("onec.hold.next")), RunLink.to(decision.nextRunId()));
            next.addClassName("in-row");
            lines.add(next);
        }
        return new HoldNotice(
                decision.approved() ? Tone.GOOD : Tone.QUIET, strong(who(decision)), lines.toArray(Component[]::new));
    }

    /** Of a dry run. */
    static HoldNotice dry(String reasons) {
        return new HoldNotice(Tone.WARN, strong(Texts.t("onec.hold.dry", reasons)));
    }

    static String who(HeldPacket.Decision decision) {
        return Texts.t(
                decision.approved() ? "onec.hold.approved" : "onec.hold.refused",
                RunWords.actor(decision.actor()),
                Formats.absolute(decision.at()));
    }

    private static Component newer(HeldPacket.Newer run) {
        String rows =
                run.rows() == 0 ? Texts.t("onec.hold.newer.held") : Texts.plural("onec.hold.newer.rows", run.rows());
        Span words = new Span(RunLink.to(run.runId()), new Span(": " + rows));
        words.addClassName("nowrap");
        return words;
    }

    private static Component strong(String text) {
        Span words = new Span(text);
        words.addClassName("strong");
        return words;
    }
}
