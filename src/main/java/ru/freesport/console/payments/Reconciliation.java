package ru.freesport.console.payments;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.audit.AuditLog;

/** Compares days of the provider with our ledger; what differs is a queue for people. */
@Service
public class Reconciliation {

    private static final String MAY_LOOK = "hasAnyRole('ADMIN', 'FINANCE', 'OPERATIONS', 'VIEWER', 'SYSTEM')";
    private static final String MAY_DECIDE = "hasAnyRole('ADMIN', 'FINANCE')";

    private final DayComparison comparison;
    private final ReconciliationTable table;
    private final PaymentTable payments;
    private final PaymentAsking asking;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final CurrentUser user;
    private final Clock clock;
    private final ZoneId zone;

    Reconciliation(
            DayComparison comparison,
            ReconciliationTable table,
            PaymentTable payments,
            PaymentAsking asking,
            TransactionTemplate transaction,
            AuditLog audit,
            CurrentUser user,
            Clock clock,
            @Value("${freesport.shared.zone}") ZoneId zone) {
        this.comparison = comparison;
        this.table = table;
        this.payments = payments;
        this.asking = asking;
        this.transaction = transaction;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Compares a day of the shop; again as often as wanted. Not in a transaction.
     *
     * @return empty when the provider could not be read to the end: nothing is changed then
     */
    @PreAuthorize("hasAnyRole('ADMIN', 'FINANCE', 'OPERATIONS', 'SYSTEM')")
    public Optional<ReconciliationReport> compare(LocalDate day) {
        Instant began = clock.instant();
        return RunAs.system(() -> comparison.of(day))
                .map(result -> transaction.execute(_ -> {
                    result.differences().forEach(one -> table.found(day, one));
                    table.settleOthers(day, began);
                    return new ReconciliationReport(
                            day, result.payments(), result.refunds(), result.healed(), table.open(day));
                }));
    }

    /** Newest first; the next page starts below the last id of this one. */
    @PreAuthorize(MAY_LOOK)
    public List<Difference> page(Collection<Difference.State> states, @Nullable Long below, int limit) {
        return table.page(states, below, limit);
    }

    @PreAuthorize(MAY_LOOK)
    public Optional<Difference> find(long id) {
        return table.find(id);
    }

    /** What payments created on a day of the shop came to, by way of paying and state. */
    @PreAuthorize(MAY_LOOK)
    public List<DayMoney> money(LocalDate day) {
        return table.money(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The shop's today. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** How many differences wait for somebody, for a badge. */
    @PreAuthorize(MAY_LOOK)
    public int open() {
        return table.open();
    }

    /**
     * Lets a difference be, with a remark; it does not come back.
     *
     * @return false when it is open no more
     */
    @PreAuthorize(MAY_DECIDE)
    public boolean accept(long id, String remark) {
        if (remark.isBlank()) {
            throw new IllegalArgumentException("A remark is needed");
        }
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean isDecided = table.decide(id, Difference.State.ACCEPTED, user.name(), remark.strip());
            if (isDecided) {
                audit.record(
                        user.actor(),
                        "payments.difference.accepted",
                        "difference:" + id,
                        Difference.State.OPEN.name(),
                        Difference.State.ACCEPTED.name(),
                        remark.strip());
            }
            return isDecided;
        }));
    }

    /** Reads its payment with all refunds anew and compares its day again; not in a transaction. */
    @PreAuthorize("hasAnyRole('ADMIN', 'FINANCE', 'OPERATIONS')")
    public Optional<ReconciliationReport> reread(long id) {
        Difference difference = table.find(id).orElseThrow();
        Optional.ofNullable(difference.paymentId())
                .flatMap(payments::find)
                .filter(payment -> payment.providerId() != null)
                .ifPresent(payment -> RunAs.system(() -> {
                    asking.askAll(payment);
                    asking.refundsOf(payment);
                }));
        return compare(difference.day());
    }
}
