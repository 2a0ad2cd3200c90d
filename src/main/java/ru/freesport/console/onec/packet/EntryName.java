package ru.freesport.console.onec.packet;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Judges the names inside of archives: a name that leads out of the folder is refused, never mended. */
final class EntryName {

    private static final int LONGEST = 240;

    private EntryName() {}

    /** The name with forward slashes, or null when nothing may be written under it. */
    static @Nullable String safe(String raw) {
        String name = raw.replace('\\', '/');
        boolean isRooted = name.isEmpty() || name.startsWith("/") || name.matches("[A-Za-z]:.*");
        if (isRooted || name.length() > LONGEST || name.chars().anyMatch(c -> Character.isISOControl(c) || c == ':')) {
            return null;
        }
        for (String part : name.split("/")) {
            if (part.isBlank() || part.equals(".") || part.equals("..")) {
                return null;
            }
        }
        return name;
    }

    static boolean isArchive(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }
}
