package ru.freesport.console.onec.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
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
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");
    private static final int UNAUTHORIZED = 401;

    private final ExchangeSettings settings;
    private final ReplyTexts texts;
    private final ExchangeAccounts accounts;
    private final ExchangeSessions sessions;
    private final Uploads uploads;
    private final FileMode files;
    private final ImportMode imports;
    private final FinishMode finish;

    ExchangeDoor(
            ExchangeSettings settings,
            ReplyTexts texts,
            ExchangeAccounts accounts,
            ExchangeSessions sessions,
            Uploads uploads,
            FileMode files,
            ImportMode imports,
            FinishMode finish) {
        this.settings = settings;
        this.texts = texts;
        this.accounts = accounts;
        this.sessions = sessions;
        this.uploads = uploads;
        this.files = files;
        this.imports = imports;
        this.finish = finish;
    }

    Optional<ExchangeSession> session(@Nullable String cookie, ExchangeQuery query) {
        return sessions.find(cookie, query.sessid());
    }

    ExchangeReply answer(ExchangeQuery query, @Nullable ExchangeSession session, HttpServletRequest request)
            throws IOException {
        if (!query.type().equals("catalog")) {
            return texts.failure("type", query.type());
        }
        if (query.mode().equals("checkauth")) {
            return checkAuth(request);
        }
        return inSession(query, session, request);
    }

    /** Whatever broke, 1C hears it in its own words. */
    ExchangeReply broken(ExchangeQuery query, Exception cause) {
        LOG.error("A call of 1C failed: mode {}", query.mode(), cause);
        return texts.failure("failed");
    }

    private ExchangeReply inSession(ExchangeQuery query, @Nullable ExchangeSession session, HttpServletRequest request)
            throws IOException {
        if (session == null) {
            return texts.failure("session");
        }
        if (!session.sessidFits()) {
            return texts.failure("sessid");
        }
        if (session.superseded()) {
            return texts.failure("superseded");
        }
        if (query.mode().equals("init")) {
            return init(session);
        }
        Long packetId = session.packetId();
        if (packetId == null) {
            return texts.failure(isKnown(query.mode()) ? "noInit" : "mode", query.mode());
        }
        return switch (query.mode()) {
            case "file" -> file(query, session, request);
            case "import" -> importFile(query, session, packetId);
            case "deactivate" -> finish.deactivate(session, packetId, query.timestamp());
            case "complete" -> finish.complete(session, packetId);
            default -> texts.failure("mode", query.mode());
        };
    }

    private static boolean isKnown(String mode) {
        return switch (mode) {
            case "file", "import", "deactivate", "complete" -> true;
            default -> false;
        };
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

    private ExchangeReply init(ExchangeSession session) throws IOException {
        Optional<ExchangeSessions.AtWork> atWork = sessions.beginPacket(session);
        if (atWork.isPresent()) {
            String since = TIME.format(atWork.get().since().atZone(ZoneId.systemDefault()));
            return texts.failure("inProgress", since, atWork.get().runId());
        }
        uploads.discardOpen(session);
        return ExchangeReply.lines("zip=" + (settings.zip() ? "yes" : "no"), "file_limit=" + settings.fileLimit());
    }

    private ExchangeReply file(ExchangeQuery query, ExchangeSession session, HttpServletRequest request)
            throws IOException {
        if (!request.getMethod().equals("POST")) {
            return texts.failure("post", request.getMethod());
        }
        Name name = name(query);
        return name.path == null ? name.refusal() : files.take(session, name.path, request);
    }

    private ExchangeReply importFile(ExchangeQuery query, ExchangeSession session, long packetId) throws IOException {
        Name name = name(query);
        return name.path == null ? name.refusal() : imports.go(session, packetId, name.path);
    }

    private Name name(ExchangeQuery query) {
        String raw = query.filename();
        if (raw == null || raw.isBlank()) {
            return new Name(null, texts.failure("noName"));
        }
        return new Name(UploadName.clean(raw), texts.failure("name", raw));
    }

    private record Name(@Nullable String path, ExchangeReply refusal) {}
}
