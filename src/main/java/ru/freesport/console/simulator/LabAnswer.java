package ru.freesport.console.simulator;

/**
 * What a simulated system answered.
 *
 * @param type the media type
 */
public record LabAnswer(int status, String type, byte[] content) {}
