package ru.freesport.console.customers.sync;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerChange;
import ru.freesport.console.customers.CustomerField;

/** When and by whom each of a customer's values was set; what never changed came with the customer. */
record Provenance(Customer customer, Map<CustomerField, CustomerChange> latest) {

    Instant at(CustomerField field) {
        CustomerChange change = latest.get(field);
        return change == null ? customer.createdAt() : change.at();
    }

    @Nullable String source(CustomerField field) {
        CustomerChange change = latest.get(field);
        return change == null ? null : change.source().name();
    }

    @Nullable String by(CustomerField field) {
        CustomerChange change = latest.get(field);
        return change == null ? null : change.actor().name();
    }
}
