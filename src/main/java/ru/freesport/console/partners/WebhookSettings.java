package ru.freesport.console.partners;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How notifications of outside systems are taken.
 *
 * @param maxBody a larger one is refused
 * @param trustedProxies whose X-Forwarded-For counts
 * @param storing how many may be stored at once on one node; the rest wait, so that pages get connections too
 * @param rejectedPerMinute how many refused ones one node keeps a minute; a flood is only counted
 * @param workers how many subjects one node works on at once
 * @param repeat pause before work that could not be done is tried again; doubled each time up to ten minutes
 * @param giveUp how long that goes on
 * @param replayed a repeat this long after the first is no repeat of the sender's
 */
@ConfigurationProperties("freesport.partners.webhooks")
record WebhookSettings(
        DataSize maxBody,
        List<String> trustedProxies,
        int storing,
        int rejectedPerMinute,
        int workers,
        Duration repeat,
        Duration giveUp,
        Duration replayed) {

    WebhookSettings {
        trustedProxies = trustedProxies == null ? List.of() : List.copyOf(trustedProxies);
    }
}
