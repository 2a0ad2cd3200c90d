package ru.freesport.console.customers;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.customers.records.ChangeLog;
import ru.freesport.console.customers.records.Contacts;

/** Where each value of a customer came from, and what else is known of how to reach them; masked like the customer is. */
@Service
@PreAuthorize(CustomerList.MAY_LOOK)
@Transactional(readOnly = true)
public class CustomerHistory {

    private final ChangeLog changes;
    private final Contacts contacts;
    private final Customers customers;

    CustomerHistory(ChangeLog changes, Contacts contacts, Customers customers) {
        this.changes = changes;
        this.contacts = contacts;
        this.customers = customers;
    }

    /**
     * Newest first.
     *
     * @param revealed whether the person has asked to see the values, which is written down where they are revealed
     */
    public List<CustomerChange> changes(UUID customer, int limit, boolean revealed) {
        return changes.of(customer, limit).stream()
                .map(change -> revealed && customers.mayKnow() ? change : masked(change))
                .toList();
    }

    /** The last change of each field, its values hidden; what never changed is absent. */
    public Map<CustomerField, CustomerChange> latest(UUID customer) {
        Map<CustomerField, CustomerChange> latest = new EnumMap<>(CustomerField.class);
        changes.latest(customer).forEach((field, change) -> latest.put(field, masked(change)));
        return latest;
    }

    /** Further phones and e-mails; hidden unless they were revealed. */
    public List<CustomerContact> contacts(UUID customer, boolean revealed) {
        return contacts.of(customer).stream()
                .map(contact -> revealed && customers.mayKnow() ? contact : masked(contact))
                .toList();
    }

    private static CustomerContact masked(CustomerContact contact) {
        String hidden = contact.field() == CustomerField.EMAIL
                ? PersonalData.email(contact.value())
                : PersonalData.phone(contact.value());
        return new CustomerContact(contact.field(), String.valueOf(hidden), null, contact.source(), contact.addedAt());
    }

    private static CustomerChange masked(CustomerChange change) {
        return new CustomerChange(
                change.id(),
                change.at(),
                change.field(),
                PersonalData.text(change.was()),
                PersonalData.text(change.became()),
                change.source(),
                change.actor(),
                change.reference());
    }
}
