package ru.freesport.console.simulator.yookassa;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The simulated YooKassa says no, in its own words. */
final class Refused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final @Nullable String parameter;

    private Refused(int status, String code, String description, @Nullable String parameter) {
        super(description, null, false, false);
        this.status = status;
        this.code = code;
        this.parameter = parameter;
    }

    static Refused invalid(String parameter, String description) {
        return new Refused(400, "invalid_request", description, parameter);
    }

    static Refused notFound(String what) {
        return new Refused(404, "not_found", what + " doesn't exist or access denied", null);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    @Nullable String parameter() {
        return parameter;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
