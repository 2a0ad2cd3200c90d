package ru.freesport.console.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the simulated 1C is asked to exchange with the console.
 *
 * @param kinds {@code catalog}, {@code sale} (take the console's orders), {@code orders} (send their statuses)
 * @param success whether it says that it took the orders; absent, yes
 */
public record PushRequest(List<String> kinds, @Nullable Boolean success) {}
