package ru.freesport.console.partners;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Hides texts and attributes of XML by their names, by what they stand inside of, and by the label before them. No parser:
 * what is journalled may be cut, broken or hostile.
 */
final class MaskedXml {

    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?<![\\p{L}\\d_.:-])([\\p{L}_][\\p{L}\\d_.:-]*+)(\\s*=\\s*)(\"[^\"]*\"?|'[^']*'?)");
    /** Says what the value beside it is. */
    private static final Set<String> LABELS = Set.of("Наименование", "Тип", "Вид");

    private static final Set<String> LABELLED = Set.of("Значение", "Представление");
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";

    private final String text;
    private final Consumer<String> taken;
    private final StringBuilder out;
    private final Deque<Frame> frames = new ArrayDeque<>();
    /** How many elements of a name are open: looking through all of them would be slow where somebody nests thousands. */
    private final Map<String, Integer> open = new HashMap<>();

    private String label = "";
    private int at;

    private record Frame(String name, boolean isHidden) {}

    MaskedXml(String text, Consumer<String> taken) {
        this.text = text;
        this.taken = taken;
        this.out = new StringBuilder(text.length());
    }

    String masked() {
        while (at < text.length()) {
            int tag = text.indexOf('<', at);
            content(text.substring(at, tag < 0 ? text.length() : tag));
            if (tag < 0) {
                break;
            }
            at = tag;
            if (text.startsWith(CDATA, at)) {
                cdata();
            } else {
                tag();
            }
        }
        return out.toString();
    }

    private void cdata() {
        int end = text.indexOf(CDATA_END, at);
        out.append(CDATA);
        content(text.substring(at + CDATA.length(), end < 0 ? text.length() : end));
        out.append(end < 0 ? "" : CDATA_END);
        at = end < 0 ? text.length() : end + CDATA_END.length();
    }

    private void content(String content) {
        Frame frame = frames.peek();
        if (frame == null || content.isBlank()) {
            out.append(content);
        } else if (frame.isHidden()) {
            taken.accept(content.strip());
            out.append(Masking.MASK);
        } else {
            if (LABELS.contains(frame.name())) {
                label = content;
            }
            out.append(content);
        }
    }

    private void tag() {
        int end = text.indexOf('>', at);
        String tag = text.substring(at, end < 0 ? text.length() : end + 1);
        at += tag.length();
        if (tag.startsWith("</")) {
            close(name(tag, 2));
            out.append(tag);
        } else if (tag.length() > 1 && Character.isLetter(tag.charAt(1))) {
            String name = name(tag, 1);
            boolean isHidden = isHidden(name);
            out.append(attributes(tag, isHidden));
            if (end >= 0 && !tag.endsWith("/>")) {
                frames.push(new Frame(name, isHidden));
                open.merge(name, 1, Integer::sum);
            }
        } else {
            out.append(tag);
        }
    }

    private boolean isHidden(String name) {
        Frame outer = frames.peek();
        boolean isInside = outer != null && outer.isHidden();
        return isInside && !SensitiveNames.isHarmless(name)
                || SensitiveNames.isHidden(name)
                || LABELLED.contains(name) && SensitiveNames.isHidden(label);
    }

    private void close(String name) {
        if (open.getOrDefault(name, 0) == 0) {
            return;
        }
        for (String closed = ""; !closed.equals(name); ) {
            closed = frames.pop().name();
            open.merge(closed, -1, Integer::sum);
        }
        if (!LABELS.contains(name)) {
            label = "";
        }
    }

    private String attributes(String tag, boolean isInside) {
        if (tag.indexOf('=') < 0) {
            return tag;
        }
        return ATTRIBUTE.matcher(tag).replaceAll(found -> {
            String name = found.group(1);
            boolean isHidden = SensitiveNames.isHidden(name) || isInside && !SensitiveNames.isHarmless(name);
            if (!isHidden) {
                return java.util.regex.Matcher.quoteReplacement(found.group());
            }
            taken.accept(found.group(3).replaceAll("^[\"']|[\"']$", ""));
            return java.util.regex.Matcher.quoteReplacement(name + found.group(2) + '"' + Masking.MASK + '"');
        });
    }

    /** Without its prefix. */
    private static String name(String tag, int from) {
        int end = from;
        while (end < tag.length() && !isNamesEnd(tag.charAt(end))) {
            end++;
        }
        String name = tag.substring(from, end);
        return name.substring(name.indexOf(':') + 1);
    }

    private static boolean isNamesEnd(char character) {
        return switch (character) {
            case ' ', '\t', '\r', '\n', '/', '>' -> true;
            default -> false;
        };
    }
}
