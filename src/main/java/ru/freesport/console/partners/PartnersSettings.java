package ru.freesport.console.partners;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param messages how stored messages are kept
 * @param calls how the journal of calls is kept
 * @param guard how calls are guarded unless the circuit's own settings say otherwise
 * @param circuits what differs, by circuit
 */
@ConfigurationProperties("freesport.partners")
record PartnersSettings(Messages messages, Calls calls, Guard guard, Map<String, Guard> circuits) {

    PartnersSettings {
        circuits = circuits == null ? Map.of() : Map.copyOf(circuits);
    }

    /** @param keep older messages are dropped unless something open still needs them */
    record Messages(Duration keep) {}

    /**
     * @param keep older attempts are dropped
     * @param body bytes of a masked body that are kept
     */
    record Calls(Duration keep, int body) {}

    /**
     * @param failures in a row that open the circuit
     * @param open how long it stays open before a probe
     * @param probes successful ones that close it
     * @param connectTimeout until there is a connection
     * @param requestTimeout until there is an answer
     * @param tries of one call in all
     * @param pause before the second try; doubled before each further one
     * @param longestPause no pause is longer
     * @param perSecond calls a second of one node
     */
    record Guard(
            int failures,
            Duration open,
            int probes,
            Duration connectTimeout,
            Duration requestTimeout,
            int tries,
            Duration pause,
            Duration longestPause,
            int perSecond) {

        /** After this a probe counts as lost with its node. */
        Duration longestProbe() {
            return connectTimeout.plus(requestTimeout).plusSeconds(5);
        }
    }

    Guard guardOf(String circuit) {
        return circuits.getOrDefault(circuit, guard);
    }
}
