package ru.freesport.console.partners;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets and personal data out of what is written down; always the same mask, so that not even a length is told.
 * Three ways, each for what the others cannot see: by the name a value stands under, by the shape it has, and by the value
 * itself: the secrets of the settings, and what was hidden in a request and comes back in its answer.
 */
public final class Masking {

    static final String MASK = "***";

    /** Bytes of a body that are looked at. */
    private static final int REACH = 256 << 10;

    private static final int SHORTEST_VALUE = 4;
    /** What is shorter may be a word that stands everywhere. */
    private static final int SHORTEST_SECRET = 10;

    private static final int MOST_VALUES = 1_000;
    private static final int LONGEST_EDGE = 200;

    private static final Set<String> KNOWN_SECRETS = ConcurrentHashMap.newKeySet();

    private Masking() {}

    /**
     * What was masked, and the values that were hidden.
     *
     * @param taken the longest first
     */
    record Masked(String text, List<String> taken) {

        static final Masked NOTHING = new Masked("", List.of());
    }

    /** From now on these are hidden wherever they turn up; what is too short to be a secret is left alone. */
    public static void hide(String... secrets) {
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST_SECRET) {
                KNOWN_SECRETS.add(secret);
            }
        }
    }

    /** Masks whatever looks secret or personal in any text: a body, a query, an error. */
    public static String text(String text) {
        return text(text, _ -> {});
    }

    static String text(String text, Consumer<String> taken) {
        String masked = withoutKnown(text);
        int tag = masked.indexOf('<');
        int quote = masked.indexOf('"');
        if (tag >= 0 && !isJson(masked, tag)) {
            masked = new MaskedXml(masked, taken).masked();
        } else if (quote >= 0) {
            masked = new MaskedJson(masked, taken).masked();
        }
        return MaskedText.masked(masked, taken);
    }

    /** Headers as lines, secrets masked by name. */
    static String headers(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(String.CASE_INSENSITIVE_ORDER))
                .map(header -> header.getKey() + ": " + value(header))
                .collect(Collectors.joining("\n"));
    }

    /** A body as text, masked; of a large one the beginning, what is no text is told by its size only. */
    static Masked body(@Nullable String contentType, byte[] body) {
        if (body.length == 0) {
            return Masked.NOTHING;
        }
        boolean isCut = body.length > REACH;
        String text = BodyText.of(contentType, isCut ? Arrays.copyOf(body, REACH) : body)
                .orElse(null);
        if (text == null) {
            return new Masked(body.length + " B", List.of());
        }
        Set<String> taken = new LinkedHashSet<>();
        Consumer<String> memory = value -> remember(value, taken);
        return new Masked(
                isCut ? cut(text, memory) : text(text, memory),
                taken.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList());
    }

    /** Hides values wherever they stand; for an answer that repeats what it was sent. */
    static String without(List<String> values, String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, MASK);
        }
        return masked;
    }

    private static String withoutKnown(String text) {
        String masked = text;
        for (String secret : KNOWN_SECRETS) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }

    private static boolean isJson(String text, int tag) {
        int brace = text.indexOf('{');
        int bracket = text.indexOf('[');
        return brace >= 0 && brace < tag || bracket >= 0 && bracket < tag;
    }

    private static void remember(String value, Set<String> taken) {
        String plain = value.strip();
        if (plain.length() >= SHORTEST_VALUE && !plain.equals(MASK) && taken.size() < MOST_VALUES) {
            taken.add(plain);
        }
    }

    /** Of a text whose end is missing: the last word may be half of something that its other half would have told apart. */
    static String cut(String beginning, Consumer<String> taken) {
        String text = text(beginning, taken);
        int end = text.length();
        while (end > 0
                && text.length() - end < LONGEST_EDGE
                && " \t\r\n<>{}[]\",;&=".indexOf(text.charAt(end - 1)) < 0) {
            end--;
        }
        return text.substring(0, end);
    }

    /** The value of one header. */
    static String header(String name, String value) {
        return SensitiveNames.isHiddenHeader(name) ? MASK : text(value);
    }

    private static String value(Map.Entry<String, List<String>> header) {
        return header(header.getKey(), String.join(", ", header.getValue()));
    }
}
