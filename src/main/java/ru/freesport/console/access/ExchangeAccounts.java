package ru.freesport.console.access;

import java.util.Optional;
import org.springframework.stereotype.Service;
import ru.freesport.console.shared.Actor;

/** Judges the name and password 1C sends, with the lock-out of every login. */
@Service
public class ExchangeAccounts {

    private final PasswordCheck passwords;

    ExchangeAccounts(PasswordCheck passwords) {
        this.passwords = passwords;
    }

    /** The account as an actor, or empty for every kind of no. */
    public Optional<Actor> authenticate(String user, String password) {
        return Optional.ofNullable(passwords.check(user, password, PasswordCheck.Door.EXCHANGE))
                .map(known -> Actor.exchange(known.name()));
    }
}
