package ru.freesport.console.onec.outgoing;

/** Neither 1C nor the file server could be reached; the file waits here. */
public record FileNotUploaded(String name, int rows, String failure) {}
