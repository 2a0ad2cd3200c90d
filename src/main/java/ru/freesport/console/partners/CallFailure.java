package ru.freesport.console.partners;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown inside a call when it failed in a way that is understood. */
public final class CallFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final CallError error;
    private final boolean mayBeDone;
    private final @Nullable Duration retryAfter;

    /** @param mayBeDone whether the other side may have done what was asked all the same */
    public CallFailure(CallError error, boolean mayBeDone, String text) {
        this(error, mayBeDone, text, null, null);
    }

    public CallFailure(CallError error, boolean mayBeDone, String text, @Nullable Throwable cause) {
        this(error, mayBeDone, text, null, cause);
    }

    /** @param retryAfter how long the other side asked us to wait */
    public CallFailure(
            CallError error, boolean mayBeDone, String text, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(text, cause);
        this.error = error;
        this.mayBeDone = mayBeDone;
        this.retryAfter = retryAfter;
    }

    public CallError error() {
        return error;
    }

    public boolean mayBeDone() {
        return mayBeDone;
    }

    /** How long the other side asked us to wait. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The same with its text cleaned. */
    CallFailure cleaned(java.util.function.UnaryOperator<String> cleaning) {
        String clean = cleaning.apply(text());
        return clean.equals(text()) ? this : new CallFailure(error, mayBeDone, clean, retryAfter, getCause());
    }

    /** The message, never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
