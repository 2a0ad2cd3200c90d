package ru.freesport.console.partners;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.partners.Masking.Masked;

/** One try of a call: who it is, and what of its traffic the journal is to keep. */
public final class CallAttempt {

    private static final ScopedValue<CallAttempt> RUNNING = ScopedValue.newInstance();

    private final PartnerCall call;
    private final int number;
    private final String correlationId;
    private @Nullable Traffic sent;
    private @Nullable Masked request;
    private @Nullable Traffic received;
    private @Nullable Integer status;
    private @Nullable Long message;

    CallAttempt(PartnerCall call, int number, String correlationId) {
        this.call = call;
        this.number = number;
        this.correlationId = correlationId;
    }

    /** The attempt that runs on this thread. */
    static Optional<CallAttempt> running() {
        return RUNNING.isBound() ? Optional.of(RUNNING.get()) : Optional.empty();
    }

    <T> T run(PartnerExchange<T> exchange) throws Exception {
        return ScopedValue.where(RUNNING, this).call(() -> exchange.exchange(this));
    }

    /** Counted from 1. */
    public int number() {
        return number;
    }

    /** Ties together everything that was done because of one click or one run. */
    public String correlationId() {
        return correlationId;
    }

    public Optional<String> idempotencyKey() {
        return Optional.ofNullable(call.idempotencyKey());
    }

    /** The stored message that is sent or was received: the file itself, byte-exact. */
    public void message(long id) {
        message = id;
    }

    /** Keeps what was sent, masked; {@code head} is the request line with its headers or a command. */
    public void sent(String head, @Nullable String contentType, byte[] body) {
        sent = new Traffic(head, contentType, body);
        request = null;
    }

    /** Keeps what came back, masked. */
    public void received(@Nullable Integer answerStatus, String head, @Nullable String contentType, byte[] body) {
        status = answerStatus;
        received = new Traffic(head, contentType, body);
    }

    /** Masked, and without what was hidden in the request: partners repeat names in their explanations. */
    public String cleaned(String text) {
        return Masking.without(request().taken(), Masking.text(text));
    }

    Masked request() {
        Masked known = request;
        if (known == null) {
            known = sent == null ? Masked.NOTHING : Masking.body(sent.contentType(), sent.body());
            request = known;
        }
        return known;
    }

    PartnerCall call() {
        return call;
    }

    @Nullable Traffic sent() {
        return sent;
    }

    @Nullable Traffic received() {
        return received;
    }

    @Nullable Integer status() {
        return status;
    }

    @Nullable Long message() {
        return message;
    }

    /** One direction of an attempt, before it is masked. */
    record Traffic(String head, @Nullable String contentType, byte[] body) {}
}
