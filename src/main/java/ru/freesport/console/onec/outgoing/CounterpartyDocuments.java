package ru.freesport.console.onec.outgoing;

import java.util.ArrayList;
import java.util.List;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.customers.sync.CounterpartyForExport;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Contact;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Counterparty;

/** Says in 1C's words what the shop says of a customer. */
final class CounterpartyDocuments {

    private CounterpartyDocuments() {}

    static Counterparty of(CounterpartyForExport customer) {
        List<Contact> contacts = new ArrayList<>();
        String phones = customer.said(CustomerField.PHONE);
        if (phones != null) {
            for (String number : phones.split(", ")) {
                contacts.add(new Contact(Contact.Kind.PHONE, number));
            }
        }
        String email = customer.said(CustomerField.EMAIL);
        if (email != null) {
            contacts.add(new Contact(Contact.Kind.EMAIL, email));
        }
        String company = customer.said(CustomerField.COMPANY_NAME);
        return new Counterparty(
                customer.key(),
                null,
                Long.toString(customer.version()),
                false,
                true,
                customer.name(),
                customer.type() == CustomerType.COMPANY ? null : company == null ? customer.name() : company,
                customer.type() == CustomerType.COMPANY ? company : null,
                customer.said(CustomerField.LAST_NAME),
                customer.said(CustomerField.FIRST_NAME),
                customer.said(CustomerField.MIDDLE_NAME),
                customer.said(CustomerField.TAX_ID),
                customer.said(CustomerField.KPP),
                customer.said(CustomerField.LEGAL_ADDRESS),
                customer.said(CustomerField.DELIVERY_ADDRESS),
                contacts);
    }
}
