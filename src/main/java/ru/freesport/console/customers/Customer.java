package ru.freesport.console.customers;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer as everybody else sees one.
 *
 * @param code the number that order numbers begin with
 * @param phone digits with the country's code, {@code +79161234567}
 * @param taxId INN
 * @param onecId null until 1C has said it
 */
public record Customer(
        UUID id,
        long code,
        CustomerType type,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String companyName,
        @Nullable String taxId,
        @Nullable String kpp,
        @Nullable String onecId,
        Instant createdAt,
        long version) {

    /** The company's name, else the person's. */
    public String name() {
        return companyName != null
                ? companyName
                : Stream.of(lastName, firstName).filter(part -> part != null).collect(Collectors.joining(" "));
    }

    /** What stands beside an order: nobody can be reached by it. A company's name and INN are no secret. */
    Customer withoutContacts() {
        return new Customer(
                id,
                code,
                type,
                PersonalData.email(email),
                PersonalData.phone(phone),
                firstName,
                lastName,
                companyName,
                type == CustomerType.COMPANY ? taxId : PersonalData.text(taxId),
                kpp,
                onecId,
                createdAt,
                version);
    }

    /** For those who may not know who it is. */
    Customer anonymous() {
        Customer quiet = withoutContacts();
        return new Customer(
                id,
                code,
                type,
                quiet.email,
                quiet.phone,
                PersonalData.name(firstName),
                PersonalData.name(lastName),
                type == CustomerType.COMPANY ? companyName : PersonalData.name(companyName),
                quiet.taxId,
                kpp,
                onecId,
                createdAt,
                version);
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "Customer[" + id + ", " + type + "]";
    }
}
