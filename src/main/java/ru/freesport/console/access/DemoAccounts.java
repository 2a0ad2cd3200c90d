package ru.freesport.console.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The well-known accounts of the demo, one per role, password = name. */
@Component
@Profile({"demo", "test"})
// before those seeds that are made as one of them
@Order(100)
public class DemoAccounts implements ApplicationRunner {

    private static final Map<String, Role> ACCOUNTS = new LinkedHashMap<>();

    static {
        for (Role role : Role.values()) {
            ACCOUNTS.put(role.name().toLowerCase(Locale.ROOT), role);
        }
    }

    private final AccountSeeds seeds;
    private final AccountLock lock;
    private final TransactionTemplate transaction;

    DemoAccounts(AccountSeeds seeds, AccountLock lock, TransactionTemplate transaction) {
        this.seeds = seeds;
        this.lock = lock;
        this.transaction = transaction;
    }

    /** The names the login page offers. */
    public List<String> names() {
        return ACCOUNTS.keySet().stream()
                .filter(name -> Role.openTheConsole(Set.of(ACCOUNTS.get(name))))
                .toList();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(_ -> {
            lock.acquire();
            ACCOUNTS.forEach((name, role) -> {
                if (!seeds.isThere(name)) {
                    seeds.add(name, Set.of(role), name, false, true);
                }
            });
        });
    }
}
