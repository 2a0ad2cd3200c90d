package ru.freesport.console.onec.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which schema orders are exchanged in: the newest that both sides know. */
final class SaleVersion {

    /** What a 1C that asks for none, or for one we do not know, can read. */
    static final String OLDEST = "2.09";

    private static final String NEWEST = "3.1";
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,3})(?:[.,](\\d{1,3}))?(?!\\d).*");

    private SaleVersion() {}

    /** @param asked as 1C wrote it */
    static String agreed(String asked) {
        Matcher number = NUMBER.matcher(asked);
        if (!number.matches()) {
            return OLDEST;
        }
        int major = Integer.parseInt(number.group(1));
        int minor = number.group(2) == null ? 0 : Integer.parseInt(number.group(2));
        return major > 3 || major == 3 && minor >= 1 ? NEWEST : OLDEST;
    }

    /** The schema of a session's documents. */
    static String of(@Nullable String negotiated) {
        return negotiated == null ? OLDEST : negotiated;
    }
}
