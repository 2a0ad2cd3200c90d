package ru.freesport.console.partners;

import java.util.UUID;
import org.slf4j.MDC;

/** The id that ties together what one click or one run does, from the screen to the log line and the partner's log. */
public final class Correlation implements AutoCloseable {

    private static final String KEY = "correlation";
    private static final int LENGTH = 16;

    private final String id;
    private final boolean isOwner;

    private Correlation(String id, boolean isOwner) {
        this.id = id;
        this.isOwner = isOwner;
    }

    /** Goes on with this thread's id, or begins one that ends when this is closed. */
    public static Correlation begin() {
        String known = MDC.get(KEY);
        if (known != null) {
            return new Correlation(known, false);
        }
        return named(UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH));
    }

    /** Goes on with an id that came from elsewhere. */
    public static Correlation named(String id) {
        MDC.put(KEY, id);
        return new Correlation(id, true);
    }

    public String id() {
        return id;
    }

    @Override
    public void close() {
        if (isOwner) {
            MDC.remove(KEY);
        }
    }
}
