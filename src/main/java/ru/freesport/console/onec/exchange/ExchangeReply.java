package ru.freesport.console.onec.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What 1C is told: lines of text, of which the first decides.
 *
 * @param cookie name and value for clients that keep cookies by themselves
 * @param bytes how much of a body was taken
 * @param note for the record of the call only
 */
record ExchangeReply(
        int status,
        List<String> lines,
        @Nullable String cookie,
        long bytes,
        @Nullable String note) {

    static ExchangeReply success(String... more) {
        return first("success", more);
    }

    static ExchangeReply progress(String text) {
        return first("progress", text);
    }

    static ExchangeReply failure(String text) {
        return first("failure", text);
    }

    static ExchangeReply lines(String... lines) {
        return new ExchangeReply(200, List.of(lines), null, 0, null);
    }

    ExchangeReply and(String... more) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(List.of(more));
        return new ExchangeReply(status, List.copyOf(all), cookie, bytes, note);
    }

    ExchangeReply withStatus(int code) {
        return new ExchangeReply(code, lines, cookie, bytes, note);
    }

    ExchangeReply withCookie(String nameAndValue) {
        return new ExchangeReply(status, lines, nameAndValue, bytes, note);
    }

    ExchangeReply taken(long count) {
        return new ExchangeReply(status, lines, cookie, count, note);
    }

    ExchangeReply noting(String text) {
        return new ExchangeReply(status, lines, cookie, bytes, text);
    }

    String text() {
        return String.join("\n", lines);
    }

    boolean isFailure() {
        return lines.getFirst().equals("failure");
    }

    private static ExchangeReply first(String word, String... more) {
        String[] all = new String[more.length + 1];
        all[0] = word;
        for (int i = 0; i < more.length; i++) {
            // an explanation is one line, whatever it quotes
            all[i + 1] = more[i].replaceAll("\\R", " ");
        }
        return lines(all);
    }
}
