package ru.freesport.console.access;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Makes passwords for handing over: random, and without letters that are read wrong aloud. */
public final class OneTimePassword {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimePassword() {}

    public static String generate() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }
}
