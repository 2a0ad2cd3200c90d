package ru.freesport.console.jobs;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node takes part in the work.
 *
 * @param enabled whether queued runs are taken here
 * @param node this node's name; empty means host, process and a random tail
 * @param parallel how many runs at once
 * @param leaseTtl how long a silent node keeps its leases
 * @param heartbeat how often leases are renewed
 * @param poll how long a missed notification can delay a queued run
 * @param watch how often runs of dead nodes are looked for
 * @param attempts how often a run is begun in all when its nodes die
 * @param shortestInterval no schedule may fire more often than this
 * @param zone the time the shop's schedules are written in
 */
@ConfigurationProperties("freesport.jobs")
record JobsSettings(
        @DefaultValue("true") boolean enabled,
        @Nullable String node,
        @DefaultValue("4") int parallel,
        @DefaultValue("15s") Duration leaseTtl,
        @DefaultValue("2s") Duration heartbeat,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("5s") Duration watch,
        @DefaultValue("3") int attempts,
        @DefaultValue("10s") Duration shortestInterval,
        @DefaultValue("Europe/Moscow") ZoneId zone) {}
