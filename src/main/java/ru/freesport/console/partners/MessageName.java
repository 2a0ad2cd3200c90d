package ru.freesport.console.partners;

import java.util.ArrayList;
import java.util.List;

/** Makes a name that came from outside safe to show, to store and to offer as a download. */
final class MessageName {

    private static final int LONGEST = 255;

    private MessageName() {}

    static String clean(String name) {
        StringBuilder printable = new StringBuilder(name.length());
        name.replace('\\', '/')
                .codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .forEach(printable::appendCodePoint);
        List<String> parts = new ArrayList<>();
        for (String part : printable.toString().split("/")) {
            String kept = part.strip();
            if (!kept.isEmpty() && !kept.equals(".") && !kept.equals("..") && !kept.matches("[A-Za-z]:")) {
                parts.add(kept);
            }
        }
        String path = String.join("/", parts);
        return path.isEmpty() ? "unnamed" : shorten(path);
    }

    /** Keeps the end: there is the extension, which says what it is. */
    private static String shorten(String path) {
        int length = path.codePointCount(0, path.length());
        return length <= LONGEST ? path : path.substring(path.offsetByCodePoints(0, length - LONGEST));
    }
}
