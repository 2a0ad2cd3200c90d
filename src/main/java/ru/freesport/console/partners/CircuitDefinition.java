package ru.freesport.console.partners;

import org.jspecify.annotations.Nullable;

/**
 * A circuit that a module has; declared as a bean there.
 *
 * @param name {@code onec.orders}
 * @param titleKey what people call the endpoint
 * @param effectKey what happens to its work while the circuit is open, as it stands after a colon: "exchange by files"
 * @param probe asks the other side whether it is there, as an ordinary call through this circuit; none, a call is waited for
 * @param protocol what it speaks while it is closed
 */
public record CircuitDefinition(
        String name,
        String titleKey,
        String effectKey,
        @Nullable Runnable probe,
        String protocol) {

    public CircuitDefinition(String name, String titleKey, String effectKey, @Nullable Runnable probe) {
        this(name, titleKey, effectKey, probe, "HTTP");
    }
}
