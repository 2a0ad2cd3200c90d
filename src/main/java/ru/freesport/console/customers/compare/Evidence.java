package ru.freesport.console.customers.compare;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.shared.CompanyName;
import ru.freesport.console.shared.TaxId;

/** What can be said of the values of a field besides the values themselves: shown in the row, by {@link #key}. */
public enum Evidence {
    SHOP_TAX_ID_CHECK_DIGITS(taxId(Trio::shop, TaxId.Problem.WRONG_CHECK_DIGITS)),
    ONEC_TAX_ID_CHECK_DIGITS(taxId(Trio::onec, TaxId.Problem.WRONG_CHECK_DIGITS)),
    SHOP_TAX_ID_ZEROS(taxId(Trio::shop, TaxId.Problem.ALL_ZEROS)),
    ONEC_TAX_ID_ZEROS(taxId(Trio::onec, TaxId.Problem.ALL_ZEROS)),
    SHOP_TAX_ID_FORM(taxId(Trio::shop, TaxId.Problem.WRONG_LENGTH, TaxId.Problem.NOT_DIGITS)),
    ONEC_TAX_ID_FORM(taxId(Trio::onec, TaxId.Problem.WRONG_LENGTH, TaxId.Problem.NOT_DIGITS)),
    SHOP_EMAIL_MALFORMED(malformed(CustomerField.EMAIL, Trio::shop)),
    ONEC_EMAIL_MALFORMED(malformed(CustomerField.EMAIL, Trio::onec)),
    SHOP_PHONE_MALFORMED(malformed(CustomerField.PHONE, Trio::shop)),
    ONEC_PHONE_MALFORMED(malformed(CustomerField.PHONE, Trio::onec)),
    SHOP_KPP_MALFORMED(malformed(CustomerField.KPP, Trio::shop)),
    ONEC_KPP_MALFORMED(malformed(CustomerField.KPP, Trio::onec)),
    SHOP_TEXT_UNUSABLE(t -> isPlainText(t.field()) && t.shop() != null && !t.isShopValid()),
    ONEC_TEXT_UNUSABLE(t -> isPlainText(t.field()) && t.onec() != null && !t.isOnecValid()),
    SAME_PHONE(sameWhenNormalised(CustomerField.PHONE)),
    SAME_EMAIL(sameWhenNormalised(CustomerField.EMAIL)),
    SAME_COMPANY_NAME(sameWhenNormalised(CustomerField.COMPANY_NAME)),
    SAME_TEXT(t -> !t.field().isContact()
            && t.field() != CustomerField.COMPANY_NAME
            && sameWhenNormalised(t.field()).test(t)),
    /** One list of numbers holds all of the other. */
    PHONES_OVERLAP(t -> t.field() == CustomerField.PHONE
            && t.shop() != null
            && t.onec() != null
            && !t.field().isSame(t.shop(), t.onec())
            && t.field().agree(t.shop(), t.onec())),
    ONEC_ABBREVIATES(t -> abbreviates(t, t.onec(), t.shop())),
    SHOP_ABBREVIATES(t -> abbreviates(t, t.shop(), t.onec())),
    NEVER_AGREED(t -> t.base() == null && t.shop() != null && t.onec() != null),
    SHOP_AS_AGREED(t -> t.base() != null && t.field().agree(t.base(), t.shop())),
    ONEC_AS_AGREED(t -> t.base() != null && t.field().agree(t.base(), t.onec())),
    BOTH_CHANGED(t -> t.base() != null
            && t.shop() != null
            && t.onec() != null
            && !t.field().agree(t.base(), t.shop())
            && !t.field().agree(t.base(), t.onec())),
    ONEC_EMPTY(t -> t.onec() == null && t.shop() != null),
    SHOP_EMPTY(t -> t.shop() == null && t.onec() != null),
    SHOP_NEWER(t -> t.shopAt() != null && t.onecAt() != null && t.shopAt().isAfter(t.onecAt())),
    ONEC_NEWER(t -> t.shopAt() != null && t.onecAt() != null && t.onecAt().isAfter(t.shopAt()));

    private final Predicate<Trio> holds;

    Evidence(Predicate<Trio> holds) {
        this.holds = holds;
    }

    /** Of its text. */
    public String key() {
        return "customers.evidence." + name();
    }

    public static List<Evidence> of(Trio trio) {
        return Arrays.stream(values()).filter(one -> one.holds.test(trio)).toList();
    }

    private static Predicate<Trio> taxId(Function<Trio, @Nullable String> side, TaxId.Problem... problems) {
        return trio -> {
            String value = side.apply(trio);
            return trio.field() == CustomerField.TAX_ID
                    && value != null
                    && Arrays.asList(problems).contains(TaxId.of(value).problem());
        };
    }

    private static Predicate<Trio> malformed(CustomerField field, Function<Trio, @Nullable String> side) {
        return trio -> {
            String value = side.apply(trio);
            return trio.field() == field && value != null && !field.isValid(value);
        };
    }

    private static Predicate<Trio> sameWhenNormalised(CustomerField field) {
        return trio -> trio.field() == field
                && trio.shop() != null
                && trio.onec() != null
                && !trio.shop().equals(trio.onec())
                && field.isSame(trio.shop(), trio.onec());
    }

    private static boolean isPlainText(CustomerField field) {
        return switch (field) {
            case COMPANY_NAME, LAST_NAME, FIRST_NAME, MIDDLE_NAME, LEGAL_ADDRESS, DELIVERY_ADDRESS -> true;
            case EMAIL, TAX_ID, PHONE, KPP -> false;
        };
    }

    private static boolean abbreviates(Trio trio, @Nullable String some, @Nullable String full) {
        return trio.field() == CustomerField.COMPANY_NAME
                && some != null
                && full != null
                && CompanyName.of(some).abbreviates(CompanyName.of(full));
    }
}
