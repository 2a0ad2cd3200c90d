package ru.freesport.console.access;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads what came of a change. */
final class SomeChanges {

    private SomeChanges() {}

    static Account done(AccountChange change) {
        assertThat(change).isInstanceOf(AccountChange.Done.class);
        return ((AccountChange.Done) change).account();
    }

    static AccountChange.Why refused(AccountChange change) {
        assertThat(change).isInstanceOf(AccountChange.Refused.class);
        return ((AccountChange.Refused) change).why();
    }
}
