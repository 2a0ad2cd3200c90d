package ru.freesport.console.payments.yookassa;

import org.jspecify.annotations.Nullable;

/** What an answer of YooKassa means for what was asked, and what may be done next. */
enum Decision {
    DONE(Next.GO_ON),
    /** Money is held. */
    HELD(Next.CAPTURE_OR_CANCEL),
    /** Not decided yet, or by a word we do not know. */
    UNDECIDED(Next.WAIT_ASK_OR_SAME_KEY),
    /** Failed for good. */
    FAILED(Next.NEW_ATTEMPT_WITH_NEW_KEY),
    /** Nothing happened. */
    REFUSED(Next.FIX_AND_NEW_KEY),
    /** Nobody knows. */
    UNKNOWN(Next.SAME_KEY_OR_ASK);

    /** What may be done. */
    enum Next {
        GO_ON,
        CAPTURE_OR_CANCEL,
        WAIT_ASK_OR_SAME_KEY,
        NEW_ATTEMPT_WITH_NEW_KEY,
        FIX_AND_NEW_KEY,
        SAME_KEY_OR_ASK
    }

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int CLIENT = 400;
    private static final int SERVER = 500;

    private final Next next;

    Decision(Next next) {
        this.next = next;
    }

    Next next() {
        return next;
    }

    /** @param objectStatus of the object in the answer; null when the answer holds none */
    static Decision of(int httpStatus, @Nullable String objectStatus) {
        if (httpStatus == OK) {
            return ofObject(objectStatus);
        }
        if (httpStatus == ACCEPTED) {
            return UNDECIDED;
        }
        return httpStatus >= CLIENT && httpStatus < SERVER ? REFUSED : UNKNOWN;
    }

    /** A time-out, or a connection that broke. */
    static Decision ofLostAnswer() {
        return UNKNOWN;
    }

    static Decision ofObject(@Nullable String status) {
        return switch (status) {
            case "succeeded" -> DONE;
            case "waiting_for_capture" -> HELD;
            case "canceled" -> FAILED;
            case null, default -> UNDECIDED;
        };
    }
}
