package ru.freesport.console.partners;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

    private final CircuitNode circuits;
    private final CallWriter journal;
    private final CallGuards guards;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;

    PartnerCalls(
            CircuitNode circuits,
            CallWriter journal,
            PartnersSettings settings,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            MeterRegistry meters) {
        this.circuits = circuits;
        this.journal = journal;
        this.guards = new CallGuards(settings);
        this.currentUser = currentUser;
        this.events = Announcements.to(events);
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
                T answer = guards.retry(call).executeCallable(tries::next);
                return new CallOutcome.Succeeded<>(tries.lastId, answer);
            } catch (CallFailure failure) {
                // that an open circuit diverts is told once, by its change
                if (tries.last != null || failure.error() != CallError.SYSTEM_UNAVAILABLE) {
                    events.publishEvent(new CallFailed(
                            call.circuit(), call.operation(), tries.lastId, failure.error(), failure.text()));
                }
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

    /** The tries of one call. */
    private final class Tries<T> {

        private final PartnerCall call;
        private final PartnerExchange<T> exchange;
        private final String correlationId;
        private final Actor actor;
        private int number;
        private long lastId;
        private boolean mayBeDone;
        private @Nullable CallFailure last;

        Tries(PartnerCall call, PartnerExchange<T> exchange, String correlationId, Actor actor) {
            this.call = call;
            this.exchange = exchange;
            this.correlationId = correlationId;
            this.actor = actor;
        }

        T next() {
            CallAttempt attempt = new CallAttempt(call, ++number, correlationId);
            CircuitNode.Pass pass = admission();
            if (pass == CircuitNode.Pass.NONE) {
                throw notSent(attempt, CallError.SYSTEM_UNAVAILABLE, "The circuit is open");
            }
            if (!guards.limit(call.circuit()).acquirePermission()) {
                throw notSent(attempt, CallError.RATE_LIMITED, "Too many calls at once from this side");
            }
            long noted = call.reads() ? 0 : journal.begin(attempt, actor);
            lastId = noted;
            long began = System.nanoTime();
            T answer;
            try {
                answer = attempt.run(exchange);
            } catch (Exception thrown) {
                throw failed(noted, attempt, pass, thrown, System.nanoTime() - began);
            }
            long nanos = System.nanoTime() - began;
            note(noted, attempt, new CallWriter.End(CallResult.SUCCEEDED, null, null, micros(nanos)));
            if (!call.isReplay()) {
                circuits.answered(call.circuit(), pass, nanos);
            }
            measured(CallResult.SUCCEEDED, nanos);
            return answer;
        }

        private CallFailure failed(
                long noted, CallAttempt attempt, CircuitNode.Pass pass, Exception thrown, long nanos) {
            if (thrown instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            CallFailure failure = CallFailures.of(thrown).cleaned(attempt::cleaned);
            last = failure;
            mayBeDone |= !call.reads() && failure.mayBeDone();
            CallResult result = result(failure);
            note(noted, attempt, new CallWriter.End(result, failure.error(), failure.text(), micros(nanos)));
            measured(result, nanos);
            if (call.isReplay()) {
                return failure;
            }
            if (failure.error().opensCircuit()) {
                circuits.failed(call.circuit(), pass, nanos, failure);
            } else {
                circuits.refused(call.circuit(), pass, nanos, attempt.received() != null);
            }
            return failure;
        }

        /** A replay never takes the place of a probe. */
        private CircuitNode.Pass admission() {
            if (!call.isReplay()) {
                return circuits.admit(call.circuit());
            }
            return circuits.copy(call.circuit()).state().letsCallsPass()
                    ? CircuitNode.Pass.FREE
                    : CircuitNode.Pass.NONE;
        }

        /** What kept an earlier try from success says more than why there is no further one. */
        private CallFailure notSent(CallAttempt attempt, CallError error, String text) {
            long id = journal.whole(attempt, actor, new CallWriter.End(CallResult.NOT_SENT, error, text, 0));
            if (last != null) {
                return new CallFailure(last.error(), last.mayBeDone(), last.text(), new CallGuards.NotSent());
            }
            lastId = id;
            return new CallFailure(error, false, text, new CallGuards.NotSent());
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
