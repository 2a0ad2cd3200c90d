package ru.freesport.console.customers;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer as everybody else sees one.
 *
 * @param code the number that order numbers begin with
 * @param phone digits with the country's code, {@code +79161234567}; as written when it cannot be dialled
 * @param phoneRaw as it was written, when that differs
 * @param taxId INN
 * @param onecId null until 1C has said it
 */
public record Customer(
        UUID id,
        long code,
        CustomerType type,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String phoneRaw,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String lastName,
        @Nullable String companyName,
        @Nullable String taxId,
        @Nullable String kpp,
        @Nullable String legalAddress,
        @Nullable String deliveryAddress,
        @Nullable String onecId,
        CustomerStanding standing,
        Instant createdAt,
        Instant changedAt,
        long version) {

    /** The company's name, else the person's. */
    public String name() {
        return companyName != null
                ? companyName
                : Stream.of(lastName, firstName).filter(part -> part != null).collect(Collectors.joining(" "));
    }

    /** What this customer says of a field that 1C knows too. */
    public @Nullable String value(CustomerField field) {
        return switch (field) {
            case EMAIL -> email;
            case TAX_ID -> taxId;
            case PHONE -> phone;
            case COMPANY_NAME -> companyName;
            case KPP -> kpp;
            case LAST_NAME -> lastName;
            case FIRST_NAME -> firstName;
            case MIDDLE_NAME -> middleName;
            case LEGAL_ADDRESS -> legalAddress;
            case DELIVERY_ADDRESS -> deliveryAddress;
        };
    }

    /** All that is known of those fields. */
    public Map<CustomerField, String> values() {
        Map<CustomerField, String> values = new EnumMap<>(CustomerField.class);
        for (CustomerField field : CustomerField.values()) {
            String value = value(field);
            if (value != null) {
                values.put(field, value);
            }
        }
        return values;
    }

    /** What stands beside an order: nobody can be reached by it. A company's name and INN are no secret. */
    Customer withoutContacts() {
        return new Customer(
                id,
                code,
                type,
                PersonalData.email(email),
                PersonalData.phone(phone),
                null,
                firstName,
                middleName,
                lastName,
                companyName,
                type == CustomerType.COMPANY ? taxId : PersonalData.text(taxId),
                kpp,
                type == CustomerType.COMPANY ? legalAddress : PersonalData.text(legalAddress),
                PersonalData.text(deliveryAddress),
                onecId,
                standing,
                createdAt,
                changedAt,
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
                null,
                PersonalData.name(firstName),
                PersonalData.name(middleName),
                PersonalData.name(lastName),
                type == CustomerType.COMPANY ? companyName : PersonalData.name(companyName),
                quiet.taxId,
                kpp,
                quiet.legalAddress,
                quiet.deliveryAddress,
                onecId,
                standing,
                createdAt,
                changedAt,
                version);
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "Customer[" + id + ", " + type + "]";
    }
}
