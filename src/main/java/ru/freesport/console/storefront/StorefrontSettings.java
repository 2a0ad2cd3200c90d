package ru.freesport.console.storefront;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What a call may cost.
 *
 * @param maxBody a larger body is refused
 * @param rememberAnswers how long an answer is remembered for its Idempotency-Key
 */
@ConfigurationProperties("freesport.storefront")
record StorefrontSettings(DataSize maxBody, Duration rememberAnswers) {}
