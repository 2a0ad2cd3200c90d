package ru.freesport.console.partners;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.Correlation;

/**
 * The only place that talks to outside systems. Every try passes the circuit and the rate limit, is timed, masked and journalled;
 * what may succeed later is tried again with a growing pause; the outcome says what we know and no more.
 */
@Service
public class PartnerCalls {

    private static final double DOUBLED = 2;
    private static final double JITTER = 0.25;
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(5);

    private final CircuitNode circuits;
    private final CallWriter journal;
    private final PartnersSettings settings;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;
    private final Map<String, Retry> retries = new ConcurrentHashMap<>();
    private final Map<String, RateLimiter> limits = new ConcurrentHashMap<>();

    PartnerCalls(
            CircuitNode circuits,
            CallWriter journal,
            PartnersSettings settings,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            MeterRegistry meters) {
        this.circuits = circuits;
        this.journal = journal;
        this.settings = settings;
        this.currentUser = currentUser;
        this.events = events;
        this.meters = meters;
    }

    /**
     * Makes a call, with as many tries as the circuit's settings allow. A call that writes is tried again only with its key.
     *
     * @throws IllegalStateException inside a transaction: an outside call must not hold one open
     * @throws IllegalArgumentException when there is no such circuit
     */
    public <T> CallOutcome<T> call(PartnerCall call, PartnerExchange<T> exchange) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An outside call inside a transaction: " + call.operation());
        }
        circuits.copy(call.circuit());
        try (Correlation correlation = Correlation.begin()) {
            Tries<T> tries = new Tries<>(call, exchange, correlation.id(), actor());
            try {
                T answer = retry(call).executeCallable(tries::next);
                return new CallOutcome.Succeeded<>(tries.lastId, answer);
            } catch (CallFailure failure) {
                events.publishEvent(new CallFailed(
                        call.circuit(), call.operation(), tries.lastId, failure.error(), failure.text()));
                return tries.outcome(failure);
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** What came back is a stored message now: the journal points to it instead of keeping a part of it. */
    public void keptAs(long callId, long messageId) {
        journal.keptAs(callId, messageId);
    }

    private Actor actor() {
        try {
            return currentUser.actor();
        } catch (AuthenticationCredentialsNotFoundException nobody) {
            return Actor.system();
        }
    }

    private Retry retry(PartnerCall call) {
        return retries.computeIfAbsent(call.circuit() + (call.isRepeatable() ? "" : " once"), name -> {
            PartnersSettings.Guard guard = settings.guardOf(call.circuit());
            IntervalFunction pauses = IntervalFunction.ofExponentialRandomBackoff(
                    guard.pause().toMillis(),
                    DOUBLED,
                    JITTER,
                    guard.longestPause().toMillis());
            return Retry.of(
                    name,
                    RetryConfig.custom()
                            .maxAttempts(call.isRepeatable() ? guard.tries() : 1)
                            .retryOnException(PartnerCalls::isRetried)
                            .intervalBiFunction((attempt, result) -> {
                                long pause = pauses.apply(attempt);
                                return result.isLeft() && result.getLeft() instanceof CallFailure failure
                                        ? failure.retryAfter()
                                                .map(Duration::toMillis)
                                                .orElse(pause)
                                        : pause;
                            })
                            .build());
        });
    }

    private static boolean isRetried(Throwable thrown) {
        return thrown instanceof CallFailure failure
                && failure.error().isRetried()
                && !(failure.getCause() instanceof NotSent);
    }

    private RateLimiter limit(String circuit) {
        return limits.computeIfAbsent(
                circuit,
                name -> RateLimiter.of(
                        name,
                        RateLimiterConfig.custom()
                                .limitRefreshPeriod(Duration.ofSeconds(1))
                                .limitForPeriod(settings.guardOf(name).perSecond())
                                .timeoutDuration(LONGEST_QUEUE)
                                .build()));
    }

    /** Says of a failure that the attempt never left. */
    private static final class NotSent extends Exception {

        private static final long serialVersionUID = 1;

        NotSent() {
            super(null, null, false, false);
        }
    }

    /** The tries of one call. */
    private final class Tries<T> {

        private final PartnerCall call;
        private final PartnerExchange<T> exchange;
        private final String correlationId;
        private final Actor actor;
        private int number;
        private long lastId;
        private boolean mayBeDone;

        Tries(PartnerCall call, PartnerExchange<T> exchange, String correlationId, Actor actor) {
            this.call = call;
            this.exchange = exchange;
            this.correlationId = correlationId;
            this.actor = actor;
        }

        T next() {
            CallAttempt attempt = new CallAttempt(call, ++number, correlationId);
            if (!circuits.admits(call.circuit())) {
                throw notSent(attempt, CallError.SYSTEM_UNAVAILABLE, "The circuit is open");
            }
            if (!limit(call.circuit()).acquirePermission()) {
                throw notSent(attempt, CallError.RATE_LIMITED, "Too many calls at once from this side");
            }
            long noted = call.reads() ? 0 : journal.begin(attempt, actor);
            lastId = noted;
            long began = System.nanoTime();
            try {
                T answer = attempt.run(exchange);
                long nanos = System.nanoTime() - began;
                note(noted, attempt, new CallWriter.End(CallResult.SUCCEEDED, null, null, micros(nanos)));
                circuits.answered(call.circuit(), nanos);
                measured(CallResult.SUCCEEDED, nanos);
                return answer;
            } catch (Exception thrown) {
                throw failed(noted, attempt, thrown, System.nanoTime() - began);
            }
        }

        private CallFailure failed(long noted, CallAttempt attempt, Exception thrown, long nanos) {
            if (thrown instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            CallFailure failure = CallFailures.of(thrown).cleaned(attempt::cleaned);
            mayBeDone |= !call.reads() && failure.mayBeDone();
            CallResult result = result(failure);
            note(noted, attempt, new CallWriter.End(result, failure.error(), failure.text(), micros(nanos)));
            if (failure.error().opensCircuit()) {
                circuits.failed(call.circuit(), nanos, failure);
            } else {
                circuits.judged(call.circuit(), nanos);
            }
            measured(result, nanos);
            return failure;
        }

        private CallFailure notSent(CallAttempt attempt, CallError error, String text) {
            lastId = journal.whole(attempt, actor, new CallWriter.End(CallResult.NOT_SENT, error, text, 0));
            return new CallFailure(error, false, text, new NotSent());
        }

        private void note(long noted, CallAttempt attempt, CallWriter.End end) {
            if (noted == 0) {
                lastId = journal.whole(attempt, actor, end);
            } else {
                journal.end(noted, attempt, end);
            }
        }

        private void measured(CallResult result, long nanos) {
            Timer.builder("freesport.partner.calls")
                    .tag("circuit", call.circuit())
                    .tag("result", result.name())
                    .register(meters)
                    .record(nanos, TimeUnit.NANOSECONDS);
        }

        /** Of one attempt. */
        private CallResult result(CallFailure failure) {
            if (!call.reads() && failure.mayBeDone()) {
                return CallResult.UNKNOWN;
            }
            return failure.error().isRetried() ? CallResult.UNAVAILABLE : CallResult.REJECTED;
        }

        /** Of the whole call: one attempt that may have been done leaves doubt whatever came after it. */
        private CallOutcome<T> outcome(CallFailure failure) {
            if (mayBeDone) {
                return new CallOutcome.Unknown<>(lastId, failure.error(), failure.text());
            }
            return failure.error().isRetried()
                    ? new CallOutcome.Unavailable<>(lastId, failure.error(), failure.text())
                    : new CallOutcome.Rejected<>(lastId, failure.error(), failure.text());
        }

        private static long micros(long nanos) {
            return TimeUnit.NANOSECONDS.toMicros(nanos);
        }
    }
}
