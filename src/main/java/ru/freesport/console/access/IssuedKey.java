package ru.freesport.console.access;

/** What came of a wish for an API key. */
public sealed interface IssuedKey {

    /** @param secret the key itself: shown once, kept nowhere */
    record Issued(ApiKey key, String secret) implements IssuedKey {

        @Override
        public String toString() {
            return "Issued[" + key.name() + "]";
        }
    }

    record Refused(Why why) implements IssuedKey {}

    /** Each has its text under {@code access.keys.refused.*}. */
    enum Why {
        NAME_MALFORMED,
        NAME_TAKEN,
        NO_SCOPE,
        REASON_MISSING
    }
}
