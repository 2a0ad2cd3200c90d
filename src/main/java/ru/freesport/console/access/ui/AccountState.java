package ru.freesport.console.access.ui;

import java.time.Instant;
import ru.freesport.console.access.Account;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/** What the list says of an account; texts under {@code access.state.*}. */
enum AccountState {
    ACTIVE(Tone.GOOD),
    FIRST_PASSWORD(Tone.WAITING),
    LOCKED(Tone.WARN),
    DISABLED(Tone.QUIET);

    private final Tone tone;

    AccountState(Tone tone) {
        this.tone = tone;
    }

    static AccountState of(Account account, Instant now) {
        if (account.disabled()) {
            return DISABLED;
        }
        if (account.isLocked(now)) {
            return LOCKED;
        }
        return account.mustChangePassword() ? FIRST_PASSWORD : ACTIVE;
    }

    StatusBadge badge(Account account) {
        Instant until = account.lockedUntil();
        return new StatusBadge(tone, Texts.t("access.state." + name(), until == null ? "" : Formats.clock(until)));
    }
}
