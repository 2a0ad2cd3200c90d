package ru.freesport.console.onec.commerceml;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells by its last bytes whether a file that comes in parts of unknown number is whole. */
public final class FileEnding {

    /** The closing tag of every file of the exchange, and the mark that 1C writes in the place of a document. */
    private static final List<String> ENDS = List.of("</КоммерческаяИнформация>", "not valid xml");

    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, DecodedText.WINDOWS_1251, StandardCharsets.UTF_16LE);

    /** The last record of an archive. */
    private static final String ARCHIVE_END = "PK\u0005\u0006";

    private FileEnding() {}

    public static boolean isOfXml(byte[] tail) {
        String bytes = latin(tail);
        return ENDS.stream()
                .anyMatch(
                        end -> ENCODINGS.stream().anyMatch(encoding -> bytes.contains(latin(end.getBytes(encoding)))));
    }

    public static boolean isOfArchive(byte[] tail) {
        return latin(tail).contains(ARCHIVE_END);
    }

    /** One character for each byte. */
    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
