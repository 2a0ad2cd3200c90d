package ru.freesport.console.partners;

import org.jspecify.annotations.Nullable;

/**
 * A notification was not believed; people should know.
 *
 * @param webhookId null when it was not kept: too large, or one of a flood
 * @param remark why, as a code: ADDRESS, SECRET, SIGNATURE, TOO_LARGE, UNREADABLE, or the provider's own
 */
public record WebhookRejected(String provider, @Nullable Long webhookId, String remark) {}
