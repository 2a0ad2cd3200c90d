package ru.freesport.console.partners;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lays JSON and XML out in lines for people; works on what is cut or broken too, and never changes what it says. */
public final class PrettyText {

    private static final String STEP = "  ";
    private static final int DEEPEST = 40;
    private static final Pattern TAG = Pattern.compile("<[^>]*>?|[^<]+");

    private PrettyText() {}

    /** The text itself where it is neither. */
    public static String of(String text) {
        String start = text.stripLeading();
        if (start.startsWith("<")) {
            return xml(text);
        }
        return start.startsWith("{") || start.startsWith("[") ? json(text) : text;
    }

    private static String json(String text) {
        StringBuilder out = new StringBuilder(text.length() * 2);
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one == '"') {
                int end = stringEnd(text, at);
                out.append(text, at, end);
                at = end - 1;
            } else if (one == '{' || one == '[') {
                depth++;
                out.append(one);
                if (!closesNext(text, at)) {
                    line(out, depth);
                }
            } else if (one == '}' || one == ']') {
                depth = Math.max(0, depth - 1);
                if (!opensBefore(out)) {
                    line(out, depth);
                }
                out.append(one);
            } else if (one == ',') {
                out.append(one);
                line(out, depth);
            } else if (one == ':') {
                out.append(": ");
            } else if (!Character.isWhitespace(one) || depth == 0) {
                out.append(one);
            }
        }
        return out.toString();
    }

    private static int stringEnd(String text, int at) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, text.length());
    }

    private static boolean closesNext(String text, int at) {
        int next = at + 1;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && (text.charAt(next) == '}' || text.charAt(next) == ']');
    }

    private static boolean opensBefore(StringBuilder out) {
        char last = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
        return last == '{' || last == '[';
    }

    /** A text stands on its element's line. */
    private static String xml(String text) {
        StringBuilder out = new StringBuilder(text.length() * 2);
        int depth = 0;
        boolean afterText = false;
        Matcher piece = TAG.matcher(text);
        while (piece.find()) {
            String one = piece.group();
            if (!one.startsWith("<")) {
                afterText = !one.isBlank();
                out.append(afterText ? one : "");
                continue;
            }
            boolean isEnd = one.startsWith("</");
            depth = isEnd ? Math.max(0, depth - 1) : depth;
            if (!out.isEmpty() && !afterText && !(isEnd && justOpened(out, one))) {
                line(out, depth);
            }
            out.append(one);
            afterText = false;
            boolean isOpening = !isEnd && !one.endsWith("/>") && one.length() > 1 && Character.isLetter(one.charAt(1));
            depth = isOpening ? depth + 1 : depth;
        }
        return out.toString();
    }

    /** {@code <a></a>} stays together. */
    private static boolean justOpened(StringBuilder out, String closing) {
        String name = closing.substring(2).replaceFirst("[\\s>].*", "");
        int tag = out.lastIndexOf("<");
        return tag >= 0
                && out.indexOf("<" + name, tag) == tag
                && out.charAt(out.length() - 1) == '>'
                && out.charAt(out.length() - 2) != '/';
    }

    private static void line(StringBuilder out, int depth) {
        out.append('\n').append(STEP.repeat(Math.min(depth, DEEPEST)));
    }
}
