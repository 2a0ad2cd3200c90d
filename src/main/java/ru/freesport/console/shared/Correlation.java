package ru.freesport.console.shared;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id that ties together what one click, call or run does: log lines, rows of the database, and the partner's own log. */
public final class Correlation implements AutoCloseable {

    /** Of the header that carries it, both ways. */
    public static final String HEADER = "X-Correlation-Id";

    private static final String KEY = "correlation";
    private static final int LENGTH = 16;
    /** What others may send: nothing that could break a log line or hold an address or a phone number. */
    private static final Pattern ACCEPTED = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9-]{8,64}");

    private final String id;
    private final @Nullable String before;

    private Correlation(String id) {
        this.id = id;
        this.before = MDC.get(KEY);
        MDC.put(KEY, id);
    }

    /** This thread's id, when it has one. */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(KEY));
    }

    public static String fresh() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH);
    }

    /** Goes on with this thread's id, or begins one that ends when this is closed. */
    public static Correlation begin() {
        return new Correlation(current().orElseGet(Correlation::fresh));
    }

    /** Goes on with an id that came from elsewhere; this thread's own comes back when this is closed. */
    public static Correlation named(String id) {
        return new Correlation(id);
    }

    /** Whether an id that somebody sent can be taken as it is. */
    public static boolean isAcceptable(@Nullable String id) {
        return id != null && ACCEPTED.matcher(id).matches();
    }

    public String id() {
        return id;
    }

    @Override
    public void close() {
        if (before == null) {
            MDC.remove(KEY);
        } else {
            MDC.put(KEY, before);
        }
    }
}
