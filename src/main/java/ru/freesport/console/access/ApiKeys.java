package ru.freesport.console.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.audit.AuditLog;

/** The keys of programs that call the API: issued and revoked by administrators, each with a reason. */
@Service
@Transactional
public class ApiKeys {

    private final JdbcClient database;
    private final CurrentUser user;
    private final AuditLog audit;
    private final boolean demoAllowed;

    ApiKeys(JdbcClient database, CurrentUser user, AuditLog audit, ObjectProvider<DemoAccounts> demo) {
        this.database = database;
        this.user = user;
        this.audit = audit;
        this.demoAllowed = demo.getIfAvailable() != null;
    }

    /** Living ones first, newest first. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    public List<ApiKey> list() {
        return database.sql("SELECT * FROM api_key ORDER BY revoked_at IS NOT NULL, created_at DESC")
                .query(ApiKeys::key)
                .list();
    }

    @PreAuthorize("hasRole('ADMIN')")
    public IssuedKey issue(String typedName, Set<ApiScope> scopes, String reason) {
        String name = typedName.strip();
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}")) {
            return new IssuedKey.Refused(IssuedKey.Why.NAME_MALFORMED);
        }
        if (scopes.isEmpty()) {
            return new IssuedKey.Refused(IssuedKey.Why.NO_SCOPE);
        }
        if (reason.isBlank()) {
            return new IssuedKey.Refused(IssuedKey.Why.REASON_MISSING);
        }
        String secret = ApiKeySecret.generate();
        Optional<ApiKey> key = add(name, secret, scopes, user.name(), false);
        if (key.isEmpty()) {
            return new IssuedKey.Refused(IssuedKey.Why.NAME_TAKEN);
        }
        audit.record(user.actor(), "access.key.issued", "api_key:" + name, null, words(scopes), reason.strip());
        return new IssuedKey.Issued(key.get(), secret);
    }

    /** At once and for good, on every node; false when it was revoked already. */
    @PreAuthorize("hasRole('ADMIN')")
    public boolean revoke(UUID id, String reason) {
        Optional<String> name = database.sql("""
                        UPDATE api_key SET revoked_at = now(), revoked_by = :who
                        WHERE id = :id AND revoked_at IS NULL RETURNING name""")
                .param("who", user.name())
                .param("id", id)
                .query(String.class)
                .optional();
        name.ifPresent(known ->
                audit.record(user.actor(), "access.key.revoked", "api_key:" + known, null, null, reason.strip()));
        return name.isPresent();
    }

    /** The key that somebody came with, or empty for every kind of no. */
    Optional<ApiKey> authenticate(String secret) {
        Optional<ApiKey> known = database.sql("SELECT * FROM api_key WHERE sha256 = ? AND revoked_at IS NULL")
                .param(ApiKeySecret.hash(secret))
                .query(ApiKeys::key)
                .optional()
                .filter(key -> demoAllowed || !key.isDemo());
        known.ifPresent(key -> database.sql("""
                        UPDATE api_key SET used_at = now()
                        WHERE id = ? AND (used_at IS NULL OR used_at < now() - interval '1 minute')""").param(key.id()).update());
        return known;
    }

    /** Empty when a living key has the name already. */
    Optional<ApiKey> add(String name, String secret, Set<ApiScope> scopes, String by, boolean demo) {
        return database.sql("""
                        INSERT INTO api_key (id, name, prefix, sha256, scopes, demo, created_by)
                        VALUES (:id, :name, :prefix, :sha256, :scopes, :demo, :by) ON CONFLICT DO NOTHING RETURNING *""")
                .param("id", UUID.randomUUID())
                .param("name", name)
                .param("prefix", ApiKeySecret.prefix(secret))
                .param("sha256", ApiKeySecret.hash(secret))
                .param("scopes", scopes.stream().map(ApiScope::code).toArray(String[]::new))
                .param("demo", demo)
                .param("by", by)
                .query(ApiKeys::key)
                .optional();
    }

    private static String words(Set<ApiScope> scopes) {
        return String.join(
                ", ", new TreeSet<>(scopes.stream().map(ApiScope::code).toList()));
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        Set<ApiScope> scopes = EnumSet.noneOf(ApiScope.class);
        Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(ApiScope::of)
                .flatMap(Optional::stream)
                .forEach(scopes::add);
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("prefix"),
                scopes,
                row.getBoolean("demo"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                instant(row.getTimestamp("used_at")),
                instant(row.getTimestamp("revoked_at")),
                row.getString("revoked_by"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
