package ru.freesport.console.partners;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells by the name of a field, element, parameter or header whether its value is secret or personal. */
final class SensitiveNames {

    private static final int REMEMBERED = 5_000;

    /** Without separators and in small letters, anywhere in a name. */
    private static final List<String> PARTS = List.of(
            "password",
            "passwd",
            "passphrase",
            "secret",
            "token",
            "apikey",
            "accesskey",
            "privatekey",
            "signature",
            "sessid",
            "sessionid",
            "cookie",
            "authorization",
            "credential",
            "cardnumber",
            "cardholder",
            "cvc",
            "cvv",
            "email",
            "phone",
            "mobile",
            "firstname",
            "lastname",
            "middlename",
            "secondname",
            "fullname",
            "surname",
            "patronymic",
            "companyname",
            "customername",
            "clientname",
            "contactname",
            "recipientname",
            "sendername",
            "payername",
            "taxid",
            "passport",
            "snils",
            "birthdate",
            "birthday",
            "address",
            "comment",
            "пароль",
            "телефон",
            "почта",
            "фамилия",
            "отчество",
            "полноенаименование",
            "официальноенаименование",
            "датарождения",
            "паспорт",
            "получатель",
            "контактноелицо",
            "комментарий");

    private static final List<String> BEGINNINGS = List.of("адрес", "инн");
    private static final Set<String> WHOLE =
            Set.of("pass", "pwd", "pin", "pan", "card", "inn", "tin", "fio", "tel", "phones", "имя", "фио");

    /** What stands inside is about somebody, whatever it is called. */
    private static final Set<String> PEOPLE = Set.of(
            "customer",
            "recipient",
            "receiver",
            "addressee",
            "sender",
            "buyer",
            "payer",
            "contact",
            "contacts",
            "counterparty",
            "person",
            "client",
            "контрагенты",
            "контрагент",
            "контакты",
            "контакт",
            "представители",
            "представитель");

    /** Says of somebody inside nothing about them. */
    private static final Set<String> HARMLESS = Set.of("id", "type", "kind", "role", "ид", "роль", "тип");

    private static final List<String> HEADERS = List.of(
            "auth",
            "token",
            "secret",
            "cookie",
            "signature",
            "password",
            "credential",
            "session",
            "apikey",
            "accesskey");

    private static final Known KNOWN_HIDDEN = new Known(SensitiveNames::hides);
    private static final Known KNOWN_HARMLESS = new Known(HARMLESS::contains);

    /** What was found of a name is remembered, of so many that nobody can fill the memory with names. */
    private record Known(Predicate<String> rule, Map<String, Boolean> names) {

        Known(Predicate<String> rule) {
            this(rule, new ConcurrentHashMap<>());
        }

        boolean of(String name) {
            Boolean known = names.get(name);
            if (known != null) {
                return known;
            }
            boolean found = rule.test(plain(name));
            if (names.size() < REMEMBERED) {
                names.put(name, found);
            }
            return found;
        }
    }

    private SensitiveNames() {}

    /** Whether the value under this name is to be hidden. */
    static boolean isHidden(String name) {
        return KNOWN_HIDDEN.of(name);
    }

    private static boolean hides(String plain) {
        return WHOLE.contains(plain)
                || PEOPLE.contains(plain)
                || PARTS.stream().anyMatch(plain::contains)
                || BEGINNINGS.stream().anyMatch(plain::startsWith);
    }

    /** Whether a value may stay inside what is hidden. */
    static boolean isHarmless(String name) {
        return KNOWN_HARMLESS.of(name);
    }

    static boolean isHiddenHeader(String name) {
        String plain = plain(name);
        return Stream.concat(HEADERS.stream(), Stream.of("xkey")).anyMatch(plain::contains);
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        name.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
