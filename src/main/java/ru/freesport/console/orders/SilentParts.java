package ru.freesport.console.orders;

import java.time.Instant;
import java.util.List;

/** Order parts that 1C has left unconfirmed for longer than it may; published once for each. */
public record SilentParts(List<Silent> parts) {

    /**
     * @param number of the part
     * @param offers how often it was offered
     * @param since the first time
     */
    public record Silent(String number, int offers, Instant since) {}
}
