package ru.freesport.console.onec;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.customers.sync.CounterpartyRow;
import ru.freesport.console.onec.commerceml.CommerceMlRecord;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Contact;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Counterparty;
import ru.freesport.console.shared.Email;
import ru.freesport.console.shared.TaxId;

/** Says in the customers' words what 1C says of a counterparty. */
final class CounterpartyMapping {

    private static final Pattern SOLE_PROPRIETOR =
            Pattern.compile("(?U)\\b(ип|индивидуальный предприниматель|пбоюл)\\b", Pattern.CASE_INSENSITIVE);
    private static final String MALFORMED = "_MALFORMED";
    private static final int SHOWN = 200;

    private CounterpartyMapping() {}

    static CounterpartyRow row(Counterparty counterparty) {
        CustomerType type = type(counterparty);
        Map<CustomerField, String> said = new EnumMap<>(CustomerField.class);
        put(said, CustomerField.TAX_ID, counterparty.taxId());
        put(said, CustomerField.KPP, counterparty.kpp());
        put(said, CustomerField.EMAIL, email(counterparty.contacts()));
        put(said, CustomerField.PHONE, phones(counterparty.contacts()));
        put(said, CustomerField.LEGAL_ADDRESS, counterparty.registeredAt());
        put(said, CustomerField.DELIVERY_ADDRESS, counterparty.address());
        if (type != CustomerType.PERSON) {
            put(
                    said,
                    CustomerField.COMPANY_NAME,
                    first(counterparty.officialName(), counterparty.fullName(), counterparty.name()));
        }
        if (type != CustomerType.COMPANY) {
            person(said, counterparty);
        }
        return new CounterpartyRow(
                counterparty.id(),
                counterparty.guid(),
                counterparty.version(),
                counterparty.deleted(),
                first(counterparty.name(), counterparty.officialName(), counterparty.fullName()),
                type,
                said);
    }

    /** КПП and an official name are a company's; three of eighteen real companies have no КПП, so the INN helps. */
    private static CustomerType type(Counterparty counterparty) {
        String names = counterparty.name() + " " + counterparty.fullName() + " " + counterparty.officialName();
        TaxId taxId = counterparty.taxId() == null ? null : TaxId.of(counterparty.taxId());
        boolean hasPersonsNumber = taxId != null && taxId.kind() == TaxId.Kind.RU_PERSON;
        if (counterparty.kpp() == null && SOLE_PROPRIETOR.matcher(names).find()) {
            return CustomerType.SOLE_PROPRIETOR;
        }
        boolean isCompany = counterparty.kpp() != null
                || counterparty.officialName() != null && !hasPersonsNumber
                || taxId != null && (taxId.kind() == TaxId.Kind.RU_COMPANY || taxId.kind() == TaxId.Kind.KZ_COMPANY);
        return isCompany ? CustomerType.COMPANY : CustomerType.PERSON;
    }

    private static void person(Map<CustomerField, String> said, Counterparty counterparty) {
        if (counterparty.lastName() != null || counterparty.firstName() != null) {
            put(said, CustomerField.LAST_NAME, counterparty.lastName());
            put(said, CustomerField.FIRST_NAME, counterparty.firstName());
            put(said, CustomerField.MIDDLE_NAME, counterparty.middleName());
            return;
        }
        String name = first(counterparty.fullName(), counterparty.name());
        if (name == null) {
            return;
        }
        String[] words = SOLE_PROPRIETOR.matcher(name).replaceAll(" ").strip().split("\\s+", 3);
        put(said, CustomerField.LAST_NAME, words[0]);
        put(said, CustomerField.FIRST_NAME, words.length > 1 ? words[1] : null);
        put(said, CustomerField.MIDDLE_NAME, words.length > 2 ? words[2] : null);
    }

    /** The first that is an address; when none is, the first, so that people see what is wrong. */
    private static @Nullable String email(List<Contact> contacts) {
        List<String> mails = contacts.stream()
                .filter(contact -> contact.kind() == Contact.Kind.EMAIL)
                .map(Contact::value)
                .toList();
        return mails.stream()
                .filter(mail -> Email.of(mail).isValid())
                .findFirst()
                .orElse(mails.isEmpty() ? null : mails.getFirst());
    }

    private static @Nullable String phones(List<Contact> contacts) {
        String all = contacts.stream()
                .filter(contact -> contact.kind() == Contact.Kind.PHONE)
                .map(Contact::value)
                .distinct()
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }

    private static @Nullable String first(@Nullable String... values) {
        for (String value : values) {
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }

    private static void put(Map<CustomerField, String> said, CustomerField field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            said.put(field, value);
        }
    }

    /** Why a value was kept out. */
    static String reason(CustomerField field) {
        return field.name() + MALFORMED;
    }

    /** Whether what was kept out for this reason would still be. */
    static boolean isMalformed(CommerceMlRecord record, String reason) {
        if (!(record instanceof Counterparty counterparty) || !reason.endsWith(MALFORMED)) {
            return false;
        }
        CustomerField field = CustomerField.valueOf(reason.substring(0, reason.length() - MALFORMED.length()));
        String value = row(counterparty).said(field);
        return value != null && !field.isValid(value);
    }

    static String shown(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN);
    }
}
