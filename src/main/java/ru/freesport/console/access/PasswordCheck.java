package ru.freesport.console.access;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.shared.Actor;

/**
 * Judges a name and a password. Wrong passwords are counted in the database, so that all nodes agree and many at once
 * do not get more tries; whatever is wrong, the caller learns nothing but "no" and waits as long.
 */
@Component
class PasswordCheck {

    /** BCrypt would take longer passwords for their first 72 bytes. */
    private static final int MOST_BYTES = 72;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final PasswordEncoder encoder;
    private final AuditLog audit;
    private final AccessSettings settings;
    private final boolean demoAllowed;
    private final String nobodysPassword;

    PasswordCheck(
            JdbcClient database,
            TransactionTemplate transaction,
            PasswordEncoder encoder,
            AuditLog audit,
            AccessSettings settings,
            ObjectProvider<DemoAccounts> demo) {
        this.database = database;
        this.transaction = transaction;
        this.encoder = encoder;
        this.audit = audit;
        this.settings = settings;
        this.demoAllowed = demo.getIfAvailable() != null;
        this.nobodysPassword = encoder.encode(OneTimePassword.generate());
    }

    /** The account, or null for every kind of no. */
    @Nullable Known check(String typedName, String typedPassword, Door door) {
        String name = AccountName.normalized(typedName);
        Known known = AccountName.isWellFormed(name) ? find(name) : null;
        String password = typedPassword.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES ? "" : typedPassword;
        boolean right = encoder.matches(password, known == null ? nobodysPassword : known.password());
        boolean welcome = known != null && right && door.admits(known.roles()) && (demoAllowed || !known.demo());
        if (known == null) {
            // the name is not kept: people type their password there
            audit.record(Actor.system(), "access.login.refused", "account:?", null, "UNKNOWN_ACCOUNT", null);
            return null;
        }
        return transaction.execute(_ -> welcome ? enter(known, door) : refuse(known));
    }

    private @Nullable Known enter(Known known, Door door) {
        int entered = database.sql("""
                        UPDATE account
                        SET failed_attempts = 0, last_failed_at = NULL, locked_until = NULL,
                            last_login_at = clock_timestamp()
                        WHERE id = :id AND password = :password AND NOT disabled
                          AND (locked_until IS NULL OR locked_until <= clock_timestamp())
                        """)
                .param("id", known.id())
                .param("password", known.password())
                .update();
        if (entered == 0) {
            audit.record(Actor.system(), "access.login.refused", known.subject(), null, "LOCKED_OR_DISABLED", null);
            return null;
        }
        if (door == Door.CONSOLE) {
            audit.record(Actor.person(known.name()), "access.login.accepted", known.subject(), null, null, null);
        }
        return known;
    }

    private @Nullable Known refuse(Known known) {
        Boolean locked = database.sql("""
                        UPDATE account
                        SET failed_attempts = counted.attempts,
                            last_failed_at = clock_timestamp(),
                            locked_until = CASE WHEN counted.attempts >= :most
                                THEN clock_timestamp() + make_interval(secs => :lock) END
                        FROM (SELECT id, CASE
                                  WHEN locked_until IS NOT NULL
                                    OR last_failed_at < clock_timestamp() - make_interval(secs => :lock) THEN 1
                                  ELSE failed_attempts + 1 END AS attempts
                              FROM account
                              WHERE id = :id AND (locked_until IS NULL OR locked_until <= clock_timestamp())
                              FOR UPDATE) AS counted
                        WHERE account.id = counted.id
                        RETURNING locked_until IS NOT NULL
                        """)
                .param("id", known.id())
                .param("most", settings.attempts())
                .param("lock", settings.lock().toSeconds())
                .query(Boolean.class)
                .optional()
                .orElse(null);
        audit.record(
                Actor.system(),
                "access.login.refused",
                known.subject(),
                null,
                locked == null ? "LOCKED" : "WRONG_PASSWORD",
                null);
        if (Boolean.TRUE.equals(locked)) {
            audit.record(
                    Actor.system(),
                    "access.login.locked",
                    known.subject(),
                    null,
                    settings.lock().toString(),
                    null);
        }
        return null;
    }

    private @Nullable Known find(String name) {
        return database.sql("""
                        SELECT id, name, password, stamp, demo, must_change_password,
                               ARRAY(SELECT role FROM account_role WHERE account_id = account.id) AS roles
                        FROM account WHERE name = :name
                        """)
                .param("name", name)
                .query((row, _) -> new Known(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("password"),
                        row.getInt("stamp"),
                        row.getBoolean("demo"),
                        row.getBoolean("must_change_password"),
                        Arrays.stream((String[]) row.getArray("roles").getArray())
                                .map(Role::valueOf)
                                .collect(Collectors.toUnmodifiableSet())))
                .optional()
                .orElse(null);
    }

    /** Where somebody knocks. */
    enum Door {
        CONSOLE,
        EXCHANGE;

        boolean admits(Set<Role> roles) {
            return this == CONSOLE ? Role.openTheConsole(roles) : roles.contains(Role.EXCHANGE);
        }
    }

    /** What the database knows of an account at the moment of the knock. */
    record Known(
            UUID id,
            String name,
            String password,
            int stamp,
            boolean demo,
            boolean mustChangePassword,
            Set<Role> roles) {

        String subject() {
            return "account:" + name;
        }
    }
}
