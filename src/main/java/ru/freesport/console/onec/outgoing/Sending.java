package ru.freesport.console.onec.outgoing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.onec.outgoing.OutgoingTable.Reason;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.Circuits;

/**
 * Takes records to 1C. The intent is committed before every call. What surely did not arrive goes to a file; what may have
 * arrived is looked up and never guessed; 1C does every key once, so a repeat over HTTP is safe whatever happened before.
 */
final class Sending {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int AT_ONCE = 500;

    private final Freight freight;
    private final OutgoingTable table;
    private final OutgoingFiles files;
    private final Circuits circuits;
    private final TransactionOperations transaction;
    private final OutgoingSettings settings;

    Sending(
            Freight freight,
            OutgoingTable table,
            OutgoingFiles files,
            Circuits circuits,
            TransactionOperations transaction,
            OutgoingSettings settings) {
        this.freight = freight;
        this.table = table;
        this.files = files;
        this.circuits = circuits;
        this.transaction = transaction;
        this.settings = settings;
    }

    /**
     * Sends what waits, after having looked up what is doubtful.
     *
     * @param checkpoint called between calls; may throw to stop there
     */
    SendingReport send(Runnable checkpoint) {
        table.expire();
        SendingReport report = lookUpDoubtful(checkpoint);
        SendingReport step;
        do {
            enqueue();
            step = sendQueued(null, checkpoint);
            report = report.plus(step);
        } while (step.sent() > 0 && step.waiting() == 0);
        return report.doubtful(table.count(freight.kind(), EnumSet.of(OutgoingState.POSSIBLE_DOUBLE)));
    }

    /** The same with these alone; the others go on waiting. */
    SendingReport send(Set<String> only, Runnable checkpoint) {
        table.expire();
        SendingReport report = lookUpDoubtful(checkpoint);
        table.enqueue(freight.kind(), freight.find(only));
        return report.plus(sendQueued(only, checkpoint));
    }

    /**
     * Sends a batch again under its own key, once: 1C is asked first, what it has is confirmed, and only the rest goes. What is
     * taken by files or by 1C itself is left to them.
     *
     * @param call the journal's number of the call that is made again
     */
    SendingReport replay(String batch, long call, Runnable checkpoint) {
        table.expire();
        Set<String> open = table.ofBatch(batch, OutgoingState.QUEUED, OutgoingState.POSSIBLE_DOUBLE);
        if (open.isEmpty() || !circuits.letsCallsPass(freight.circuit())) {
            return SendingReport.waiting(open.size());
        }
        SendingReport report = lookUp(open, table::queueAgain, checkpoint);
        Set<String> missing = table.ofBatch(batch, OutgoingState.QUEUED);
        for (Claimed next = claim(batch, missing); !next.keys().isEmpty(); next = claim(batch, missing)) {
            checkpoint.run();
            missing.removeAll(next.keys());
            report = report.plus(sendBatch(batch, next.willing(), call));
        }
        return report;
    }

    /** Takes everything up that is not on its way yet. */
    private void enqueue() {
        int known = table.open(freight.kind());
        table.enqueue(freight.kind(), freight.waiting(AT_ONCE + known));
    }

    /** The first batch goes alone: as long as 1C does not answer it, several calls at once would only fail at once. */
    private SendingReport sendQueued(@Nullable Set<String> only, Runnable checkpoint) {
        SendingReport report = SendingReport.NOTHING;
        while (true) {
            Optional<SendingReport> step = sendNext(only, checkpoint);
            if (step.isEmpty()) {
                return report;
            }
            report = report.plus(step.get());
            if (step.get().waiting() > 0) {
                return report;
            }
            if (step.get().isAnswered() && settings.parallel() > 1) {
                return SideBySide.run(settings.parallel(), stop -> sendUntilNothing(only, stop, checkpoint)).stream()
                        .reduce(report, SendingReport::plus);
            }
        }
    }

    private SendingReport sendUntilNothing(@Nullable Set<String> only, SideBySide.Stop stop, Runnable checkpoint) {
        SendingReport report = SendingReport.NOTHING;
        while (!stop.isAsked()) {
            Optional<SendingReport> step = sendNext(only, checkpoint);
            if (step.isEmpty()) {
                return report;
            }
            report = report.plus(step.get());
            if (step.get().waiting() > 0) {
                stop.ask();
            }
        }
        return report;
    }

    /** Empty: nothing is queued. */
    private Optional<SendingReport> sendNext(@Nullable Set<String> only, Runnable checkpoint) {
        checkpoint.run();
        String batch = freight.kind().filePrefix().replace('_', '-') + UUID.randomUUID();
        Claimed next = claim(batch, only);
        return next.keys().isEmpty() ? Optional.empty() : Optional.of(sendBatch(batch, next.willing(), null));
    }

    /**
     * What this node takes to itself.
     *
     * @param willing those of the keys that may still leave; the others are withdrawn
     */
    private record Claimed(Set<String> keys, Set<String> willing) {}

