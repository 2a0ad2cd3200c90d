package ru.freesport.console.catalog;

/** A number that is only counted up to a limit: beyond it nobody needs to wait for the exact one. */
public record CappedCount(long value, boolean isCapped) {}
