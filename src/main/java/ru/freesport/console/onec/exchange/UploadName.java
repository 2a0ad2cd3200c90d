package ru.freesport.console.onec.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes the name of a file of its name on the 1C machine: 1C on Linux sends the path of its temporary folder, and
 * pictures must keep the folders that the goods name. It is never a path on our disk.
 */
final class UploadName {

    private static final String PICTURES = "import_files";
    private static final String EXPORT_ROOT = "webdata";
    private static final List<String> TEMPORARY = List.of("tmp", "temp", "var");
    private static final int LONGEST = 200;

    private UploadName() {}

    /** The name inside the packet, or null when it remains unsafe. */
    static @Nullable String clean(String raw) {
        String path = raw.replace('\\', '/');
        boolean isRooted = path.startsWith("/") || path.matches("[A-Za-z]:.*");
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            String kept = withoutControls(part).strip();
            if (!kept.isEmpty() && !kept.equals(".") && !kept.equals("..") && !kept.matches("[A-Za-z]:")) {
                parts.add(kept.replaceFirst("^[A-Za-z]:", ""));
            }
        }
        String name = String.join("/", inside(parts, isRooted));
        return isSafe(name) && !path.endsWith("/") ? name : null;
    }

    /** The name a call gives, cleaned; where it gives none or an unsafe one, what to say to that. */
    static Given given(@Nullable String raw, ReplyTexts texts) {
        if (raw == null || raw.isBlank()) {
            return new Given(null, texts.failure("noName"));
        }
        return new Given(clean(raw), texts.failure("name", raw));
    }

    /** @param refusal the answer where there is no path */
    record Given(@Nullable String path, ExchangeReply refusal) {}

    static boolean isXml(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xml");
    }

    static boolean isArchive(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(zip|z\\d{2,3})");
    }

    private static List<String> inside(List<String> parts, boolean isRooted) {
        List<String> lower =
                parts.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
        int pictures = lower.lastIndexOf(PICTURES);
        if (pictures >= 0 && pictures < parts.size() - 1) {
            return parts.subList(pictures, parts.size());
        }
        int root = lower.lastIndexOf(EXPORT_ROOT);
        if (root >= 0 && root < parts.size() - 1) {
            return parts.subList(root + 1, parts.size());
        }
        boolean isTemporary = !lower.isEmpty() && TEMPORARY.contains(lower.getFirst());
        return (isRooted || isTemporary) && !parts.isEmpty() ? List.of(parts.getLast()) : parts;
    }

    private static String withoutControls(String part) {
        StringBuilder kept = new StringBuilder(part.length());
        part.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isSafe(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && name.chars().noneMatch(c -> ":*?\"<>|".indexOf(c) >= 0 || Character.isSurrogate((char) c))
                && Arrays.stream(name.split("/")).noneMatch(part -> part.startsWith("."));
    }
}
