package ru.freesport.console.access;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import ru.freesport.console.shared.Actor;

/** Gives work outside a person's session an identity: jobs are the system, commands are whoever typed them. */
public final class RunAs {

    private RunAs() {}

    /** As ROLE_SYSTEM, which the services meant for jobs accept. */
    public static <T, E extends Exception> T system(Work<T, E> work) throws E {
        return actor(Actor.system(), work);
    }

    public static void system(Runnable work) {
        actor(Actor.system(), work);
    }

    /** As somebody who is no person: the rights follow from the kind of actor. */
    public static <T, E extends Exception> T actor(Actor actor, Work<T, E> work) throws E {
        return as(new ActorAuthentication(actor, AuthorityUtils.createAuthorityList(rights(actor))), work);
    }

    static <T, E extends Exception> T as(Authentication who, Work<T, E> work) throws E {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext mine = SecurityContextHolder.createEmptyContext();
        mine.setAuthentication(who);
        SecurityContextHolder.setContext(mine);
        try {
            return work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public static void actor(Actor actor, Runnable work) {
        actor(actor, () -> {
            work.run();
            return actor;
        });
    }

    /** Work that may fail in its own way; whatever it throws passes through. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    private static String[] rights(Actor actor) {
        return switch (actor.kind()) {
            case SYSTEM -> new String[] {"ROLE_SYSTEM"};
            case COMMAND_LINE -> new String[] {Role.ADMIN.authority(), "ROLE_SYSTEM"};
            case EXCHANGE -> new String[] {Role.EXCHANGE.authority()};
            case STOREFRONT -> new String[] {"ROLE_STOREFRONT"};
            case PERSON -> throw new IllegalArgumentException("A person's rights come from a login: " + actor.name());
        };
    }
}
