package ru.freesport.console.onec.commerceml;

import org.jspecify.annotations.Nullable;

/** How long what identifies and names things may be; real files go beyond the published schema, but not beyond these. */
final class Lengths {

    private static final int ID = 100;
    private static final int WORD = 300;
    private static final int PATH = 500;
    private static final int PROPERTY = 600;
    private static final int NAME = 2_000;

    private Lengths() {}

    static boolean id(@Nullable String text) {
        return text == null || text.length() <= ID;
    }

    static boolean word(@Nullable String text) {
        return text == null || text.length() <= WORD;
    }

    static boolean path(@Nullable String text) {
        return text == null || text.length() <= PATH;
    }

    /** Names of properties stand in an index, which takes 2,704 bytes. */
    static boolean propertyName(@Nullable String text) {
        return text == null || text.length() <= PROPERTY;
    }

    static boolean name(@Nullable String text) {
        return text == null || text.length() <= NAME;
    }
}
