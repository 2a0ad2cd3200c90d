package ru.freesport.console.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import ru.freesport.console.shared.Actor;

/** Whoever acts now: the person at the screen, or the identity given by {@link RunAs}. */
@Component
public class CurrentUser {

    /** For audit and run records; nobody logged in is a bug of the caller. */
    public Actor actor() {
        Authentication known = authentication();
        if (known == null) {
            throw new AuthenticationCredentialsNotFoundException("Nobody is logged in");
        }
        return known instanceof ActorAuthentication given ? given.actor() : Actor.person(known.getName());
    }

    public String name() {
        return actor().name();
    }

    public boolean has(Role role) {
        Authentication known = authentication();
        return known != null
                && known.getAuthorities().stream()
                        .anyMatch(a -> role.authority().equals(a.getAuthority()));
    }

    public boolean hasAny(Role... roles) {
        for (Role role : roles) {
            if (has(role)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Authentication authentication() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known == null || known instanceof AnonymousAuthenticationToken ? null : known;
    }
}
