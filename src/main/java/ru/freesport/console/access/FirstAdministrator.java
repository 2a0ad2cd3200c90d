package ru.freesport.console.access;

import java.io.PrintStream;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.transaction.support.TransactionTemplate;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.shared.Actor;

/** In production the demo's accounts go, and an empty house gets one administrator whose password is shown once. */
class FirstAdministrator implements ApplicationRunner {

    static final String NAME = "admin";

    private final AccountSeeds seeds;
    private final AccountLock lock;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final PrintStream screen;

    FirstAdministrator(
            AccountSeeds seeds, AccountLock lock, AuditLog audit, TransactionTemplate transaction, PrintStream screen) {
        this.seeds = seeds;
        this.lock = lock;
        this.audit = audit;
        this.transaction = transaction;
        this.screen = screen;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        createIfNobodyIsThere().ifPresent(this::show);
    }

    /** The one-time password, if it was this node that created the account. */
    Optional<String> createIfNobodyIsThere() {
        return Optional.ofNullable(transaction.execute(_ -> {
            lock.acquire();
            int removed = seeds.removeDemo();
            if (removed > 0) {
                audit.record(
                        Actor.system(),
                        "access.account.demo-removed",
                        "account:demo",
                        String.valueOf(removed),
                        "0",
                        null);
            }
            if (seeds.isAnybodyThere()) {
                return null;
            }
            String password = OneTimePassword.generate();
            seeds.add(NAME, Set.of(Role.ADMIN), password, true, false);
            audit.record(
                    Actor.system(), "access.account.added", "account:" + NAME, null, Role.ADMIN.name(), "first start");
            return password;
        }));
    }

    private void show(String password) {
        screen.printf("""

                ============================================================
                  Создан администратор / The administrator was created
                  Имя / name:          %s
                  Пароль / password:   %s
                  Показан один раз, сменится при первом входе.
                  Shown once, to be changed at the first login.
                ============================================================

                """, NAME, password);
        screen.flush();
    }
}
