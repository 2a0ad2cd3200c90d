package ru.freesport.console.customers.matching;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerType;

/**
 * What identifies a counterparty, normalised; what is malformed identifies nobody and is null.
 *
 * @param own the customer that 1C calls by our own key
 * @param name as it is compared by: a company's without its form, a person's last and first name
 */
public record Sought(
        String onecId,
        @Nullable String guid,
        @Nullable UUID own,
        @Nullable String taxId,
        @Nullable String kpp,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String name) {

    boolean contradictsKpp(Customer customer) {
        return kpp != null && customer.kpp() != null && !CustomerField.KPP.isSame(kpp, customer.kpp());
    }

    boolean hasKppOf(Customer customer) {
        return kpp != null && customer.kpp() != null && CustomerField.KPP.isSame(kpp, customer.kpp());
    }

    boolean contradictsTaxId(Customer customer) {
        return taxId != null
                && customer.taxId() != null
                && CustomerField.TAX_ID.isValid(customer.taxId())
                && !CustomerField.TAX_ID.isSame(taxId, customer.taxId());
    }

    boolean hasNameOf(Customer customer) {
        String theirs = nameKey(customer.type(), customer.companyName(), customer.lastName(), customer.firstName());
        return name != null && name.equals(theirs);
    }

    /** Null when too little is known to compare by. */
    public static @Nullable String nameKey(
            CustomerType type, @Nullable String company, @Nullable String lastName, @Nullable String firstName) {
        if (type != CustomerType.PERSON && company != null) {
            return CustomerField.COMPANY_NAME.normal(company);
        }
        return lastName == null || firstName == null
                ? null
                : CustomerField.LAST_NAME.normal(lastName) + " " + CustomerField.FIRST_NAME.normal(firstName);
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "Sought[" + onecId + "]";
    }
}
