package ru.freesport.console.partners;

/** A call failed for good, all its tries done. */
public record CallFailed(String circuit, String operation, long callId, CallError error, String text) {}
