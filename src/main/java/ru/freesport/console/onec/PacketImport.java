package ru.freesport.console.onec;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.shared.Actor;

/** Has packets worked on: every door leads here, and from here into one kind of run. */
@Service
public class PacketImport {

    private final Runs runs;
    private final Packets packets;
    private final OrderPackets orders;

    PacketImport(Runs runs, Packets packets, OrderPackets orders) {
        this.runs = runs;
        this.packets = packets;
        this.orders = orders;
    }

    /**
     * Begins a run over some files of a packet.
     *
     * @param paths files to take, those inside archives by their names there; empty means all
     * @return the run
     */
    public long start(
            long packetId,
            List<String> paths,
            RunTrigger trigger,
            Actor actor,
            boolean dryRun,
            @Nullable String reason) {
        PacketOrder order = new PacketOrder(packetId, paths, EnumSet.allOf(ImportKind.class), false);
        return runs.submit(request(order, trigger, actor, dryRun, reason, String.join(", ", paths)));
    }

    /** Begins a run over all of a packet. */
    public long start(RunRequest order) {
        return runs.submit(order);
    }

    /** The order for a whole packet, after which nothing more of it will come. */
    public RunRequest wholePacket(
            long packetId,
            Set<ImportKind> kinds,
            RunTrigger trigger,
            Actor actor,
            boolean dryRun,
            @Nullable String reason,
            String subject) {
        return packet(packetId, true, kinds, trigger, actor, dryRun, reason, subject);
    }

    /**
     * The order for all that is there of a packet.
     *
     * @param whole what its full files do not name is switched off; never so for a file that came alone, because the
     *     rest of its export may be in the files beside it
     */
    public RunRequest packet(
            long packetId,
            boolean whole,
            Set<ImportKind> kinds,
            RunTrigger trigger,
            Actor actor,
            boolean dryRun,
            @Nullable String reason,
            String subject) {
        if (kinds.contains(ImportKind.ORDER_STATUSES) && orders.isOne(packetId)) {
            return OrderStatusImports.request(packetId, List.of(), trigger, actor, dryRun, reason, subject);
        }
        return request(new PacketOrder(packetId, List.of(), kinds, whole), trigger, actor, dryRun, reason, subject);
    }

    /** Nothing more of the packet will come: what its full files did not name is switched off. */
    public long finish(long packetId, Actor actor) {
        return runs.submit(RunRequest.of(PacketClosingTask.NAME, RunTrigger.EXCHANGE, actor)
                .with("packet", Long.toString(packetId)));
    }

    /** Works on one stored message again, as it was received. */
    public long replay(long messageId, boolean dryRun, Actor actor, String reason) {
        return runs.submit(replayRequest(messageId, dryRun, actor, reason));
    }

    /** The order for {@link #replay}, for those who run it themselves. */
    public RunRequest replayRequest(long messageId, boolean dryRun, Actor actor, String reason) {
        long packet = packets.ofMessage(messageId, actor);
        String name = packets.files(packet).getFirst().path();
        return packet(packet, false, EnumSet.allOf(ImportKind.class), RunTrigger.REPLAY, actor, dryRun, reason, name);
    }

    private static RunRequest request(
            PacketOrder order,
            RunTrigger trigger,
            Actor actor,
            boolean dryRun,
            @Nullable String reason,
            String subject) {
        RunRequest request = RunRequest.of(CatalogImportTask.NAME, trigger, actor)
                .because(reason)
                .about(subject)
                .dry(dryRun);
        for (var parameter : order.parameters().entrySet()) {
            request = request.with(parameter.getKey(), parameter.getValue());
        }
        return request;
    }
}
