package ru.freesport.console.onec.exchange;

import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/**
 * A session of 1C as it stood when a call came in.
 *
 * @param sessid what the client must bring beside its cookie
 * @param superseded the account began another catalogue exchange meanwhile
 * @param packetId of its catalogue exchange; null before that began
 * @param saleVersion the schema that was agreed on for orders; null when 1C asked for none
 * @param saleZip whether orders go to it in an archive
 * @param correlationId one for all calls of the session and what they cause
 */
record ExchangeSession(
        long id,
        String account,
        String sessid,
        boolean superseded,
        boolean sessidFits,
        @Nullable Long packetId,
        @Nullable Long finishRunId,
        long receivedBytes,
        @Nullable String saleVersion,
        boolean saleZip,
        String correlationId) {

    Actor actor() {
        return Actor.exchange(account);
    }

    /** Without its secret. */
    @Override
    public String toString() {
        return "ExchangeSession[" + id + ", " + account + "]";
    }
}
