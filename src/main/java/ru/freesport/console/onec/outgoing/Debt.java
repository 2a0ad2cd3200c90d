package ru.freesport.console.onec.outgoing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.onec.outgoing.OutgoingTable.Reason;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.partners.Circuits;

/** What left the straight way to 1C and is not confirmed: seen by people, paid when 1C is back. */
@Service
public class Debt {

    private static final String MAY_LOOK =
            "hasAnyRole('ADMIN', 'OPERATIONS', 'MANAGER', 'SUPPORT', 'VIEWER', 'SYSTEM')";
    private static final String MAY_ACT = "hasAnyRole('ADMIN', 'OPERATIONS')";
    private static final Set<OutgoingState> OWED = EnumSet.allOf(OutgoingState.class).stream()
            .filter(OutgoingState::isOwed)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(OutgoingState.class)));
    private static final int ROWS = 1_000;

    private final OutgoingTable table;
    private final OrderSending sending;
    private final OrderFiles files;
    private final Circuits circuits;
    private final CurrentUser currentUser;
    private final AuditLog audit;

    public Debt(
            OutgoingTable table,
            OrderSending sending,
            OrderFiles files,
            Circuits circuits,
            CurrentUser currentUser,
            AuditLog audit) {
        this.table = table;
        this.sending = sending;
        this.files = files;
        this.circuits = circuits;
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
        return table.files(offset, limit);
    }

    @PreAuthorize(MAY_LOOK)
    public List<OutgoingRecord> recordsOf(long file) {
        return table.ofFile(file, ROWS);
    }

    /**
     * Sends a file's open records over HTTP now instead of waiting: 1C is asked first, so nothing goes twice.
     *
     * @return what became of them; nothing where the circuit does not let calls pass
     */
    @PreAuthorize(MAY_ACT)
    public SendingReport resend(long file, String reason) {
        OutgoingFile found = table.file(file).orElseThrow(() -> new IllegalArgumentException("No file " + file));
        if (!circuits.letsCallsPass(OnecCircuits.ORDERS)) {
            return SendingReport.NOTHING;
        }
        audit.record(currentUser.actor(), "onec.outgoing.resent", "outgoing:" + found.name(), null, null, reason);
        SendingReport report = pay(List.of(found), () -> {}).plus(sending.send(() -> {}));
        table.settle();
        return report;
    }

    /** Asks 1C about everything whose answer was lost; what it has not is sent. */
    @PreAuthorize(MAY_ACT)
    public SendingReport lookUp(String reason) {
        audit.record(currentUser.actor(), "onec.outgoing.lookedUp", "outgoing:doubtful", null, null, reason);
        return sending.send(() -> {});
    }

    /**
     * A person saw to a file's records in 1C by hand.
     *
     * @return how many were owed until now; 0 when somebody was quicker
     */
    @PreAuthorize(MAY_ACT)
    public int done(long file, String reason) {
        OutgoingFile found = table.file(file).orElseThrow(() -> new IllegalArgumentException("No file " + file));
        Map<String, String> open = table.ofFile(file, Integer.MAX_VALUE).stream()
                .filter(one -> one.state().isOwed())
                .collect(Collectors.toMap(OutgoingRecord::key, _ -> ""));
        if (!open.isEmpty()) {
            sending.confirm(open, HandoverWay.BY_HAND);
            audit.record(currentUser.actor(), "onec.outgoing.done", "outgoing:" + found.name(), null, null, reason);
        }
        table.settle();
        return open.size();
    }

    /** Pays everything: asks 1C for all that is owed, confirms what it has, sends the rest. */
    SendingReport drain(Runnable checkpoint) {
        if (!circuits.letsCallsPass(OnecCircuits.ORDERS)) {
            return SendingReport.NOTHING;
        }
        List<OutgoingFile> open = table.files(0, Integer.MAX_VALUE).stream()
                .filter(file -> file.open() > 0)
                .toList();
        SendingReport report = pay(open, checkpoint).plus(sending.send(checkpoint));
        table.settle();
        return report;
    }

    /** Takes files back and asks 1C for their records, which queues what it has not. */
    private SendingReport pay(List<OutgoingFile> open, Runnable checkpoint) {
        SendingReport report = SendingReport.NOTHING;
        for (OutgoingFile file : open) {
            checkpoint.run();
            // first out of 1C's reach, then asked: what it takes in between it takes once by its key
            files.withdraw(file);
            List<String> keys = new ArrayList<>(table.keysOf(file.id(), OutgoingState.ON_FTP));
            keys.addAll(table.keysOf(file.id(), OutgoingState.WAITING_FTP));
            report = report.plus(sending.lookUp(keys, checkpoint));
        }
        return report;
    }

    /** What 1C said of records it took from a file. */
    @PreAuthorize("hasAnyRole('SYSTEM', 'ADMIN', 'OPERATIONS')")
    public void answered(String file, Map<String, String> confirmed, Map<String, String> rejected) {
        sending.confirm(confirmed, HandoverWay.FTP);
        rejected.forEach((key, text) -> sending.reject(key, new Reason(null, text, null)));
        table.acknowledged(file);
        table.settle();
    }
}
