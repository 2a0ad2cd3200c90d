package ru.freesport.console.simulator;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /lab/{system}/…}: switches faults, shows what was received and what exists, moves objects. */
final class LabActs {

    private final Map<String, SimulatedSystem> systems;

    LabActs(List<SimulatedSystem> systems) {
        this.systems = systems.stream().collect(Collectors.toMap(SimulatedSystem::name, Function.identity()));
    }

    void serve(LabExchange exchange) throws IOException {
        String[] parts = exchange.path().split("/");
        SimulatedSystem system = parts.length == 3 ? systems.get(parts[1]) : null;
        if (system == null) {
            exchange.answerJson(404, Map.of("error", "There is no " + exchange.path() + " in the lab"));
            return;
        }
        switch (exchange.method() + " " + parts[2]) {
            case "GET faults" -> exchange.answerJson(200, shown(system.faults()));
            case "POST faults" -> {
                FaultRequest wanted = exchange.json(FaultRequest.class);
                system.faults().on(wanted.known(), wanted.countOrForEver());
                exchange.answerJson(200, shown(system.faults()));
            }
            case "DELETE faults" -> {
                off(system.faults(), exchange);
                exchange.answerJson(200, shown(system.faults()));
            }
            case "GET journal" ->
                exchange.answerJson(200, Map.of("entries", system.journal().entries()));
            case "GET objects" -> exchange.answerJson(200, Map.of("objects", system.objects()));
            case "POST act" -> {
                ActRequest wanted = exchange.json(ActRequest.class);
                system.act(wanted.id(), wanted.act());
                exchange.answerJson(200, Map.of("done", true));
            }
            case "POST push" -> exchange.answerJson(200, pushing(system).push(exchange.json(PushRequest.class)));
            default -> exchange.answerJson(405, Map.of("error", "Not possible: " + exchange.operation()));
        }
    }

    private static Pushing pushing(SimulatedSystem system) {
        if (system instanceof Pushing pushing) {
            return pushing;
        }
        throw new IllegalArgumentException(system.name() + " does not call anybody");
    }

    /** Without a body every fault goes. */
    private static void off(Faults faults, LabExchange exchange) {
        if (exchange.body().length == 0) {
            faults.off();
        } else {
            faults.off(exchange.json(FaultRequest.class).known());
        }
    }

    private static Map<String, Object> shown(Faults faults) {
        return Map.of(
                "modes", faults.known().stream().map(FaultMode::word).toList(),
                "faults",
                        faults.all().entrySet().stream()
                                .map(fault -> Map.of("mode", fault.getKey().word(), "count", fault.getValue()))
                                .toList());
    }

    record FaultRequest(String mode, @Nullable Integer count) {

        FaultMode known() {
            return FaultMode.of(mode).orElseThrow(() -> new IllegalArgumentException("There is no fault " + mode));
        }

        int countOrForEver() {
            return count == null ? Faults.UNTIL_DELETED : count;
        }
    }

    record ActRequest(String id, String act) {}
}
