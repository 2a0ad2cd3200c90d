package ru.freesport.console.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Writes the accounts nobody asked for: the demo's, and the first administrator. */
@Component
class AccountSeeds {

    private final JdbcClient database;
    private final PasswordEncoder encoder;
    private final Clock clock;

    AccountSeeds(JdbcClient database, PasswordEncoder encoder, Clock clock) {
        this.database = database;
        this.encoder = encoder;
        this.clock = clock;
    }

    boolean isAnybodyThere() {
        return database.sql("SELECT EXISTS (SELECT FROM account)")
                .query(Boolean.class)
                .single();
    }

    boolean isThere(String name) {
        return database.sql("SELECT EXISTS (SELECT FROM account WHERE name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    void add(String name, Set<Role> roles, String password, boolean mustChangePassword, boolean demo) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        INSERT INTO account
                            (id, name, password, must_change_password, password_changed_at, demo, created_at)
                        VALUES (:id, :name, :password, :mustChange, :now, :demo, :now)
                        """)
                .param("id", id)
                .param("name", name)
                .param("password", encoder.encode(password))
                .param("mustChange", mustChangePassword)
                .param("demo", demo)
                .param("now", OffsetDateTime.now(clock))
                .update();
        for (Role role : roles) {
            database.sql("INSERT INTO account_role (account_id, role) VALUES (:id, :role)")
                    .param("id", id)
                    .param("role", role.name())
                    .update();
        }
    }

    int removeDemo() {
        return database.sql("DELETE FROM account WHERE demo").update();
    }
}
