package ru.freesport.console.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.TaxId;

/** What a customer's fields must hold to; each rule names the field it judges. */
public enum CustomerRule {
    TYPE_MISSING("type", (f, _) -> f.type() == null),
    NO_WAY_TO_REACH("email", (f, _) -> f.email() == null && f.phone() == null),
    EMAIL_MALFORMED("email", (f, _) -> isMalformed(CustomerField.EMAIL, f.email())),
    PHONE_MALFORMED("phone", (f, _) -> isMalformed(CustomerField.PHONE, f.phone())),
    PERSON_NAME_MISSING(
            "lastName",
            (f, type) -> f.firstName() == null
                    && f.lastName() == null
                    && f.companyName() == null
                    && type != CustomerType.COMPANY),
    COMPANY_NAME_MISSING("companyName", (f, type) -> type == CustomerType.COMPANY && f.companyName() == null),
    TAX_ID_MALFORMED(
            "taxId", (f, type) -> f.taxId() != null && !TaxId.of(f.taxId()).isOf(type == CustomerType.COMPANY)),
    KPP_MALFORMED("kpp", (f, _) -> isMalformed(CustomerField.KPP, f.kpp())),
    TOO_LONG("companyName", (f, _) -> longest(f) > 255),
    ADDRESS_TOO_LONG(
            "legalAddress",
            (f, _) -> isMalformed(CustomerField.LEGAL_ADDRESS, f.legalAddress())
                    || isMalformed(CustomerField.DELIVERY_ADDRESS, f.deliveryAddress()));

    private final String field;
    private final BiPredicate<CustomerFields, CustomerType> broken;

    CustomerRule(String field, BiPredicate<CustomerFields, CustomerType> broken) {
        this.field = field;
        this.broken = broken;
    }

    public String field() {
        return field;
    }

    static List<CustomerRule> brokenBy(CustomerFields fields) {
        CustomerType type = fields.type() == null ? CustomerType.PERSON : fields.type();
        List<CustomerRule> result = new ArrayList<>();
        for (CustomerRule rule : values()) {
            if (rule.broken.test(fields, type)) {
                result.add(rule);
            }
        }
        return result;
    }

    private static boolean isMalformed(CustomerField field, @Nullable String value) {
        return value != null && !field.isValid(value);
    }

    private static int longest(CustomerFields f) {
        int longest = 0;
        for (String text :
                new String[] {f.email(), f.phone(), f.firstName(), f.middleName(), f.lastName(), f.companyName()}) {
            longest = Math.max(longest, text == null ? 0 : text.length());
        }
        return longest;
    }
}
