package ru.freesport.console.customers.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.customers.CustomerReach;
import ru.freesport.console.customers.conflicts.ConflictClaims;
import ru.freesport.console.customers.conflicts.ConflictDecisions;
import ru.freesport.console.customers.conflicts.ConflictDetails;
import ru.freesport.console.customers.conflicts.ConflictDismissals;
import ru.freesport.console.customers.conflicts.ConflictFilter;
import ru.freesport.console.customers.conflicts.ConflictOutcome;
import ru.freesport.console.customers.conflicts.ConflictRow;
import ru.freesport.console.customers.conflicts.Conflicts;
import ru.freesport.console.customers.conflicts.FieldDecision;
import ru.freesport.console.customers.conflicts.Identification;
import ru.freesport.console.customers.conflicts.SecondPerson;

/** What the review asks of the services, as the person in front of it. */
@SpringComponent
class ConflictActs {

    private final Conflicts conflicts;
    private final ConflictClaims claims;
    private final ConflictDecisions decisions;
    private final SecondPerson second;
    private final ConflictDismissals dismissals;
    private final Identification identification;
    private final ObjectProvider<CustomerReach> reach;
    private final CurrentUser user;
    private final Clock clock;

    ConflictActs(
            Conflicts conflicts,
            ConflictClaims claims,
            ConflictDecisions decisions,
            SecondPerson second,
            ConflictDismissals dismissals,
            Identification identification,
            ObjectProvider<CustomerReach> reach,
            CurrentUser user,
            Clock clock) {
        this.conflicts = conflicts;
        this.claims = claims;
        this.decisions = decisions;
        this.second = second;
        this.dismissals = dismissals;
        this.identification = identification;
        this.reach = reach;
        this.user = user;
        this.clock = clock;
    }

    boolean mayDecide() {
        return user.hasAny(Role.ADMIN, Role.MANAGER);
    }

    String me() {
        return user.name();
    }

    Instant now() {
        return clock.instant();
    }

    Optional<ConflictDetails> open(long id) {
        return conflicts.open(id);
    }

    Optional<ConflictDetails> again(long id) {
        return conflicts.again(id);
    }

    List<CustomerReach.Reached> reached(UUID customer) {
        return reach.stream().flatMap(module -> module.of(customer).stream()).toList();
    }

    /** How many others differ in the same way and wait. */
    int alike(ConflictRow row) {
        return Math.max(0, conflicts.exactCount(ConflictFilter.ofPattern(row.pattern())) - 1);
    }

    /** What is due next besides this one. */
    Optional<Long> next(long besides) {
        return conflicts.page(ConflictFilter.WAITING, null, 2).stream()
                .map(ConflictRow::id)
                .filter(id -> id != besides)
                .findFirst();
    }

    ConflictOutcome claim(long id) {
        return claims.claim(id);
    }

    ConflictOutcome release(long id) {
        return claims.release(id);
    }

    ConflictOutcome takeOver(long id, String reason) {
        return claims.takeOver(id, reason);
    }

    ConflictOutcome comment(long id, String text) {
        return claims.comment(id, text);
    }

    ConflictOutcome decide(long id, long version, List<FieldDecision> choices, @Nullable String reason) {
        return decisions.decide(id, version, choices, reason);
    }

    ConflictOutcome undo(long id, String reason) {
        return decisions.undo(id, reason);
    }

    ConflictOutcome reverse(long id, long version, List<FieldDecision> choices, String reason) {
        return decisions.reverse(id, version, choices, reason);
    }

    ConflictOutcome dismiss(long id, long version, String reason) {
        return dismissals.dismiss(id, version, reason);
    }

    ConflictOutcome reopen(long id, String reason) {
        return dismissals.reopen(id, reason);
    }

    ConflictOutcome identify(long id, long version, UUID customer) {
        return identification.identify(id, version, customer, null);
    }

    ConflictOutcome nobodyKnown(long id, long version) {
        return identification.nobodyKnown(id, version, null);
    }

    ConflictOutcome approve(long id, long version) {
        return second.approve(id, version, null);
    }

    ConflictOutcome refuse(long id, String reason) {
        return second.refuse(id, reason);
    }

    ConflictOutcome withdraw(long id, String reason) {
        return second.withdraw(id, reason);
    }
}
