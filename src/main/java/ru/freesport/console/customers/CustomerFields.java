package ru.freesport.console.customers;

import java.util.EnumMap;
import java.util.Map;
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
        @Nullable String kpp,
        @Nullable String middleName,
        @Nullable String legalAddress,
        @Nullable String deliveryAddress) {

    public CustomerFields(
            @Nullable CustomerType type,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String companyName,
            @Nullable String taxId,
            @Nullable String kpp) {
        this(type, email, phone, firstName, lastName, companyName, taxId, kpp, null, null, null);
    }

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
                kpp == null ? known.kpp() : kpp,
                middleName == null ? known.middleName() : middleName,
                legalAddress == null ? known.legalAddress() : legalAddress,
                deliveryAddress == null ? known.deliveryAddress() : deliveryAddress);
    }

    /** Without needless space, empty texts as nothing, everything that has one spelling in it. */
    CustomerFields clean() {
        return new CustomerFields(
                type,
                normal(CustomerField.EMAIL, email),
                normal(CustomerField.PHONE, phone),
                text(firstName),
                text(lastName),
                text(companyName),
                normal(CustomerField.TAX_ID, taxId),
                normal(CustomerField.KPP, kpp),
                text(middleName),
                text(legalAddress),
                text(deliveryAddress));
    }

    /** What is said of each field; what is not said is absent. */
    Map<CustomerField, String> said() {
        Map<CustomerField, String> said = new EnumMap<>(CustomerField.class);
        put(said, CustomerField.EMAIL, email);
        put(said, CustomerField.PHONE, phone);
        put(said, CustomerField.FIRST_NAME, firstName);
        put(said, CustomerField.LAST_NAME, lastName);
        put(said, CustomerField.MIDDLE_NAME, middleName);
        put(said, CustomerField.COMPANY_NAME, companyName);
        put(said, CustomerField.TAX_ID, taxId);
        put(said, CustomerField.KPP, kpp);
        put(said, CustomerField.LEGAL_ADDRESS, legalAddress);
        put(said, CustomerField.DELIVERY_ADDRESS, deliveryAddress);
        return said;
    }

    private static void put(Map<CustomerField, String> said, CustomerField field, @Nullable String value) {
        if (value != null) {
            said.put(field, value);
        }
    }

    /** The one spelling of what has one; anything else as it is, so that a rule can name it. */
    static @Nullable String normal(CustomerField field, @Nullable String written) {
        String text = text(written);
        return text == null || !field.isValid(text) ? text : field.kept(text);
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
