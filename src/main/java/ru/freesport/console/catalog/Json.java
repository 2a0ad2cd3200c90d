package ru.freesport.console.catalog;

import java.util.Map;

/** A flat JSON object; 55 properties of every product pass here, so it is written by hand. */
final class Json {

    private Json() {}

    static CharSequence object(Map<String, String> values) {
        if (values.isEmpty()) {
            return "{}";
        }
        StringBuilder json = new StringBuilder(values.size() * 80).append('{');
        for (Map.Entry<String, String> entry : values.entrySet()) {
            if (json.length() > 1) {
                json.append(',');
            }
            quoted(json, entry.getKey());
            json.append(':');
            quoted(json, entry.getValue());
        }
        return json.append('}');
    }

    private static void quoted(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                // PostgreSQL's jsonb has no room for the zero character
                json.append(c == 0 ? " " : String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
