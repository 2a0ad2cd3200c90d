package ru.freesport.console.partners;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hides values of JSON by their names and by what they stand inside of. Reads it character by character, because what is
 * journalled may be cut, broken or stand in the middle of prose.
 */
final class MaskedJson {

    private final String text;
    private final Consumer<String> taken;
    private final StringBuilder out;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private @Nullable String key;
    private int at;

    private record Frame(boolean isArray, boolean isHidden) {}

    MaskedJson(String text, Consumer<String> taken) {
        this.text = text;
        this.taken = taken;
        this.out = new StringBuilder(text.length());
    }

    String masked() {
        while (at < text.length()) {
            char one = text.charAt(at);
            switch (one) {
                case '"' -> string();
                case '\\' -> escaped();
                case '{', '[' -> {
                    frames.push(new Frame(one == '[', hidesWhatFollows()));
                    key = null;
                    out.append(one);
                    at++;
                }
                case '}', ']' -> {
                    frames.poll();
                    key = null;
                    out.append(one);
                    at++;
                }
                case ',' -> {
                    key = null;
                    out.append(one);
                    at++;
                }
                default -> other(one);
            }
        }
        return out.toString();
    }

    private void string() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        boolean isWhole = end < text.length();
        end = Math.min(end, text.length());
        String content = text.substring(at + 1, end);
        at = Math.min(end + 1, text.length());
        if (isWhole && isName()) {
            key = content;
            out.append('"').append(content).append('"');
        } else if (hidesWhatFollows()) {
            taken.accept(JsonEscapes.undone(content));
            out.append('"').append(Masking.MASK).append('"');
        } else {
            out.append('"').append(inner(content)).append(isWhole ? "\"" : "");
        }
    }

    /** A piece of a string of JSON whose own quotes are not there. */
    private void escaped() {
        if (text.startsWith("\\\"", at)) {
            out.append(JsonEscapes.done(Masking.text(JsonEscapes.undone(text.substring(at)), taken)));
            at = text.length();
        } else {
            out.append(text.charAt(at++));
        }
    }

    /** JSON or XML within a string of JSON. */
    private String inner(String content) {
        return content.contains("\\\"") || content.indexOf('<') >= 0
                ? JsonEscapes.done(Masking.text(JsonEscapes.undone(content), taken))
                : content;
    }

    private boolean isName() {
        Frame frame = frames.peek();
        if (frame != null && frame.isArray()) {
            return false;
        }
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && text.charAt(next) == ':';
    }

    /** Numbers and the like; true, false and null tell nothing of anybody. */
    private void other(char one) {
        int end = at + 1;
        if (Character.isLetterOrDigit(one) || one == '-') {
            while (end < text.length()
                    && (Character.isLetterOrDigit(text.charAt(end)) || ".+-_".indexOf(text.charAt(end)) >= 0)) {
                end++;
            }
        }
        String word = text.substring(at, end);
        at = end;
        boolean isValue = Character.isDigit(one) || one == '-';
        if (isValue && (key != null || !frames.isEmpty()) && hidesWhatFollows()) {
            taken.accept(word);
            out.append('"').append(Masking.MASK).append('"');
        } else {
            out.append(word);
        }
    }

    private boolean hidesWhatFollows() {
        Frame frame = frames.peek();
        boolean isInside = frame != null && frame.isHidden() && (key == null || !SensitiveNames.isHarmless(key));
        return isInside || key != null && SensitiveNames.isHidden(key);
    }
}
