package ru.freesport.console.catalog;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.shared.Actor;

/** The limits beyond which packets are held: what holds now, who set it, and how a person sets others. */
@Service
public class GuardSettings {

    private static final String MAY_SEE = "hasAnyRole('ADMIN', 'OPERATIONS', 'MANAGER', 'SUPPORT', 'VIEWER', 'SYSTEM')";
    private static final String MAY_DECIDE = "hasAnyRole('ADMIN', 'OPERATIONS')";
    private static final String SELECT = """
            SELECT version, at, actor_kind, actor, reason, price_change, zeroed_share, zeroed_least, hidden_share,
                hidden_least, ladder
            FROM guard_limits ORDER BY version DESC LIMIT ?""";

    private final JdbcClient database;
    private final GuardDefaults defaults;
    private final CurrentUser user;
    private final AuditLog audit;

    GuardSettings(JdbcClient database, GuardDefaults defaults, CurrentUser user, AuditLog audit) {
        this.database = database;
        this.defaults = defaults;
        this.user = user;
        this.audit = audit;
    }

    /** What holds now, for whoever works on a packet. */
    public GuardLimits limits() {
        return newest().limits();
    }

    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public GuardVersion current() {
        return newest();
    }

    /** Newest first; the settings of the installation come last. */
    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public List<GuardVersion> history(int limit) {
        List<GuardVersion> versions = versions(limit);
        return versions.size() < limit
                ? java.util.stream.Stream.concat(versions.stream(), java.util.stream.Stream.of(installed()))
                        .toList()
                : versions;
    }

    /** @param seen version that the person looked at while deciding */
    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public GuardOutcome change(GuardLimits limits, long seen, String reason) {
        if (!limits.isSensible() || reason.isBlank()) {
            return new GuardOutcome.Refused();
        }
        GuardVersion before = newest();
        if (before.version() == seen && before.limits().equals(limits)) {
            return new GuardOutcome.Unchanged();
        }
        if (before.version() != seen || insert(limits, seen + 1, reason.strip(), user.actor()) == 0) {
            return new GuardOutcome.Clash(newest());
        }
        audit.record(
                user.actor(), "catalog.guard.changed", "guard:limits", words(before.limits()), words(limits), reason);
        return new GuardOutcome.Done(newest());
    }

    private int insert(GuardLimits limits, long version, String reason, Actor actor) {
        return database.sql("""
                        INSERT INTO guard_limits (version, actor_kind, actor, reason, price_change, zeroed_share,
                            zeroed_least, hidden_share, hidden_least, ladder)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(
                        version,
                        actor.kind().name(),
                        actor.name(),
                        reason,
                        limits.priceChange(),
                        limits.zeroedShare(),
                        limits.zeroedLeast(),
                        limits.hiddenShare(),
                        limits.hiddenLeast(),
                        limits.ladder().stream().map(Enum::name).toArray(String[]::new))
                .update();
    }

    private GuardVersion newest() {
        return versions(1).stream().findFirst().orElseGet(this::installed);
    }

    private GuardVersion installed() {
        return new GuardVersion(0, defaults.limits(), null, null, null);
    }

    private List<GuardVersion> versions(int limit) {
        return database.sql(SELECT).param(limit).query(GuardSettings::version).list();
    }

    private static String words(GuardLimits limits) {
        return "price %s %%, zeroed %s %% from %d, hidden %s %% from %d, ladder %s"
                .formatted(
                        words(limits.priceChange()),
                        words(limits.zeroedShare()),
                        limits.zeroedLeast(),
                        words(limits.hiddenShare()),
                        limits.hiddenLeast(),
                        limits.ladder());
    }

    private static String words(@Nullable BigDecimal limit) {
        return limit == null ? "–" : limit.toPlainString();
    }

    private static GuardVersion version(ResultSet row, int number) throws SQLException {
        return new GuardVersion(
                row.getLong("version"),
                new GuardLimits(
                        row.getBigDecimal("price_change"),
                        row.getBigDecimal("zeroed_share"),
                        row.getInt("zeroed_least"),
                        row.getBigDecimal("hidden_share"),
                        row.getInt("hidden_least"),
                        Arrays.stream((String[]) row.getArray("ladder").getArray())
                                .map(PriceLevel::valueOf)
                                .toList()),
                row.getTimestamp("at").toInstant(),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                row.getString("reason"));
    }
}
