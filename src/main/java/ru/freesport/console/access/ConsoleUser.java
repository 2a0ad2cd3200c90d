package ru.freesport.console.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/** The person a console session belongs to, as of the login. */
record ConsoleUser(UUID id, String name, int stamp, boolean mustChangePassword) implements Principal, Serializable {

    @Override
    public String getName() {
        return name;
    }
}
