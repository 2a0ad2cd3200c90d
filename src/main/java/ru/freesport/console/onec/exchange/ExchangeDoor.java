package ru.freesport.console.onec.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.ExchangeAccounts;

/** The exchange protocol: judges a call and gives it to the mode it names. */
@Component
class ExchangeDoor {

    static final String COOKIE = "FREESPORT_EXCHANGE";
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeDoor.class);
    private static final int UNAUTHORIZED = 401;

    private final ReplyTexts texts;
    private final ExchangeAccounts accounts;
    private final ExchangeSessions sessions;
    private final Map<String, ExchangeType> types;

    ExchangeDoor(ReplyTexts texts, ExchangeAccounts accounts, ExchangeSessions sessions, List<ExchangeType> types) {
        this.texts = texts;
        this.accounts = accounts;
        this.sessions = sessions;
        this.types = types.stream().collect(Collectors.toMap(ExchangeType::name, Function.identity()));
    }

    Optional<ExchangeSession> session(@Nullable String cookie, ExchangeQuery query) {
        return sessions.find(cookie, query.sessid());
    }

    ExchangeReply answer(ExchangeQuery query, @Nullable ExchangeSession session, HttpServletRequest request)
            throws IOException {
        ExchangeType type = types.get(query.type());
        if (type == null) {
            return texts.failure("type", query.type());
        }
        if (query.mode().equals("checkauth")) {
            return checkAuth(request);
        }
        if (session == null) {
            return texts.failure("session");
        }
        if (!session.sessidFits()) {
            return texts.failure("sessid");
        }
        ExchangeMode mode = type.modes().get(query.mode());
        if (mode == null) {
            return texts.failure(
                    "mode",
                    query.mode(),
                    type.name(),
                    "checkauth, " + String.join(", ", type.modes().keySet()));
        }
        return mode.answer(new ExchangeCall(query, session, request));
    }

    /** Whatever broke, 1C hears it in its own words. */
    ExchangeReply broken(ExchangeQuery query, Exception cause) {
        LOG.error("A call of 1C failed: mode {}", query.mode(), cause);
        return texts.failure("failed");
    }

    private ExchangeReply checkAuth(HttpServletRequest request) {
        Optional<ExchangeAccounts.Admitted> account = BasicCredentials.of(request.getHeader("Authorization"))
                .flatMap(given -> accounts.admit(given.user(), given.password()));
        if (account.isEmpty()) {
            return texts.failure("credentials").withStatus(UNAUTHORIZED);
        }
        ExchangeSessions.Keys keys = sessions.begin(account.get());
        return ExchangeReply.success(COOKIE, keys.cookie(), "sessid=" + keys.sessid(), "timestamp=" + keys.timestamp())
                .withCookie(COOKIE + "=" + keys.cookie());
    }
}
