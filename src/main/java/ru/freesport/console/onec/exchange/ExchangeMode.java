package ru.freesport.console.onec.exchange;

import java.io.IOException;

/** One step of an exchange: answers a call that came in a session. */
@FunctionalInterface
interface ExchangeMode {

    ExchangeReply answer(ExchangeCall call) throws IOException;
}
