package ru.freesport.console.onec.outgoing;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.onec.outgoing.OutgoingTable.Reason;
import ru.freesport.console.orders.HandoverWay;

/** What left the straight way to 1C and is not confirmed: seen by people, paid when 1C is back. */
@Service
public class Debt {

    private static final String MAY_LOOK =
            "hasAnyRole('ADMIN', 'OPERATIONS', 'MANAGER', 'SUPPORT', 'VIEWER', 'SYSTEM')";
    private static final String MAY_ACT = "hasAnyRole('ADMIN', 'OPERATIONS')";
    private static final Set<OutgoingState> OWED = EnumSet.allOf(OutgoingState.class).stream()
            .filter(OutgoingState::isOwed)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(OutgoingState.class)));

    private final OutgoingTable table;
    private final OutgoingFileTable fileTable;
    private final List<RecordSending> sendings;
    private final OutgoingFiles files;
    private final Handovers handovers;
    private final TransactionOperations transaction;
    private final CurrentUser currentUser;
    private final AuditLog audit;

    Debt(
            OutgoingTable table,
            OutgoingFileTable fileTable,
            List<RecordSending> sendings,
            OutgoingFiles files,
            Handovers handovers,
            TransactionOperations transaction,
            CurrentUser currentUser,
            AuditLog audit) {
        this.table = table;
        this.fileTable = fileTable;
        this.sendings = sendings;
        this.files = files;
        this.handovers = handovers;
        this.transaction = transaction;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /** Records owed now. */
    public int size() {
        return table.count(OWED);
    }

    /** Those of a state, the longest owed first. */
    @PreAuthorize(MAY_LOOK)
    public List<OutgoingRecord> records(OutgoingState state, int offset, int limit) {
        return table.in(EnumSet.of(state), offset, limit);
    }

    @PreAuthorize(MAY_LOOK)
    public int count(OutgoingState state) {
        return table.count(EnumSet.of(state));
    }

    /** Open files first. */
    @PreAuthorize(MAY_LOOK)
    public List<OutgoingFile> files(int offset, int limit) {
        return fileTable.page(offset, limit);
    }

    /**
     * A person saw to a file's records in 1C by hand. The file itself leaves the file server with the next run, should 1C not have
     * taken it.
     *
     * @return how many were owed until now; 0 when somebody was quicker
     * @throws IllegalArgumentException without a reason
     */
    @PreAuthorize(MAY_ACT)
    public int done(long file, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A person's act on the debt needs a reason");
        }
        OutgoingFile found = fileTable.find(file).orElseThrow(() -> new IllegalArgumentException("No file " + file));
        return Objects.requireNonNull(transaction.execute(_ -> {
            Set<String> owed = fileTable.seenTo(file);
            if (!owed.isEmpty()) {
                confirm(owed.stream().collect(Collectors.toMap(key -> key, _ -> "")), HandoverWay.BY_HAND);
                audit.record(currentUser.actor(), "onec.outgoing.done", "outgoing:" + found.name(), null, null, reason);
            }
            return owed.size();
        }));
    }

    /**
     * Pays what is owed: asks 1C for all of it, confirms what it has, takes back the files with the rest and sends that.
     *
     * @param only one file's records; empty: everything
     */
    SendingReport drain(Optional<Long> only, Runnable checkpoint) {
        SendingReport report = SendingReport.NOTHING;
        List<OutgoingFile> owed =
                only.map(id -> fileTable.find(id).stream().toList()).orElseGet(fileTable::owed);
        for (OutgoingFile file : owed) {
            checkpoint.run();
            report = report.plus(pay(file, checkpoint));
        }
        for (RecordSending sending : sendings) {
            report = report.plus(sending.send(checkpoint));
        }
        fileTable.settle();
        files.upload(checkpoint);
        return report;
    }

    /** Pays what is owed of one kind, as far as files hold it; what 1C has not is queued and goes with the next sending. */
    SendingReport pay(OutgoingKind kind, Runnable checkpoint) {
        SendingReport report = SendingReport.NOTHING;
        for (OutgoingFile file : fileTable.owed(kind)) {
            checkpoint.run();
            report = report.plus(pay(file, checkpoint));
        }
        fileTable.settle();
        return report;
    }

    int size(OutgoingKind kind) {
        return table.count(kind, OWED);
    }

    /** Asked first, so that nothing leaves the file server while 1C does not answer. */
    private SendingReport pay(OutgoingFile file, Runnable checkpoint) {
        List<String> keys =
                table.owedOf(file.id()).stream().map(OutgoingRecord::key).toList();
        SendingReport report = SendingReport.NOTHING;
        for (Map.Entry<OutgoingKind, Set<String>> some : handovers.byKind(keys).entrySet()) {
            report = report.plus(of(some.getKey())
                    .map(sending -> sending.lookUp(
                            some.getValue(), missing -> fileTable.takeBack(file.id(), missing), checkpoint))
                    .orElse(SendingReport.NOTHING));
        }
        return report;
    }

    private Optional<RecordSending> of(OutgoingKind kind) {
        return sendings.stream().filter(one -> one.kind() == kind).findFirst();
    }

    private void confirm(Map<String, String> numbers, HandoverWay way) {
        handovers
                .byKind(numbers.keySet())
                .forEach((kind, keys) -> of(kind).ifPresent(sending ->
                        sending.confirm(keys.stream().collect(Collectors.toMap(key -> key, numbers::get)), way)));
    }

    /** What 1C said of records it took from a file. */
    @PreAuthorize("hasAnyRole('SYSTEM', 'ADMIN', 'OPERATIONS')")
    public void answered(String file, Map<String, String> confirmed, Map<String, String> rejected) {
        confirm(confirmed, HandoverWay.FTP);
        handovers
                .byKind(rejected.keySet())
                .forEach((kind, keys) -> of(kind).ifPresent(sending ->
                        keys.forEach(key -> sending.reject(key, new Reason(null, rejected.get(key), null)))));
        fileTable.acknowledged(file);
        fileTable.settle();
    }
}
