package ru.freesport.console.access;

import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import ru.freesport.console.shared.Actor;

/** Accounts for one test each, so that a locked or disabled one hurts nobody. */
public final class SomeAccounts {

    public static final String PASSWORD = "correct-horse-battery";

    private SomeAccounts() {}

    /** Its first password is not changed yet. */
    public static String fresh(ApplicationContext application, Role... roles) {
        String name = "t" + UUID.randomUUID().toString().substring(0, 12);
        RunAs.actor(
                Actor.commandLine(),
                () -> SomeChanges.done(
                        application.getBean(Accounts.class).add(name, Set.of(roles), PASSWORD, "for a test")));
        return name;
    }
}
