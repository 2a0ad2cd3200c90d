package ru.freesport.console.access;

import java.util.EnumSet;
import java.util.Set;

/** What an account may do; EXCHANGE is for 1C and opens no screen. */
public enum Role {
    ADMIN,
    MANAGER,
    OPERATIONS,
    SUPPORT,
    FINANCE,
    VIEWER,
    EXCHANGE;

    /** The name Spring Security knows it by. */
    public String authority() {
        return "ROLE_" + name();
    }

    /** Whether any of these roles lets a person into the console. */
    static boolean openTheConsole(Set<Role> roles) {
        Set<Role> people = EnumSet.complementOf(EnumSet.of(EXCHANGE));
        people.retainAll(roles);
        return !people.isEmpty();
    }
}
