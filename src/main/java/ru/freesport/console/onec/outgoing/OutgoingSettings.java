package ru.freesport.console.onec.outgoing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How records are taken to 1C.
 *
 * @param parallel calls that one run makes at once, from 1; a 1C that serves few sessions wants 1
 */
@ConfigurationProperties("freesport.onec.outgoing")
public record OutgoingSettings(@DefaultValue("4") int parallel) {

    public OutgoingSettings {
        if (parallel < 1) {
            throw new IllegalArgumentException("freesport.onec.outgoing.parallel must be at least 1");
        }
    }
}
