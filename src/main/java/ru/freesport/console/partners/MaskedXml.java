package ru.freesport.console.partners;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
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
    private final Map<String, Name> names = new HashMap<>();

    private String label = "";
    private int at;

    private record Frame(Name name, boolean isHidden) {}

    /** What is known of a name, looked up once for all elements that have it. */
    private static final class Name {

        private final boolean isHidden;
        private final boolean isHarmless;
        private final boolean isLabel;
        private final boolean isLabelled;
        /** Elements of this name that are open: looking through all of them would be slow where somebody nests thousands. */
        private int open;

        Name(String name) {
            isHidden = SensitiveNames.isHidden(name);
            isHarmless = SensitiveNames.isHarmless(name);
            isLabel = LABELS.contains(name);
            isLabelled = LABELLED.contains(name);
        }
    }

    MaskedXml(String text, Consumer<String> taken) {
        this.text = text;
        this.taken = taken;
        this.out = new StringBuilder(text.length());
    }

    String masked() {
        while (at < text.length()) {
            int tag = text.indexOf('<', at);
            content(at, tag < 0 ? text.length() : tag);
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
        content(at + CDATA.length(), end < 0 ? text.length() : end);
        out.append(end < 0 ? "" : CDATA_END);
        at = end < 0 ? text.length() : end + CDATA_END.length();
    }

    private void content(int from, int to) {
        Frame frame = frames.peek();
        boolean isLabel = frame != null && frame.name().isLabel;
        if (frame == null || !frame.isHidden() && !isLabel || isBlank(from, to)) {
            out.append(text, from, to);
        } else if (frame.isHidden()) {
            taken.accept(text.substring(from, to).strip());
            out.append(Masking.MASK);
        } else {
            label = text.substring(from, to);
            out.append(label);
        }
    }

    private boolean isBlank(int from, int to) {
        int place = from;
        while (place < to && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
        return place == to;
    }

    private void tag() {
        int begin = at;
        int end = text.indexOf('>', begin);
        at = end < 0 ? text.length() : end + 1;
        if (text.startsWith("</", begin)) {
            close(name(begin + 2));
            out.append(text, begin, at);
        } else if (at - begin > 1 && Character.isLetter(text.charAt(begin + 1))) {
            Name name = name(begin + 1);
            boolean isHidden = isHidden(name);
            attributes(begin, isHidden);
            if (end >= 0 && text.charAt(end - 1) != '/') {
                frames.push(new Frame(name, isHidden));
                name.open++;
            }
        } else {
            out.append(text, begin, at);
        }
    }

    private boolean isHidden(Name name) {
        Frame outer = frames.peek();
        boolean isInside = outer != null && outer.isHidden();
        return isInside && !name.isHarmless || name.isHidden || name.isLabelled && SensitiveNames.isHidden(label);
    }

    private void close(Name name) {
        if (name.open == 0) {
            return;
        }
        for (Name closed = null; closed != name; ) {
            closed = frames.pop().name();
            closed.open--;
        }
        if (!name.isLabel) {
            label = "";
        }
    }

    /** Of the tag that ends where the reading stands. */
    private void attributes(int begin, boolean isInside) {
        if (text.indexOf('=', begin, at) < 0) {
            out.append(text, begin, at);
            return;
        }
        out.append(ATTRIBUTE.matcher(text.substring(begin, at)).replaceAll(found -> {
            String name = found.group(1);
            boolean isHidden = SensitiveNames.isHidden(name) || isInside && !SensitiveNames.isHarmless(name);
            if (!isHidden) {
                return Matcher.quoteReplacement(found.group());
            }
            taken.accept(found.group(3).replaceAll("^[\"']|[\"']$", ""));
            return Matcher.quoteReplacement(name + found.group(2) + '"' + Masking.MASK + '"');
        }));
    }

    /** The name that begins here, without its prefix; within the tag that ends where the reading stands. */
    private Name name(int from) {
        int end = from;
        int begin = from;
        while (end < at && !isNamesEnd(text.charAt(end))) {
            if (text.charAt(end) == ':' && begin == from) {
                begin = end + 1;
            }
            end++;
        }
        return names.computeIfAbsent(text.substring(begin, end), Name::new);
    }

    private static boolean isNamesEnd(char character) {
        return switch (character) {
            case ' ', '\t', '\r', '\n', '/', '>' -> true;
            default -> false;
        };
    }
}
