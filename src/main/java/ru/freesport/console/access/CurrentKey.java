package ru.freesport.console.access;

import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The API key that the current call came with. */
@Component
public class CurrentKey {

    public UUID id() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof ApiAuthentication known) {
            return known.keyId();
        }
        throw new AccessDeniedException("The call came without an API key");
    }
}
