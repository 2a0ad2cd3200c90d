package ru.freesport.console.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the sessions of an account that was disabled, or whose roles or password changed, on whatever node. */
final class SessionGuard extends OncePerRequestFilter {

    private static final int GONE = -1;

    private final Map<UUID, Seen> stamps = new ConcurrentHashMap<>();
    private final JdbcClient database;
    private final AccessSettings settings;
    private final Clock clock;

    SessionGuard(JdbcClient database, AccessSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known != null && known.getPrincipal() instanceof ConsoleUser user && user.stamp() != stamp(user)) {
            SecurityContextHolder.clearContext();
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }

    private int stamp(ConsoleUser user) {
        Instant now = clock.instant();
        Seen seen = stamps.get(user.id());
        // an older stamp than the session's own means that we looked before the change: look again
        if (seen == null || seen.until().isBefore(now) || seen.stamp() < user.stamp()) {
            int current = database.sql("SELECT stamp FROM account WHERE id = :id AND NOT disabled")
                    .param("id", user.id())
                    .query(Integer.class)
                    .optional()
                    .orElse(GONE);
            seen = new Seen(current, now.plus(settings.sessionCheck()));
            stamps.put(user.id(), seen);
        }
        return seen.stamp();
    }

    private record Seen(int stamp, Instant until) {}
}
