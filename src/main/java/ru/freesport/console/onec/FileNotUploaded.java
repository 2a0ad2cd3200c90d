package ru.freesport.console.onec;

/**
 * Neither 1C nor the file server could be reached; the file waits here.
 *
 * @param tries how often it was tried
 */
public record FileNotUploaded(String name, int rows, int tries, String failure) {}