    private Claimed claim(String batch, @Nullable Set<String> only) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Set<String> keys = table.claim(freight.kind(), batch, freight.most(), LEASE, only);
            Set<String> willing = keys.isEmpty() ? keys : freight.prepared(keys);
            Set<String> others = new HashSet<>(keys);
            others.removeAll(willing);
            table.moveClaimed(batch, others, OutgoingState.WITHDRAWN, Reason.NONE);
            return new Claimed(keys, willing);
        }));
    }

    private SendingReport sendBatch(String batch, Set<String> willing, @Nullable Long replayOf) {
        if (willing.isEmpty()) {
            return SendingReport.NOTHING;
        }
        byte[] document;
        try {
            document = freight.write(willing);
        } catch (IllegalStateException unwritable) {
            // one record that cannot be written must not stop the others
            return refused(batch, willing, new Reason(CallError.DATA_FORMAT_ERROR, unwritable.getMessage(), null));
        }
        if (!circuits.letsCallsPass(freight.circuit())) {
            return toFile(batch, willing, document, new Reason(CallError.SYSTEM_UNAVAILABLE, null, null));
        }
        return switch (freight.take(document, batch, replayOf)) {
            case CallOutcome.Succeeded<List<RecordCalls.Result>>(long call, List<RecordCalls.Result> results) ->
                taken(batch, willing, results, call);
            case CallOutcome.Rejected<List<RecordCalls.Result>>(long call, CallError error, String text) ->
                refused(batch, willing, new Reason(error, text, call));
            case CallOutcome.Unavailable<List<RecordCalls.Result>>(long call, CallError error, String text) ->
                error == CallError.RATE_LIMITED || replayOf != null
                        ? again(batch, willing, new Reason(error, text, call))
                        : toFile(batch, willing, document, new Reason(error, text, call));
            case CallOutcome.Unknown<List<RecordCalls.Result>>(long call, CallError error, String text) ->
                doubted(batch, willing, new Reason(error, text, call));
        };
    }

    private SendingReport taken(String batch, Set<String> keys, List<RecordCalls.Result> results, long call) {
        Map<String, String> numbers = new HashMap<>();
        int created = 0;
        int rejected = 0;
        Set<String> silent = new HashSet<>(keys);
        for (RecordCalls.Result result : results) {
            if (!silent.remove(result.key())) {
                continue;
            }
            String number = result.number() == null ? "" : result.number();
            switch (result.outcome()) {
                case CREATED -> {
                    numbers.put(result.key(), number);
                    created++;
                }
                case EXISTS -> numbers.put(result.key(), number);
                case REJECTED -> {
                    reject(result.key(), new Reason(CallError.BUSINESS_LOGIC_ERROR, result.error(), call));
                    rejected++;
                }
            }
        }
        confirm(numbers, HandoverWay.HTTP);
        doubted(batch, silent, new Reason(CallError.DATA_FORMAT_ERROR, "1C did not say what became of it", call));
        return new SendingReport(created, numbers.size() - created, rejected, 0, 0, 0);
    }

    /** Nothing of it was done. A wrong password is nobody's document's fault; else the wrong one is found by sending each alone. */
    private SendingReport refused(String batch, Set<String> keys, Reason reason) {
        if (reason.error() == CallError.AUTHENTICATION_FAILED) {
            return again(batch, keys, reason);
        }
        if (keys.size() > 1) {
            table.separate(batch, keys, reason);
            return SendingReport.NOTHING;
        }
        keys.forEach(key -> reject(key, reason));
        return SendingReport.rejected(keys.size());
    }

    private SendingReport again(String batch, Set<String> keys, Reason reason) {
        table.moveClaimed(batch, keys, OutgoingState.QUEUED, reason);
        return SendingReport.waiting(keys.size());
    }

    private SendingReport doubted(String batch, Set<String> keys, Reason reason) {
        table.moveClaimed(batch, keys, OutgoingState.POSSIBLE_DOUBLE, reason);
        return SendingReport.NOTHING;
    }

    private SendingReport toFile(String batch, Set<String> keys, byte[] document, Reason reason) {
        if (!files.isSet()) {
            return again(batch, keys, reason);
        }
        files.write(freight.kind(), batch, keys, document, reason);
        return SendingReport.toFiles(keys.size());
    }

    /** Asks 1C about everything whose answer was lost; what it has not is queued again with the same key. */
    private SendingReport lookUpDoubtful(Runnable checkpoint) {
        List<String> doubtful = table.keys(freight.kind(), OutgoingState.POSSIBLE_DOUBLE);
        return lookUp(doubtful, table::queueAgain, checkpoint);
    }

    /**
     * Asks 1C about these and confirms what it has, until it does not answer.
     *
     * @param missing hears of those it has not
     */
    SendingReport lookUp(Collection<String> keys, Consumer<Set<String>> missing, Runnable checkpoint) {
        SendingReport report = SendingReport.NOTHING;
        List<String> all = new ArrayList<>(keys);
        for (int from = 0; from < all.size() && circuits.letsCallsPass(freight.circuit()); from += RecordCalls.LOOKUP) {
            checkpoint.run();
            List<String> some = all.subList(from, Math.min(all.size(), from + RecordCalls.LOOKUP));
            if (!(freight.lookUp(some) instanceof CallOutcome.Succeeded<Map<String, String>>(long _, var found))) {
                return report;
            }
            confirm(found, HandoverWay.HTTP);
            Set<String> others = new HashSet<>(some);
            others.removeAll(found.keySet());
            if (!others.isEmpty()) {
                missing.accept(others);
            }
            report = report.plus(SendingReport.suppressed(found.size()));
        }
        return report;
    }

    /** 1C has them: it said so in an answer, in a lookup or in a file. Told to both sides at once, or a killed node would leave them apart. */
    void confirm(Map<String, String> numbers, HandoverWay way) {
        if (numbers.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            table.confirm(numbers, way.name());
            freight.confirmed(numbers, way);
        });
    }

    void reject(String key, Reason reason) {
        transaction.executeWithoutResult(_ -> {
            table.move(Set.of(key), OutgoingState.REJECTED, reason);
            freight.rejected(key, reason.text() == null ? "" : reason.text());
        });
    }
}
