package ru.freesport.console.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.AccountChange.Done;
import ru.freesport.console.access.AccountChange.Refused;
import ru.freesport.console.access.AccountChange.Why;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.shared.Actor;

/** The accounts of people and of 1C, for administrators; every change has an actor and a reason. */
@Service
@Transactional
public class Accounts {

    private final UserAccounts stored;
    private final AccountLock lock;
    private final JdbcClient database;
    private final PasswordEncoder encoder;
    private final PasswordRules rules;
    private final CurrentUser currentUser;
    private final AuditLog audit;
    private final Clock clock;

    Accounts(
            UserAccounts stored,
            AccountLock lock,
            JdbcClient database,
            PasswordEncoder encoder,
            PasswordRules rules,
            CurrentUser currentUser,
            AuditLog audit,
            Clock clock) {
        this.stored = stored;
        this.lock = lock;
        this.database = database;
        this.encoder = encoder;
        this.rules = rules;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    public List<Account> list() {
        return stored.findAllByOrderByName().stream()
                .map(UserAccount::toAccount)
                .toList();
    }

    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    public Optional<Account> find(String name) {
        return stored.findByName(AccountName.normalized(name)).map(UserAccount::toAccount);
    }

    /** People change this first password at their first login; 1C keeps it. */
    @PreAuthorize("hasRole('ADMIN')")
    public AccountChange add(String typedName, Set<Role> roles, String password, String reason) {
        String name = AccountName.normalized(typedName);
        Optional<Why> objection = !AccountName.isWellFormed(name)
                ? Optional.of(Why.NAME_MALFORMED)
                : roles.isEmpty()
                        ? Optional.of(Why.NO_ROLE)
                        : reason.isBlank() ? Optional.of(Why.REASON_MISSING) : rules.violation(name, password);
        if (objection.isPresent()) {
            return new Refused(objection.get());
        }
        lock.acquire();
        if (stored.findByName(name).isPresent()) {
            return new Refused(Why.NAME_TAKEN);
        }
        UserAccount account = stored.save(
                new UserAccount(name, roles, encoder.encode(password), Role.openTheConsole(roles), clock.instant()));
        record("added", name, null, words(roles), reason);
        return new Done(account.toAccount());
    }

    @PreAuthorize("hasRole('ADMIN')")
    public AccountChange disable(String name, String reason) {
        return change(name, reason, account -> {
            if (isMe(name)) {
                return Optional.of(Why.ONESELF);
            }
            if (isLastAdmin(account)) {
                return Optional.of(Why.LAST_ADMIN);
            }
            account.disable();
            record("disabled", name, null, null, reason);
            return Optional.empty();
        });
    }

    @PreAuthorize("hasRole('ADMIN')")
    public AccountChange enable(String name, String reason) {
        return change(name, reason, account -> {
            account.enable();
            record("enabled", name, null, null, reason);
            return Optional.empty();
        });
    }

    @PreAuthorize("hasRole('ADMIN')")
    public AccountChange setRoles(String name, Set<Role> roles, String reason) {
        return change(name, reason, account -> {
            if (roles.isEmpty()) {
                return Optional.of(Why.NO_ROLE);
            }
            boolean demoted = account.isActiveAdmin() && !roles.contains(Role.ADMIN);
            if (demoted && isMe(name)) {
                return Optional.of(Why.ONESELF);
            }
            if (demoted && isLastAdmin(account)) {
                return Optional.of(Why.LAST_ADMIN);
            }
            String before = words(account.roles());
            account.play(roles);
            record("roles-changed", name, before, words(roles), reason);
            return Optional.empty();
        });
    }

    /** A new password to hand over; it also lifts a lock. One's own is changed by {@link OwnPassword}. */
    @PreAuthorize("hasRole('ADMIN')")
    public AccountChange setPassword(String name, String password, String reason) {
        return change(name, reason, account -> {
            if (isMe(name)) {
                return Optional.of(Why.ONESELF);
            }
            Optional<Why> violation = rules.violation(AccountName.normalized(name), password);
            if (violation.isEmpty()) {
                boolean ofPerson = Role.openTheConsole(account.roles());
                account.changePassword(encoder.encode(password), ofPerson, clock.instant());
                liftLock(name);
                record("password-set", name, null, null, reason);
            }
            return violation;
        });
    }

    @PreAuthorize("hasRole('ADMIN')")
    public AccountChange unlock(String name, String reason) {
        return change(name, reason, _ -> {
            liftLock(name);
            record("unlocked", name, null, null, reason);
            return Optional.empty();
        });
    }

    private AccountChange change(String name, String reason, Function<UserAccount, Optional<Why>> act) {
        if (reason.isBlank()) {
            return new Refused(Why.REASON_MISSING);
        }
        lock.acquire();
        Optional<UserAccount> found = stored.findByName(AccountName.normalized(name));
        if (found.isEmpty()) {
            return new Refused(Why.UNKNOWN_ACCOUNT);
        }
        return act.apply(found.get())
                .<AccountChange>map(Refused::new)
                .orElseGet(() -> new Done(found.get().toAccount()));
    }

    private boolean isMe(String name) {
        Actor actor = currentUser.actor();
        return actor.kind() == Actor.Kind.PERSON && actor.name().equals(AccountName.normalized(name));
    }

    private boolean isLastAdmin(UserAccount account) {
        return account.isActiveAdmin()
                && stored.findAllByOrderByName().stream()
                                .filter(UserAccount::isActiveAdmin)
                                .count()
                        == 1;
    }

    private void liftLock(String name) {
        database.sql("""
                        UPDATE account SET failed_attempts = 0, last_failed_at = NULL, locked_until = NULL
                        WHERE name = :name
                        """).param("name", AccountName.normalized(name)).update();
    }

    private void record(String act, String name, @Nullable String from, @Nullable String to, String reason) {
        audit.record(
                currentUser.actor(),
                "access.account." + act,
                "account:" + AccountName.normalized(name),
                from,
                to,
                reason.strip());
    }

    private static String words(Set<Role> roles) {
        return String.join(", ", new TreeSet<>(roles).stream().map(Role::name).toList());
    }
}
