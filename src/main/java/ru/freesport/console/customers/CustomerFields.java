package ru.freesport.console.customers;

import org.jspecify.annotations.Nullable;

/** What somebody says about a customer; null says nothing. */
public record CustomerFields(
        @Nullable CustomerType type,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String companyName,
        @Nullable String taxId,
        @Nullable String kpp) {

    /** These fields over those of a known customer. */
    CustomerFields over(Customer known) {
        return new CustomerFields(
                type == null ? known.type() : type,
                email == null ? known.email() : email,
                phone == null ? known.phone() : phone,
                firstName == null ? known.firstName() : firstName,
                lastName == null ? known.lastName() : lastName,
                companyName == null ? known.companyName() : companyName,
                taxId == null ? known.taxId() : taxId,
                kpp == null ? known.kpp() : kpp);
    }

    /** Without needless space, empty texts as nothing, the phone in one spelling. */
    CustomerFields clean() {
        return new CustomerFields(
                type,
                text(email),
                PhoneNumber.normalised(text(phone)),
                text(firstName),
                text(lastName),
                text(companyName),
                text(taxId),
                text(kpp));
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "CustomerFields[" + type + "]";
    }
}
