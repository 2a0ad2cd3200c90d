package ru.freesport.console.onec.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriBuilder;
import ru.freesport.console.partners.BlobRef;
import ru.freesport.console.partners.Blobs;
import ru.freesport.console.partners.CallAttempt;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallFailure;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.Message;
import ru.freesport.console.partners.Messages;
import ru.freesport.console.partners.NewMessage;
import ru.freesport.console.partners.PartnerCall;
import ru.freesport.console.partners.PartnerCalls;
import ru.freesport.console.shared.Actor;

/** What 1C lists, page by page: a page is handed on only when it is whole and can be read to its end. */
@Component
public class OnecPages {

    /** What messages of these calls are marked with. */
    public static final String CHANNEL = "http";

    private static final String NEXT = "X-Next-Cursor";
    private static final int LONGEST_CURSOR = 200;
    private static final MediaType TEXT_XML = MediaType.TEXT_XML;

    private final OnecHttp http;
    private final PartnerCalls calls;
    private final Messages messages;
    private final Blobs blobs;

    public OnecPages(OnecHttp http, PartnerCalls calls, Messages messages, Blobs blobs) {
        this.http = http;
        this.calls = calls;
        this.messages = messages;
        this.blobs = blobs;
    }

    /**
     * A page as it came.
     *
     * @param next names the page after it; empty after the last one
     * @param records what {@link Reading} counted
     */
    public record Page(byte[] content, Optional<String> next, int records) {}

    /** Reads a page to its end. */
    @FunctionalInterface
    public interface Reading {

        /**
         * @return how many records it holds
         * @throws Exception why it cannot be read
         */
        int records(InputStream page) throws Exception;
    }

    /** @param name what the page is called where it is kept because nobody can read it */
    public CallOutcome<Page> page(String circuit, PageQuery query, String name, Reading reading) {
        return calls.call(PartnerCall.reading(circuit, "GET " + query.path()), attempt -> {
            ResponseEntity<byte[]> answer = http.client(circuit)
                    .get()
                    .uri(uri -> address(uri, query))
                    .accept(MediaType.APPLICATION_XML, TEXT_XML)
                    .retrieve()
                    .toEntity(byte[].class);
            byte[] content = answer.getBody();
            check(answer, content, query.largest());
            int records = records(reading, java.util.Objects.requireNonNull(content), attempt, name);
            return new Page(content, next(answer), records);
        });
    }

    private static URI address(UriBuilder uri, PageQuery query) {
        Map<String, Object> values = new LinkedHashMap<>();
        query.parameters().forEach((name, value) -> {
            uri.queryParam(name, "{" + name + "}");
            values.put(name, value);
        });
        return uri.path(query.path()).build(values);
    }

    private static void check(ResponseEntity<byte[]> answer, byte @Nullable [] content, long largest) {
        MediaType type = answer.getHeaders().getContentType();
        if (!answer.getStatusCode().is2xxSuccessful() || type == null || !isXml(type)) {
            throw unreadable("1C answered " + answer.getStatusCode().value() + " with " + type + " instead of XML");
        }
        if (content == null || content.length == 0) {
            throw unreadable("1C answered with an empty page");
        }
        if (content.length > largest) {
            throw unreadable("The page has " + content.length + " B, more than " + largest + "; lower its limit in 1C");
        }
    }

    private static boolean isXml(MediaType type) {
        return MediaType.APPLICATION_XML.equalsTypeAndSubtype(type) || TEXT_XML.equalsTypeAndSubtype(type);
    }

    private int records(Reading reading, byte[] content, CallAttempt attempt, String name) {
        try {
            return reading.records(new ByteArrayInputStream(content));
        } catch (Exception broken) {
            attempt.message(kept(content, name));
            throw new CallFailure(
                    CallError.DATA_FORMAT_ERROR, false, "The page cannot be read: " + broken.getMessage(), broken);
        }
    }

    /** Byte-exact, for the programmer who repairs what wrote it. */
    private long kept(byte[] content, String name) {
        try {
            BlobRef stored = blobs.store(new ByteArrayInputStream(content));
            return messages.store(new NewMessage(
                    Message.Direction.IN, CHANNEL, name, "text/xml", stored, Actor.system(), null, null));
        } catch (IOException unstored) {
            throw new UncheckedIOException(unstored);
        }
    }

    private static Optional<String> next(ResponseEntity<byte[]> answer) {
        Optional<String> next =
                Optional.ofNullable(answer.getHeaders().getFirst(NEXT)).filter(cursor -> !cursor.isBlank());
        if (next.filter(cursor -> cursor.length() > LONGEST_CURSOR).isPresent()) {
            throw unreadable(NEXT + " is longer than " + LONGEST_CURSOR + " characters");
        }
        return next;
    }

    private static CallFailure unreadable(String text) {
        return new CallFailure(CallError.DATA_FORMAT_ERROR, false, text);
    }
}
