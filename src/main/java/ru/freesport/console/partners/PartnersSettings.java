package ru.freesport.console.partners;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param messages how stored messages are kept */
@ConfigurationProperties("freesport.partners")
record PartnersSettings(Messages messages) {

    /** @param keep older messages are dropped unless something open still needs them */
    record Messages(Duration keep) {}
}
