package ru.freesport.console.partners;

/** The escapes of a JSON string, both ways; what is broken stays as it is. */
final class JsonEscapes {

    private static final int HEX = 16;
    private static final int UNICODE_DIGITS = 4;

    private JsonEscapes() {}

    static String undone(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        StringBuilder plain = new StringBuilder(escaped.length());
        for (int at = 0; at < escaped.length(); at++) {
            char one = escaped.charAt(at);
            if (one != '\\' || at + 1 == escaped.length()) {
                plain.append(one);
                continue;
            }
            char code = escaped.charAt(++at);
            switch (code) {
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case 't' -> plain.append('\t');
                case 'b' -> plain.append('\b');
                case 'f' -> plain.append('\f');
                case 'u' -> {
                    int end = at + 1 + UNICODE_DIGITS;
                    if (end <= escaped.length()
                            && escaped.substring(at + 1, end).matches("[0-9A-Fa-f]{4}")) {
                        plain.append((char) Integer.parseInt(escaped.substring(at + 1, end), HEX));
                        at = end - 1;
                    } else {
                        plain.append("\\u");
                    }
                }
                default -> plain.append(code);
            }
        }
        return plain.toString();
    }

    static String done(String plain) {
        return plain.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
