package ru.freesport.console.payments;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ScheduledTask;

/** Asks after receipts, of which no notification tells, and tells people of those that take too long. */
@Component
public class ReceiptsTask implements ScheduledTask {

    public static final String NAME = "payments.receipts";

    private static final int AT_ONCE = 500;

    private final ReceiptTable receipts;
    private final PaymentAsking asking;
    private final PaymentGateway gateway;
    private final PaymentsSettings settings;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    ReceiptsTask(
            ReceiptTable receipts,
            PaymentAsking asking,
            PaymentGateway gateway,
            PaymentsSettings settings,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.receipts = receipts;
        this.asking = asking;
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
        return gateway.isSet() ? Optional.of("45 * * * * ?") : Optional.empty();
    }

    @Override
    public RunState run(RunContext run) {
        if (!gateway.isSet()) {
            run.warn("payments.event.noProvider");
            return RunState.FAILED;
        }
        if (run.isDryRun()) {
            run.note(
                    "payments.event.wouldSettle",
                    receipts.toAsk(clock.instant(), AT_ONCE).size());
            return RunState.COMPLETED;
        }
        long done = RunAs.system(() -> look(run::checkpoint));
        run.rows(done);
        run.note("payments.event.settled", done);
        return RunState.COMPLETED;
    }

    /** @return how many were asked after */
    long look(Runnable checkpoint) {
        long done = 0;
        if (gateway.isSet() && gateway.isReady()) {
            for (Receipt receipt : receipts.toAsk(clock.instant(), AT_ONCE)) {
                checkpoint.run();
                asking.ask(receipt);
                done++;
            }
        }
        Instant now = clock.instant();
        receipts.late(now.minus(settings.receiptLate()), now, false)
                .forEach(receipt -> tell(receipt, PaymentTrouble.Kind.RECEIPT_LATE));
        receipts.late(now.minus(settings.receiptOverdue()), now, true)
                .forEach(receipt -> tell(receipt, PaymentTrouble.Kind.RECEIPT_OVERDUE));
        return done;
    }

    private void tell(Receipt receipt, PaymentTrouble.Kind kind) {
        String subject = receipt.providerId() == null ? receipt.id().toString() : receipt.providerId();
        publisher.publishEvent(new PaymentTrouble(
                kind, receipt.paymentId(), subject, receipt.state().name()));
    }
}
