package ru.freesport.console.access;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** The login form's judge: one answer, whichever part was wrong. */
@Component
class ConsoleLogin implements AuthenticationProvider {

    private final PasswordCheck passwords;

    ConsoleLogin(PasswordCheck passwords) {
        this.passwords = passwords;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        PasswordCheck.Known known =
                passwords.check(asked.getName(), String.valueOf(asked.getCredentials()), PasswordCheck.Door.CONSOLE);
        if (known == null) {
            throw new BadCredentialsException("The name or the password is wrong, or the account is locked");
        }
        var user = new ConsoleUser(known.id(), known.name(), known.stamp(), known.mustChangePassword());
        var authorities = known.roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(user, null, authorities);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
