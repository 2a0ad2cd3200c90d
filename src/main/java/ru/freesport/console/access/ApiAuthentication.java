package ru.freesport.console.access;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import ru.freesport.console.shared.Actor;

/** A program that came with a key. */
final class ApiAuthentication extends ActorAuthentication {

    private final UUID keyId;

    ApiAuthentication(ApiKey key) {
        super(Actor.storefront(key.name()), rights(key));
        this.keyId = key.id();
    }

    UUID keyId() {
        return keyId;
    }

    private static List<GrantedAuthority> rights(ApiKey key) {
        List<GrantedAuthority> rights = new ArrayList<>();
        rights.add(new SimpleGrantedAuthority("ROLE_STOREFRONT"));
        key.scopes().forEach(scope -> rights.add(new SimpleGrantedAuthority(scope.authority())));
        return rights;
    }
}
