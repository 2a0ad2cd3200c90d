package ru.freesport.console.access;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import ru.freesport.console.shared.Actor;

/** Judges the name and password 1C sends, with the lock-out of every login. */
@Service
public class ExchangeAccounts {

    private final PasswordCheck passwords;
    private final JdbcClient database;

    ExchangeAccounts(PasswordCheck passwords, JdbcClient database) {
        this.passwords = passwords;
        this.database = database;
    }

    /**
     * Who was let in.
     *
     * @param stamp of the account as its password was judged; compare with {@link #stamp}
     */
    public record Admitted(Actor actor, int stamp) {}

    /** The account, or empty for every kind of no. */
    public Optional<Admitted> admit(String user, String password) {
        return Optional.ofNullable(passwords.check(user, password, PasswordCheck.Door.EXCHANGE))
                .map(known -> new Admitted(Actor.exchange(known.name()), known.stamp()));
    }

    /** What changes with every change that must end the account's sessions; empty when it may not come at all. */
    public Optional<Integer> stamp(String name) {
        return database.sql("""
                        SELECT stamp FROM account a WHERE name = ? AND NOT disabled
                        AND EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = a.id AND r.role = 'EXCHANGE')
                        """).param(name).query(Integer.class).optional();
    }

    /** The account as an actor, or empty for every kind of no. */
    public Optional<Actor> authenticate(String user, String password) {
        return admit(user, password).map(Admitted::actor);
    }
}
