package ru.freesport.console.customers;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ConcurrentLruCache;
import ru.freesport.console.shared.CompanyName;
import ru.freesport.console.shared.Email;
import ru.freesport.console.shared.Kpp;
import ru.freesport.console.shared.Phone;
import ru.freesport.console.shared.PostalAddress;
import ru.freesport.console.shared.TaxId;

/**
 * What the shop and 1C both know of a customer. Role and price level are not among them: 1C's files do not carry them,
 * and no import changes them.
 */
public enum CustomerField {
    EMAIL(
            Severity.HIGH,
            true,
            text -> Email.of(text).normal(),
            text -> Email.of(text).isValid()),
    TAX_ID(
            Severity.HIGH,
            false,
            text -> TaxId.of(text).normal(),
            text -> TaxId.of(text).isValid()),
    /** May be a list with commas: the first is the number to call, the others are further contacts. */
    PHONE(
            Severity.MEDIUM,
            true,
            CustomerField::numbers,
            text -> Phone.all(text).stream().anyMatch(Phone::isValid)),
    COMPANY_NAME(Severity.MEDIUM, false, text -> CompanyName.of(text).key(), _ -> true),
    KPP(
            Severity.MEDIUM,
            false,
            text -> Kpp.of(text).normal(),
            text -> Kpp.of(text).isValid()),
    LAST_NAME(Severity.MEDIUM, false, CustomerField::name, _ -> true),
    FIRST_NAME(Severity.MEDIUM, false, CustomerField::name, _ -> true),
    MIDDLE_NAME(Severity.MEDIUM, false, CustomerField::name, _ -> true),
    LEGAL_ADDRESS(Severity.MEDIUM, false, text -> PostalAddress.of(text).key(), _ -> true),
    DELIVERY_ADDRESS(Severity.MEDIUM, false, text -> PostalAddress.of(text).key(), _ -> true);

    /** Longer texts are somebody's accident or attack, not a name. */
    public static final int LONGEST = 4_000;

    /** Texts up to this length are remembered: comparing asks for the same ones again and again. */
    private static final int SHORT = 200;

    private static final int REMEMBERED = 8_192;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Severity severity;
    private final boolean isContact;
    private final Function<String, String> normal;
    private final Predicate<String> valid;
    private final ConcurrentLruCache<String, Reading> read = new ConcurrentLruCache<>(REMEMBERED, this::read);

    private record Reading(String normal, boolean valid) {}

    CustomerField(Severity severity, boolean isContact, Function<String, String> normal, Predicate<String> valid) {
        this.severity = severity;
        this.isContact = isContact;
        this.normal = normal;
        this.valid = valid;
    }

    public Severity severity() {
        return severity;
    }

    /** A customer may have several of it; the one that is not chosen stays as a further contact. */
    public boolean isContact() {
        return isContact;
    }

    /** Two people must agree before it changes. */
    public boolean needsSecondPerson() {
        return severity == Severity.HIGH;
    }

    public boolean isValid(String value) {
        return reading(value).valid;
    }

    /** What values are compared by; texts that differ only in how they are written have the same. */
    public String normal(String value) {
        return reading(value).normal;
    }

    private Reading reading(String value) {
        return value.length() <= SHORT ? read.get(value) : read(value);
    }

    private Reading read(String value) {
        String shortened = value.length() > LONGEST + 1 ? value.substring(0, LONGEST + 1) : value;
        String found = normal.apply(shortened);
        String compared = found.isEmpty() ? shortened.strip().toLowerCase(Locale.ROOT) : found;
        return new Reading(
                compared,
                value.length() <= LONGEST
                        && !CONTROL.matcher(value).find()
                        && !compared.isEmpty()
                        && valid.test(value));
    }

    /** The spelling a valid value is kept in: of what has one, the one; of a list of numbers, the first to call. */
    public String kept(String value) {
        return switch (this) {
            case EMAIL, TAX_ID, KPP -> normal(value);
            case PHONE ->
                Phone.all(value).stream()
                        .filter(Phone::isValid)
                        .findFirst()
                        .map(Phone::normal)
                        .orElse(value);
            default -> value.strip();
        };
    }

    /** Whether both say the same; nothing said equals nothing said. */
    public boolean isSame(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.equals(other) || normal(one).equals(normal(other));
    }

    /**
     * Whether the values do not contradict each other: the same, or one list of numbers holds the whole other one, so
     * that nobody has to choose.
     */
    public boolean agree(@Nullable String one, @Nullable String other) {
        if (isSame(one, other)) {
            return true;
        }
        if (this != PHONE || one == null || other == null) {
            return false;
        }
        Set<String> first = Set.of(numbers(one).split(","));
        Set<String> second = Set.of(numbers(other).split(","));
        return first.containsAll(second) || second.containsAll(first);
    }

    private static String numbers(String text) {
        return Phone.all(text).stream().map(Phone::normal).distinct().sorted().collect(Collectors.joining(","));
    }

    private static String name(String text) {
        return NO_LETTER
                .matcher(text.toLowerCase(Locale.ROOT).replace('ё', 'е'))
                .replaceAll(" ")
                .strip();
    }
}
