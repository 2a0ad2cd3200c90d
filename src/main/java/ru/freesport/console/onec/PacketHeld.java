package ru.freesport.console.onec;

import ru.freesport.console.catalog.GuardVerdict;

/** A packet went over a limit of the guard: nothing of it is in force, and a person has to decide. */
public record PacketHeld(long runId, String subject, GuardVerdict verdict) {}
