package ru.freesport.console.onec;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How old what came from 1C may be.
 *
 * @param freshness the norm of each entity; one without a norm is never late
 */
@ConfigurationProperties("freesport.onec")
record FreshnessSettings(@DefaultValue Map<SyncEntity, Duration> freshness) {}
