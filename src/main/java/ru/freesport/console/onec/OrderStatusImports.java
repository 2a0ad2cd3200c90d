package ru.freesport.console.onec;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.shared.Actor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Has files of order documents worked on: what 1C says became of orders. */
@Service
public class OrderStatusImports {

    private final Runs runs;
    private final JsonMapper mapper;

    OrderStatusImports(Runs runs, JsonMapper mapper) {
        this.runs = runs;
        this.mapper = mapper;
    }

    /**
     * Begins a run over some files of a packet.
     *
     * @param paths files to take, those inside archives by their names there; empty means all
     * @param subject what people will call it
     * @return the run
     */
    public long start(long packetId, List<String> paths, RunTrigger trigger, Actor actor, String subject) {
        return runs.submit(request(packetId, paths, trigger, actor, false, null, subject));
    }

    /** The order for all order documents of a packet. */
    static RunRequest request(
            long packetId,
            List<String> paths,
            RunTrigger trigger,
            Actor actor,
            boolean dryRun,
            @Nullable String reason,
            String subject) {
        PacketOrder order = new PacketOrder(packetId, paths, EnumSet.of(ImportKind.ORDER_STATUSES), false);
        RunRequest request = RunRequest.of(OrderStatusImportTask.NAME, trigger, actor)
                .because(reason)
                .about(subject)
                .dry(dryRun);
        for (var parameter : order.parameters().entrySet()) {
            request = request.with(parameter.getKey(), parameter.getValue());
        }
        return request;
    }

    static boolean isOfOrders(String task) {
        return task.equals(OrderStatusImportTask.NAME) || task.equals(OrderStatusRetryTask.NAME);
    }

    /** What a run that has ended found; empty when it never got so far. */
    public Optional<OrderStatusReport> report(RunView run) {
        try {
            return Optional.ofNullable(run.summary()).map(json -> mapper.readValue(json, OrderStatusReport.class));
        } catch (JacksonException other) {
            return Optional.empty();
        }
    }
}
