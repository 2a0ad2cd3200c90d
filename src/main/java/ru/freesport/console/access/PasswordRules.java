package ru.freesport.console.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a password that people choose must be. */
@Component
class PasswordRules {

    /** BCrypt reads no further. */
    private static final int MOST_BYTES = 72;

    private final AccessSettings settings;

    PasswordRules(AccessSettings settings) {
        this.settings = settings;
    }

    int shortest() {
        return settings.passwordLength();
    }

    Optional<AccountChange.Why> violation(String accountName, String password) {
        if (password.codePointCount(0, password.length()) < settings.passwordLength()) {
            return Optional.of(AccountChange.Why.PASSWORD_TOO_SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of(AccountChange.Why.PASSWORD_TOO_LONG);
        }
        if (password.toLowerCase(Locale.ROOT).contains(accountName)) {
            return Optional.of(AccountChange.Why.PASSWORD_LIKE_NAME);
        }
        return Optional.empty();
    }
}
