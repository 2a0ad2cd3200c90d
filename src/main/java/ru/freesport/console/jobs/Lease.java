package ru.freesport.console.jobs;

/** A held lease; the token grows with every new holder, so an old one can always be told from its successor. */
public record Lease(String name, long token) {}
