package ru.freesport.console.access;

import java.time.Clock;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.AccountChange.Why;
import ru.freesport.console.audit.AuditLog;

/** A person's own password: whether it must be changed now, and changing it. */
@Service
public class OwnPassword {

    private final UserAccounts stored;
    private final PasswordCheck check;
    private final PasswordEncoder encoder;
    private final PasswordRules rules;
    private final CurrentUser currentUser;
    private final AuditLog audit;
    private final Clock clock;

    OwnPassword(
            UserAccounts stored,
            PasswordCheck check,
            PasswordEncoder encoder,
            PasswordRules rules,
            CurrentUser currentUser,
            AuditLog audit,
            Clock clock) {
        this.stored = stored;
        this.check = check;
        this.encoder = encoder;
        this.rules = rules;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether this session may do nothing else before. */
    public boolean mustChange() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof ConsoleUser user && user.mustChangePassword();
    }

    /** Fewest characters of a password that will do. */
    public int shortest() {
        return rules.shortest();
    }

    /** The person's other sessions end; this one goes on. A wrong current password counts as a failed login. */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public AccountChange change(String current, String wanted) {
        String name = currentUser.name();
        Optional<Why> objection = rules.violation(name, wanted)
                .or(() -> current.equals(wanted) ? Optional.of(Why.PASSWORD_THE_SAME) : Optional.empty());
        if (objection.isPresent()) {
            return new AccountChange.Refused(objection.get());
        }
        if (check.check(name, current, PasswordCheck.Door.CONSOLE) == null) {
            return new AccountChange.Refused(Why.PASSWORD_WRONG);
        }
        UserAccount account = stored.findByName(name).orElseThrow();
        account.changePassword(encoder.encode(wanted), false, clock.instant());
        audit.record(currentUser.actor(), "access.account.password-changed", "account:" + name, null, null, null);
        goOn(account, name);
        return new AccountChange.Done(account.toAccount());
    }

    private static void goOn(UserAccount account, String name) {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known != null && known.getPrincipal() instanceof ConsoleUser) {
            var user = new ConsoleUser(account.id(), name, account.stamp(), false);
            // the context is the session's own object, so the session knows too
            SecurityContextHolder.getContext()
                    .setAuthentication(
                            UsernamePasswordAuthenticationToken.authenticated(user, null, known.getAuthorities()));
        }
    }
}
