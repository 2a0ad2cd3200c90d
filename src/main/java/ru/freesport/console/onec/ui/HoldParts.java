package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.catalog.GuardVerdict;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.onec.Findings;
import ru.freesport.console.onec.HeldPacket;
import ru.freesport.console.onec.HeldPackets;
import ru.freesport.console.shared.ui.PageHeader;

/** What a run's page says and offers when its packet is held, or would be. */
final class HoldParts {

    private final HeldPackets packets;
    private final Findings findings;
    private final CurrentUser person;
    private final boolean mayDecide;
    private final HoldActs acts;

    HoldParts(HeldPackets packets, Findings findings, CurrentUser person, Runnable refresh) {
        this.packets = packets;
        this.findings = findings;
        this.person = person;
        this.mayDecide = person.hasAny(Role.ADMIN, Role.MANAGER, Role.OPERATIONS);
        this.acts = new HoldActs(packets, refresh);
    }

    Optional<HeldPacket> of(RunView run) {
        return run.dryRun() ? Optional.empty() : packets.of(run.id());
    }

    Optional<Component> notice(RunView run, Optional<HeldPacket> packet) {
        if (packet.isPresent()) {
            HeldPacket.Decision decision = packet.get().decision();
            return Optional.of(
                    decision == null
                            ? HoldNotice.waiting(packet.get(), mayDecide, isOwn(packet.get()))
                            : HoldNotice.decided(packet.get(), decision));
        }
        GuardVerdict verdict = run.dryRun() ? findings.counted(run.id()) : GuardVerdict.NOTHING;
        return verdict.isOver() ? Optional.of(HoldNotice.dry(HoldWords.reasons(verdict))) : Optional.empty();
    }

    Optional<Component> findings(long runId) {
        GuardVerdict verdict = findings.counted(runId);
        return verdict.counts().isEmpty() ? Optional.empty() : Optional.of(new FindingsPanel(runId, findings, verdict));
    }

    void offer(PageHeader header, HeldPacket packet) {
        if (mayDecide && packet.waits()) {
            acts.offer(header, packet, isOwn(packet));
        }
    }

    private boolean isOwn(HeldPacket packet) {
        return packet.broughtBy().equals(person.actor());
    }
}
