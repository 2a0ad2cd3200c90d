package ru.freesport.console.access;

/** What came of an attempt to change an account. */
public sealed interface AccountChange {

    record Done(Account account) implements AccountChange {}

    record Refused(Why why) implements AccountChange {}

    /** Each has its text under {@code access.refused.*}. */
    enum Why {
        UNKNOWN_ACCOUNT,
        NAME_TAKEN,
        NAME_MALFORMED,
        NO_ROLE,
        REASON_MISSING,
        PASSWORD_TOO_SHORT,
        PASSWORD_TOO_LONG,
        PASSWORD_LIKE_NAME,
        PASSWORD_THE_SAME,
        PASSWORD_WRONG,
        ONESELF,
        LAST_ADMIN
    }
}
