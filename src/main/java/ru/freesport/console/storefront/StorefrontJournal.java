package ru.freesport.console.storefront;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.partners.IncomingCall;
import ru.freesport.console.partners.IncomingCalls;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.Correlation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Journals the calls of the storefront that change something and those that are refused; what only reads is journalled on
 * demand, because a shop reads thousands of times for each order.
 */
final class StorefrontJournal extends OncePerRequestFilter {

    private static final String CHANNEL = "storefront";
    private static final int KEPT = 256 << 10;

    private final IncomingCalls journal;
    private final CurrentUser caller;
    private final JsonMapper json;
    private final boolean journalsReads;

    StorefrontJournal(IncomingCalls journal, CurrentUser caller, JsonMapper json, boolean journalsReads) {
        this.journal = journal;
        this.caller = caller;
        this.json = json;
        this.journalsReads = journalsReads;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long began = System.nanoTime();
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (reads && !journalsReads) {
            chain.doFilter(request, response);
            if (response.getStatus() >= 400) {
                record(request, new byte[0], response, new byte[0], began);
            }
            return;
        }
        ContentCachingRequestWrapper asked = new ContentCachingRequestWrapper(request, KEPT);
        ContentCachingResponseWrapper answered = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(asked, answered);
            record(asked, asked.getContentAsByteArray(), answered, answered.getContentAsByteArray(), began);
        } finally {
            answered.copyBodyToResponse();
        }
    }

    private void record(
            HttpServletRequest request, byte[] asked, HttpServletResponse response, byte[] answer, long began) {
        String query = request.getQueryString();
        String address = request.getRequestURL() + (query == null ? "" : "?" + query);
        journal.record(new IncomingCall(
                CHANNEL,
                operation(request),
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD"),
                actor(),
                request.getHeader(IdempotentCalls.KEY),
                Correlation.current().orElseGet(Correlation::fresh),
                Duration.ofNanos(System.nanoTime() - began),
                response.getStatus(),
                response.getStatus() < 400 ? null : failure(response.getStatus(), answer),
                new IncomingCall.Content(
                        request.getMethod() + " " + address + "\n" + IncomingCalls.headers(headers(request)),
                        request.getContentType(),
                        asked,
                        Math.max(request.getContentLengthLong(), asked.length)),
                IncomingCall.Content.of(
                        "HTTP " + response.getStatus() + "\n" + IncomingCalls.headers(headers(response)),
                        response.getContentType(),
                        answer)));
    }

    /** The pattern of the address, so that there are few. */
    private static String operation(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return request.getMethod() + " "
                + (pattern == null || pattern.toString().equals("/api/**") ? "…" : pattern);
    }

    private Actor actor() {
        try {
            return caller.actor();
        } catch (AuthenticationCredentialsNotFoundException nobody) {
            return Actor.storefront("—");
        }
    }

    private String failure(int status, byte[] answer) {
        try {
            JsonNode problem = json.readTree(answer);
            String rule = problem.path("errors").path(0).path("rule").asString("");
            return "HTTP " + status + ": " + problem.path("detail").asString("")
                    + (rule.isEmpty() ? "" : " (" + rule + ")");
        } catch (JacksonException noProblem) {
            return "HTTP " + status + ": " + new String(answer, StandardCharsets.UTF_8);
        }
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name, Collections.list(request.getHeaders(name)));
        }
        return headers;
    }

    private static Map<String, List<String>> headers(HttpServletResponse response) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (@Nullable String name : response.getHeaderNames()) {
            headers.put(name, List.copyOf(response.getHeaders(name)));
        }
        return headers;
    }
}
