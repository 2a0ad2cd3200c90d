package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import ru.freesport.console.onec.HeldPacket;
import ru.freesport.console.onec.HeldPackets;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.Tone;

/** The packets that wait for somebody's decision, above everything else of the exchange. */
final class HeldPanel extends Div {

    private static final int SHOWN = 5;

    private final HeldPackets packets;

    HeldPanel(HeldPackets packets) {
        this.packets = packets;
        addClassName("run-messages");
    }

    void show() {
        removeAll();
        packets.waiting(SHOWN).forEach(packet -> add(notice(packet)));
        long more = packets.waitingCount() - SHOWN;
        if (more > 0) {
            add(SyncWords.quiet(Texts.plural("onec.hold.more", more)));
        }
    }

    private static Div notice(HeldPacket packet) {
        Div head = new Div(RunLink.to(packet.runId()));
        if (packet.subject() != null && !packet.subject().isBlank()) {
            head.add(new Span(packet.subject()));
        }
        head.add(new TimeAgo(packet.heldAt()));
        head.addClassName("in-row");
        Div box = new Div(
                Tone.WARN.icon().create(),
                SyncWords.lines(new Span(Texts.t("onec.hold.notice", HoldWords.reasons(packet.verdict()))), head));
        box.addClassNames("message-box", Tone.WARN.className());
        return box;
    }
}
