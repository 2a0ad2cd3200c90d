package ru.freesport.console.customers.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.customers.Consent;
import ru.freesport.console.customers.Consents;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerChange;
import ru.freesport.console.customers.CustomerContact;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerHistory;
import ru.freesport.console.customers.CustomerMessages;
import ru.freesport.console.customers.CustomerReach;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.Verifications;
import ru.freesport.console.customers.conflicts.ConflictFilter;
import ru.freesport.console.customers.conflicts.ConflictRow;
import ru.freesport.console.customers.conflicts.Conflicts;
import ru.freesport.console.customers.duplicates.Duplicate;
import ru.freesport.console.customers.duplicates.Duplicates;
import ru.freesport.console.customers.duplicates.Merge;
import ru.freesport.console.customers.duplicates.MergeOutcome;

/** What a customer's page asks of the services, as the person in front of it. */
@SpringComponent
class CustomerActs {

    private final Customers customers;
    private final CustomerHistory history;
    private final Consents consents;
    private final Verifications verifications;
    private final Conflicts conflicts;
    private final Duplicates duplicates;
    private final ObjectProvider<CustomerReach> reach;
    private final ObjectProvider<CustomerMessages> messages;
    private final CurrentUser user;

    CustomerActs(
            Customers customers,
            CustomerHistory history,
            Consents consents,
            Verifications verifications,
            Conflicts conflicts,
            Duplicates duplicates,
            ObjectProvider<CustomerReach> reach,
            ObjectProvider<CustomerMessages> messages,
            CurrentUser user) {
        this.customers = customers;
        this.history = history;
        this.consents = consents;
        this.verifications = verifications;
        this.conflicts = conflicts;
        this.duplicates = duplicates;
        this.reach = reach;
        this.messages = messages;
        this.user = user;
    }

    Optional<Customer> glance(UUID id) {
        return Optional.ofNullable(customers.glance(List.of(id)).get(id));
    }

    boolean mayReveal() {
        return customers.mayKnow();
    }

    /** It is written down. */
    Optional<Customer> reveal(UUID id) {
        return customers.reveal(id, "customer:" + id);
    }

    /** For a page that has revealed it already. */
    Optional<Customer> again(UUID id) {
        return customers.find(id);
    }

    boolean mayDecide() {
        return user.hasAny(Role.ADMIN, Role.MANAGER);
    }

    Verifications.Decided approve(Customer customer, int level, String reason) {
        return verifications.approve(customer.id(), customer.version(), level, reason);
    }

    Verifications.Decided refuse(Customer customer, String reason) {
        return verifications.refuse(customer.id(), customer.version(), reason);
    }

    List<CustomerChange> changes(UUID id, int limit, boolean revealed) {
        return history.changes(id, limit, revealed);
    }

    Map<CustomerField, CustomerChange> latest(UUID id) {
        return history.latest(id);
    }

    List<CustomerContact> contacts(UUID id, boolean revealed) {
        return history.contacts(id, revealed);
    }

    List<Consent> consents(UUID id) {
        return consents.of(id);
    }

    List<Duplicate> alike(UUID id) {
        return duplicates.of(id);
    }

    List<Merge> merges(UUID id) {
        return duplicates.merges(id);
    }

    MergeOutcome merge(UUID kept, UUID merged, String reason) {
        return duplicates.merge(kept, merged, reason);
    }

    MergeOutcome unmerge(long merge, String reason) {
        return duplicates.unmerge(merge, reason);
    }

    MergeOutcome notSame(UUID one, UUID other, String reason) {
        return duplicates.notSame(one, other, reason);
    }

    /** Where the last message about them is found. */
    Optional<String> message(Customer customer) {
        return messages.stream()
                .flatMap(module -> module.address(customer).stream())
                .findFirst();
    }

    List<CustomerReach.Reached> reached(UUID id) {
        return reach.stream().flatMap(module -> module.of(id).stream()).toList();
    }

    /** The conflict about this customer that is not closed. */
    Optional<Long> openConflict(Customer customer) {
        if (customer.onecId() == null) {
            return Optional.empty();
        }
        ConflictFilter all = ConflictFilter.ALL;
        ConflictFilter mine = new ConflictFilter(
                customer.onecId(), all.scope(), null, null, null, null, all.owner(), false, false, false, null);
        return conflicts.page(mine, null, 1).stream()
                .filter(row -> !row.state().isClosed())
                .map(ConflictRow::id)
                .findFirst();
    }
}
