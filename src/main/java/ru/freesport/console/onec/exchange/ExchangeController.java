package ru.freesport.console.onec.exchange;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import ru.freesport.console.shared.Correlation;

/** Takes calls of 1C off the wire. */
@Controller
class ExchangeController {

    private final ExchangeDoor door;
    private final ExchangeCalls calls;
    private final ReplyWriter writer;

    ExchangeController(ExchangeDoor door, ExchangeCalls calls, ReplyWriter writer) {
        this.door = door;
        this.calls = calls;
        this.writer = writer;
    }

    @RequestMapping(
            path = "/exchange/1c",
            method = {RequestMethod.GET, RequestMethod.POST})
    void call(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("HEAD")) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        long began = System.nanoTime();
        ExchangeQuery query = new ExchangeQuery(request.getQueryString());
        ExchangeSession session = null;
        ExchangeReply reply;
        try {
            session = door.session(cookie(request), query).orElse(null);
            try (Correlation correlation =
                    session == null ? Correlation.begin() : Correlation.named(session.correlationId())) {
                response.setHeader(Correlation.HEADER, correlation.id());
                reply = door.answer(query, session, request);
            }
        } catch (IOException | RuntimeException e) {
            reply = door.broken(query, e);
        }
        String account = BasicCredentials.of(request.getHeader("Authorization"))
                .map(BasicCredentials::user)
                .orElse(null);
        calls.record(session, account, request, query, reply, Duration.ofNanos(System.nanoTime() - began));
        // Tomcat answers a cut off body by itself unless told what to say
        request.setAttribute(ReplyWriter.REPLY, reply);
        writer.write(reply, response);
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        Cookie[] all = request.getCookies();
        for (Cookie cookie : all == null ? new Cookie[0] : all) {
            if (cookie.getName().equals(ExchangeDoor.COOKIE)) {
                return cookie.getValue();
            }
        }
        return null;
    }
}
