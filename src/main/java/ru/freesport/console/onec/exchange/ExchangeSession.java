package ru.freesport.console.onec.exchange;

import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/** A session of 1C as it stood when a call came in. */
record ExchangeSession(
        long id,
        String account,
        boolean superseded,
        boolean sessidFits,
        @Nullable Long packetId,
        @Nullable Long finishRunId,
        long receivedBytes) {

    Actor actor() {
        return Actor.exchange(account);
    }
}
