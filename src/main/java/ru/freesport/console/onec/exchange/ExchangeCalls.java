package ru.freesport.console.onec.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.IncomingCall;
import ru.freesport.console.partners.IncomingCalls;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.Correlation;

/** The flight recorder: every call of 1C and how it was answered, without cookies, passwords and sessids. */
@Component
class ExchangeCalls {

    static final String CHANNEL = "exchange";

    private static final int LONGEST = 500;
    private static final String WORD = "[a-z]{1,20}";

    private final IncomingCalls journal;

    ExchangeCalls(IncomingCalls journal) {
        this.journal = journal;
    }

    void record(
            @Nullable ExchangeSession session,
            @Nullable String account,
            HttpServletRequest request,
            ExchangeQuery query,
            ExchangeReply reply,
            Duration duration) {
        // the explanation of a failure is what people will look for; other further lines may be secrets
        String text = reply.isFailure() ? reply.text() : reply.lines().getFirst();
        String who = session == null ? account : session.account();
        journal.record(new IncomingCall(
                CHANNEL,
                operation(query),
                !query.mode().equals("file"),
                Actor.exchange(who == null ? "—" : who),
                null,
                session == null ? Correlation.current().orElseGet(Correlation::fresh) : session.correlationId(),
                duration,
                reply.status(),
                reply.isFailure() ? shortened(text) : null,
                new IncomingCall.Content(asked(request, query), null, new byte[0], reply.bytes()),
                new IncomingCall.Content(
                        answered(reply), null, shortened(text).getBytes(StandardCharsets.UTF_8), size(reply))));
    }

    /** Of few kinds, whatever somebody sends. */
    private static String operation(ExchangeQuery query) {
        return query.type().matches(WORD) && query.mode().matches(WORD) ? query.type() + "/" + query.mode() : "other";
    }

    private static String asked(HttpServletRequest request, ExchangeQuery query) {
        String file = query.filename() == null ? "" : "&filename=" + shortened(query.filename());
        return request.getMethod() + " " + request.getRequestURL() + "?type=" + shortened(query.type()) + "&mode="
                + shortened(query.mode()) + file + "\nRemote-Address: " + request.getRemoteAddr();
    }

    private static String answered(ExchangeReply reply) {
        return "HTTP " + reply.status() + (reply.note() == null ? "" : "\n" + reply.note());
    }

    private static long size(ExchangeReply reply) {
        return reply.document() == null
                ? reply.text().length()
                : reply.document().bytes().length;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
