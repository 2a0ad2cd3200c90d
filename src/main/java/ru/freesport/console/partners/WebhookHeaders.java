package ru.freesport.console.partners;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is kept of a notification's headers: the shorter ones, secrets masked. */
final class WebhookHeaders {

    private static final int MOST = 40;
    private static final int LONGEST = 500;

    private WebhookHeaders() {}

    static Map<String, String> kept(HttpServletRequest request) {
        Map<String, String> kept = new TreeMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            String value = request.getHeader(name);
            if (kept.size() < MOST && name.length() + value.length() < LONGEST) {
                String lower = name.toLowerCase(Locale.ROOT);
                kept.put(lower, clean(Masking.header(lower, value)));
            }
        }
        return kept;
    }

    private static String clean(String value) {
        return value.replaceAll("\\p{Cntrl}", " ");
    }
}
