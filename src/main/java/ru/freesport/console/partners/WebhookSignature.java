package ru.freesport.console.partners;

import java.util.function.UnaryOperator;

/** Says whether a notification was signed by whom it should be. Each sender signs in its own way; those that do not have none. */
@FunctionalInterface
public interface WebhookSignature {

    /**
     * @param body the bytes as they came: one that was read and written again has another signature
     * @param header the value of a header by its name, empty when it is absent
     */
    boolean isGenuine(byte[] body, UnaryOperator<String> header);
}
