package ru.freesport.console.storefront;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What a call may cost.
 *
 * @param maxBody a larger body is refused
 * @param rememberAnswers how long an answer is remembered for its Idempotency-Key
 * @param journalReads whether calls that only read and succeed are journalled too
 */
@ConfigurationProperties("freesport.storefront")
record StorefrontSettings(DataSize maxBody, Duration rememberAnswers, boolean journalReads) {}
