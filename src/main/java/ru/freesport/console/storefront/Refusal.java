package ru.freesport.console.storefront;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A call is refused: undoes what the call has written so far and becomes a problem of RFC 9457. */
final class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final transient List<Wrong> errors;

    /** @param field where in the body, e.g. {@code lines[0].quantity} */
    record Wrong(String field, String rule, String detail) {}

    private Refusal(HttpStatus status, String detail, List<Wrong> errors) {
        super(detail);
        this.status = status;
        this.errors = errors;
    }

    static Refusal notFound(String what) {
        return new Refusal(HttpStatus.NOT_FOUND, "There is no " + what, List.of());
    }

    static Refusal conflict(String detail) {
        return new Refusal(HttpStatus.CONFLICT, detail, List.of());
    }

    static Refusal bad(String detail) {
        return new Refusal(HttpStatus.BAD_REQUEST, detail, List.of());
    }

    static Refusal unprocessable(String detail, List<Wrong> errors) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, detail, errors);
    }

    /** Not now; the same call may succeed a little later. */
    static Refusal later(String detail) {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, detail, List.of());
    }

    HttpStatus status() {
        return status;
    }

    List<Wrong> errors() {
        return errors;
    }
}
