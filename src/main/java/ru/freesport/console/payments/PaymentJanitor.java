package ru.freesport.console.payments;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ScheduledTask;

/**
 * Settles what nobody else settles: calls that could not be made or whose answer was lost, payments whose notification never came, refunds that
 * stay pending, requests nobody decided, holds that are about to end. By asking, never by guessing.
 */
@Component
public class PaymentJanitor implements ScheduledTask {

    public static final String NAME = "payments.janitor";

    private static final int AT_ONCE = 200;

    private final OperationRunner runner;
    private final PaymentAsking asking;
    private final OperationTable operations;
    private final PaymentTable payments;
    private final RefundTable refunds;
    private final RefundTransitions transitions;
    private final PaymentGateway gateway;
    private final PaymentsSettings settings;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    PaymentJanitor(
            OperationRunner runner,
            PaymentAsking asking,
            OperationTable operations,
            PaymentTable payments,
            RefundTable refunds,
            RefundTransitions transitions,
            PaymentGateway gateway,
            PaymentsSettings settings,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.runner = runner;
        this.asking = asking;
        this.operations = operations;
        this.payments = payments;
        this.refunds = refunds;
        this.transitions = transitions;
        this.gateway = gateway;
        this.settings = settings;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> cron() {
        return gateway.isSet() ? Optional.of("15 * * * * ?") : Optional.empty();
    }

    @Override
    public RunState run(RunContext run) {
        if (run.isDryRun()) {
            run.note("payments.event.wouldSettle", runner.due(AT_ONCE).size());
            return RunState.COMPLETED;
        }
        long done = RunAs.system(() -> settle(run::checkpoint));
        run.rows(done);
        run.note("payments.event.settled", done);
        return RunState.COMPLETED;
    }

    /** @return how much was looked at */
    long settle(Runnable checkpoint) {
        long done = expire() + warn();
        if (!gateway.isSet() || !gateway.isReady()) {
            return done;
        }
        for (UUID operation : runner.due(AT_ONCE)) {
            checkpoint.run();
            runner.run(operation);
            done++;
        }
        for (Payment payment : payments.toAsk(clock.instant(), AT_ONCE)) {
            checkpoint.run();
            asking.ask(payment);
            done++;
        }
        for (Refund refund : refunds.toAsk(clock.instant(), AT_ONCE)) {
            checkpoint.run();
            asking.ask(refund);
            done++;
        }
        return done;
    }

    private long expire() {
        var expired = refunds.expired(clock.instant());
        expired.forEach(id -> transitions.rejected(id, CancellationCause.here("not_decided_in_time"), Source.PERSON));
        return expired.size();
    }

    private long warn() {
        var ending = payments.holdsEnding(clock.instant().plus(settings.holdWarning()), clock.instant());
        ending.forEach(payment -> publisher.publishEvent(new PaymentTrouble(
                PaymentTrouble.Kind.HOLD_ENDS,
                payment.id(),
                payment.orderNumber(),
                String.valueOf(payment.holdUntil()))));
        var unknown = operations.unknownFor(settings.unknownLong());
        unknown.forEach((id, kind) -> publisher.publishEvent(new PaymentTrouble(
                PaymentTrouble.Kind.UNKNOWN_LONG,
                id,
                payments.find(id).orElseThrow().orderNumber(),
                kind.name())));
        return ending.size() + unknown.size();
    }
}
