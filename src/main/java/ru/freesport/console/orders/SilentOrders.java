package ru.freesport.console.orders;

import java.time.Instant;

/**
 * Orders that 1C has left unconfirmed for longer than it may.
 *
 * @param orders how many, counted no further than one beyond {@link OrderList#COUNTED}
 * @param since when the first of them was offered first
 * @param offers how often the one was offered that was offered most
 */
public record SilentOrders(int orders, Instant since, int offers) {}
