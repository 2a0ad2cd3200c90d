package ru.freesport.console.onec.commerceml;

import java.util.HashSet;
import java.util.Set;

/** Counts different names in a file: the parser remembers each, so a flood of them would fill the memory. */
final class SeenNames {

    private static final int MOST = 2_000;

    private final String[] recent = new String[256];
    private final Set<String> all = new HashSet<>();

    /** Takes note of a name; true when it is one too many. Names the parser hands out twice are the same object. */
    boolean tooMany(String name) {
        int slot = name.hashCode() & 255;
        if (recent[slot] == name) {
            return false;
        }
        recent[slot] = name;
        all.add(name);
        return all.size() > MOST;
    }
}
