package ru.freesport.console.onec.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Contact;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Counterparty;
import ru.freesport.console.shared.TaxId;

/**
 * One of many buyers, made from its number, as the shop and as 1C know it. Of a hundred, one has another e-mail there and
 * five lack the phone on one side.
 *
 * @param number from 0 to 9,999,999
 */
public record GeneratedBuyer(int number) {

    private static final int HUNDRED = 100;
    private static final int COLLIDING = 7;
    private static final int ONE_SIDED = 20;
    private static final int LACKING = 3;

    public CustomerType type() {
        return switch (number % 5) {
            case 0, 1 -> CustomerType.COMPANY;
            case 2 -> CustomerType.SOLE_PROPRIETOR;
            default -> CustomerType.PERSON;
        };
    }

    private String onecId() {
        return "5e1f0c2a-9b7d-11f0-8d3e-%012d".formatted(number);
    }

    /** Shop and 1C know different e-mails. */
    public boolean isColliding() {
        return number % HUNDRED == COLLIDING;
    }

    /** One side does not know the phone. */
    private boolean isOneSided() {
        return number % ONE_SIDED == LACKING;
    }

    private boolean isShopLacking() {
        return isOneSided() && number / ONE_SIDED % 2 == 0;
    }

    private boolean isOnecLacking() {
        return isOneSided() && !isShopLacking();
    }

    public String email() {
        return "buyer-" + number + "@example.org";
    }

    private String onecEmail() {
        return isColliding() ? "office-" + number + "@example.org" : email();
    }

    public @Nullable String phone() {
        return isShopLacking() ? null : "+79" + digits(9);
    }

    /** Written as people in 1C write it. */
    private @Nullable String onecPhone() {
        String digits = digits(9);
        return isOnecLacking()
                ? null
                : "8 (9%s) %s-%s-%s"
                        .formatted(
                                digits.substring(0, 2),
                                digits.substring(2, 5),
                                digits.substring(5, 7),
                                digits.substring(7));
    }

    public @Nullable String lastName() {
        return type() == CustomerType.COMPANY ? null : "Покупателев" + number;
    }

    public @Nullable String firstName() {
        return type() == CustomerType.COMPANY ? null : "Иван";
    }

    public @Nullable String companyName() {
        return switch (type()) {
            case COMPANY -> "ООО Спорт " + number;
            case SOLE_PROPRIETOR -> "ИП Покупателев" + number + " Иван";
            case PERSON -> null;
        };
    }

    public @Nullable String taxId() {
        return switch (type()) {
            case COMPANY -> checked("77" + digits(7), 1, TaxId.Kind.RU_COMPANY);
            case SOLE_PROPRIETOR -> checked("77" + digits(8), 2, TaxId.Kind.RU_PERSON);
            case PERSON -> null;
        };
    }

    public @Nullable String kpp() {
        return type() == CustomerType.COMPANY ? "770101001" : null;
    }

    public String address() {
        return "101000, Москва, Спортивная улица, дом " + number;
    }

    Counterparty counterparty() {
        List<Contact> contacts = new ArrayList<>();
        contacts.add(new Contact(Contact.Kind.EMAIL, onecEmail()));
        String phone = onecPhone();
        if (phone != null) {
            contacts.add(new Contact(Contact.Kind.PHONE, phone));
        }
        String name = companyName() == null ? lastName() + " " + firstName() : companyName();
        return new Counterparty(
                onecId(),
                null,
                null,
                false,
                true,
                name,
                type() == CustomerType.COMPANY ? null : name,
                companyName(),
                lastName(),
                firstName(),
                null,
                taxId(),
                kpp(),
                address(),
                null,
                contacts);
    }

    private String digits(int count) {
        return String.format(Locale.ROOT, "%0" + count + "d", number);
    }

    /** The one number of this beginning whose check digits are right. */
    private static String checked(String beginning, int digits, TaxId.Kind kind) {
        int all = (int) Math.pow(10, digits);
        for (int end = 0; end < all; end++) {
            TaxId taxId = TaxId.of(beginning + String.format(Locale.ROOT, "%0" + digits + "d", end));
            if (taxId.kind() == kind) {
                return taxId.normal();
            }
        }
        throw new IllegalStateException("no check digits for " + beginning);
    }
}
