package ru.freesport.console.partners;

/**
 * A call failed for good, all its tries done; calls that an open circuit kept back are not among them. Told outside every
 * transaction, so a plain {@code @EventListener} hears it.
 *
 * @param callId the last attempt in the journal
 * @param text for a person, without secrets
 */
public record CallFailed(String circuit, String operation, long callId, CallError error, String text) {}
