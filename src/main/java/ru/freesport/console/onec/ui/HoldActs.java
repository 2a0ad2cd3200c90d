package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.util.stream.Collectors;
import ru.freesport.console.onec.HeldPacket;
import ru.freesport.console.onec.HeldPackets;
import ru.freesport.console.onec.HoldOutcome;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;

/** Carries out a person's decision about a held packet, and tells the second person who was first. */
final class HoldActs {

    private static final int LONG_ENOUGH = 8000;

    private final HeldPackets packets;
    private final Runnable refresh;

    HoldActs(HeldPackets packets, Runnable refresh) {
        this.packets = packets;
        this.refresh = refresh;
    }

    /** @param isOwn the person brought the packet, so that another one approves it */
    void offer(PageHeader header, HeldPacket packet, boolean isOwn) {
        if (!isOwn) {
            header.primary(new Button(Texts.t("onec.hold.approve"), VaadinIcon.CHECK.create(), _ -> approve(packet)));
        }
        Button refuse = new Button(Texts.t("onec.hold.refuse"), VaadinIcon.CLOSE.create(), _ -> refuse(packet));
        refuse.addThemeVariants(ButtonVariant.LUMO_ERROR);
        header.action(refuse);
    }

    /** What came since the page was opened counts too. */
    private void approve(HeldPacket seen) {
        HeldPacket packet = packets.of(seen.runId()).orElse(seen);
        ConfirmWithReason question = new ConfirmWithReason(
                        Texts.t("onec.hold.approve.title"),
                        Texts.t("onec.hold.approve"),
                        reason -> told(packets.approve(packet.runId(), reason)))
                .subject(subject(packet));
        String reasons = HoldWords.reasons(packet.verdict());
        if (packet.newer().isEmpty()) {
            question.effect(Texts.t("onec.hold.approve.effect", reasons));
        } else {
            boolean isInForce = packet.newer().stream().anyMatch(run -> run.rows() > 0);
            String key = isInForce ? "onec.hold.approve.effect.older" : "onec.hold.approve.effect.olderHeld";
            question.effect(Texts.t(key, reasons, runs(packet))).danger();
        }
        question.open();
    }

    private void refuse(HeldPacket packet) {
        new ConfirmWithReason(
                        Texts.t("onec.hold.refuse.title"),
                        Texts.t("onec.hold.refuse"),
                        reason -> told(packets.refuse(packet.runId(), reason)))
                .subject(subject(packet))
                .effect(Texts.t("onec.hold.refuse.effect", HoldWords.reasons(packet.verdict())))
                .danger()
                .open();
    }

    private void told(HoldOutcome outcome) {
        refresh.run();
        switch (outcome) {
            case HoldOutcome.Approved approved -> UI.getCurrent().navigate(RunLink.address(approved.runId()));
            case HoldOutcome.Refused _ -> say(Texts.t("onec.hold.refused.done"), false);
            case HoldOutcome.OwnPacket _ -> say(Texts.t("onec.hold.own"), true);
            case HoldOutcome.Decided decided -> say(who(decided.packet()), true);
        }
    }

    private static String who(HeldPacket packet) {
        HeldPacket.Decision theirs = packet.decision();
        return theirs == null ? Texts.t("onec.hold.gone") : HoldNotice.who(theirs);
    }

    private static String runs(HeldPacket packet) {
        return packet.newer().stream().map(run -> Long.toString(run.runId())).collect(Collectors.joining(", "));
    }

    private static String subject(HeldPacket packet) {
        String run = Texts.t("onec.run.number", Long.toString(packet.runId()));
        return packet.subject() == null || packet.subject().isBlank() ? run : run + " · " + packet.subject();
    }

    private static void say(String words, boolean isBad) {
        Notification notice = Notification.show(words, LONG_ENOUGH, Notification.Position.BOTTOM_START);
        notice.addThemeVariants(isBad ? NotificationVariant.LUMO_ERROR : NotificationVariant.LUMO_SUCCESS);
    }
}
