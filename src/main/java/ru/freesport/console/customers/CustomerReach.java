package ru.freesport.console.customers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What hangs on a customer's data elsewhere, so that whoever changes them sees what it touches: a bean per module. */
public interface CustomerReach {

    /** What there is; nothing of which there is none. Whoever may see the customer may see these counts. */
    List<Reached> of(UUID customer);

    /**
     * @param textKey plural text, {@code {0}} is the count
     * @param count at least 1
     * @param address where they are listed; null when nowhere
     */
    record Reached(String textKey, long count, @Nullable String address) {}
}
