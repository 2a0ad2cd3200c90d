package ru.freesport.console.partners;

/**
 * Names stored bytes by what they are.
 *
 * @param sha256 lower-case hexadecimal
 * @param size bytes as they came, before compression
 */
public record BlobRef(String sha256, long size) {}
