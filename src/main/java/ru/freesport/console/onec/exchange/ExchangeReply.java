package ru.freesport.console.onec.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What 1C is told: lines of text, of which the first decides, or a document.
 *
 * @param lines of a document: what the record of the call says of it
 * @param cookie name and value for clients that keep cookies by themselves
 * @param bytes how much of a body was taken
 * @param note for the record of the call only
 * @param document sent instead of the lines; null for most answers
 */
record ExchangeReply(
        int status,
        List<String> lines,
        @Nullable String cookie,
        long bytes,
        @Nullable String note,
        @Nullable Document document) {

    /** Bytes as they are sent. */
    record Document(byte[] bytes, String contentType) {}

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
        return new ExchangeReply(200, List.of(lines), null, 0, null, null);
    }

    /** @param summary for the record of the call */
    static ExchangeReply document(byte[] bytes, String contentType, String summary) {
        return new ExchangeReply(200, List.of(summary), null, 0, null, new Document(bytes, contentType));
    }

    ExchangeReply and(String... more) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(List.of(more));
        return new ExchangeReply(status, List.copyOf(all), cookie, bytes, note, document);
    }

    ExchangeReply withStatus(int code) {
        return new ExchangeReply(code, lines, cookie, bytes, note, document);
    }

    ExchangeReply withCookie(String nameAndValue) {
        return new ExchangeReply(status, lines, nameAndValue, bytes, note, document);
    }

    ExchangeReply taken(long count) {
        return new ExchangeReply(status, lines, cookie, count, note, document);
    }

    ExchangeReply noting(String text) {
        return new ExchangeReply(status, lines, cookie, bytes, text, document);
    }

    String text() {
        return String.join("\n", lines);
    }

    boolean isProgress() {
        return lines.getFirst().equals("progress");
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
