package ru.freesport.console.partners;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Takes secrets and personal data out of what the journal writes; always the same mask, so that not even a length is told.
 * Works on text by name and by shape rather than by parsing, because what is journalled may be cut or broken.
 */
public final class Masking {

    static final String MASK = "***";

    private static final Set<String> SECRET_HEADERS = Set.of(
            "authorization",
            "proxy-authorization",
            "cookie",
            "set-cookie",
            "x-api-key",
            "x-auth-token",
            "x-onec-signature");

    private static final String NAMES = String.join(
            "|",
            "password",
            "passwd",
            "pass",
            "secret",
            "client_secret",
            "token",
            "access_token",
            "refresh_token",
            "api_?key",
            "sessid",
            "signature",
            "card",
            "card_?number",
            "cvc",
            "cvv",
            "e-?mail",
            "phone",
            "first_?name",
            "last_?name",
            "middle_?name",
            "full_?name",
            "company_?name",
            "tax_?id",
            "inn",
            "address",
            "birth_?date",
            "Пароль",
            "Телефон[^\"<>=]*",
            "ЭлектроннаяПочта",
            "ИНН",
            "Фамилия",
            "Имя",
            "Отчество",
            "ПолноеНаименование",
            "ОфициальноеНаименование",
            "Адрес[^\"<>=]*",
            "Получатель",
            "Комментарий[^\"<>=]*",
            "ДатаРождения");
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern JSON =
            Pattern.compile("(\"(?:" + NAMES + ")\"\\s*:\\s*)(?:\"(?:[^\"\\\\]|\\\\.)*+\"?|[^\\s,}\\]\\[{]+)", FLAGS);
    private static final Pattern XML = Pattern.compile("(<(" + NAMES + ")>)[^<]*", FLAGS);
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\s(?:" + NAMES + ")=\")[^\"]*", FLAGS);
    private static final Pattern PAIR = Pattern.compile("((?:^|[?&;\\s])(?:" + NAMES + ")=)[^&\\s\"<]*", FLAGS);
    /** A requisite of 1C whose name says that a person is in it. */
    private static final Pattern REQUISITE =
            Pattern.compile("(<Наименование>(?:" + NAMES + ")</Наименование>\\s*<Значение>)[^<]*", FLAGS);
    /** Everything about a counterparty but its id and role, up to the end when it was cut. */
    private static final Pattern COUNTERPARTY = Pattern.compile("<Контрагенты>.*?(?:</Контрагенты>|$)", Pattern.DOTALL);

    private static final Pattern LEAF = Pattern.compile("(<(?!Ид>|Роль>)[^<>/]+>)[^<]+(?=<|$)");
    private static final Pattern MAIL = Pattern.compile("[\\p{L}\\d._%+-]+@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+");
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\d.-])(?:\\+7|8|7)[\\s-]?\\(?\\d{3}\\)?[\\s-]?\\d{3}[\\s-]?\\d{2}[\\s-]?\\d{2}(?![\\d-]|\\.\\d)");

    private Masking() {}

    /** Masks whatever looks secret or personal in any text: a body, a query, an error. */
    public static String text(String text) {
        String masked = text;
        if (masked.indexOf('<') >= 0) {
            masked = COUNTERPARTY.matcher(masked).replaceAll(found -> quoted(withoutLeaves(found.group())));
            masked = REQUISITE.matcher(masked).replaceAll(first());
            masked = XML.matcher(masked).replaceAll(first());
            masked = ATTRIBUTE.matcher(masked).replaceAll(first());
        }
        if (masked.indexOf('"') >= 0) {
            masked = JSON.matcher(masked).replaceAll(found -> quoted(found.group(1) + "\"" + MASK + "\""));
        }
        if (masked.indexOf('=') >= 0) {
            masked = PAIR.matcher(masked).replaceAll(first());
        }
        if (masked.indexOf('@') >= 0) {
            masked = MAIL.matcher(masked).replaceAll(MASK);
        }
        return PHONE.matcher(masked).replaceAll(MASK);
    }

    /** Headers as lines, secrets masked by name. */
    static String headers(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(String.CASE_INSENSITIVE_ORDER))
                .map(header -> header.getKey() + ": " + value(header))
                .collect(Collectors.joining("\n"));
    }

    /** A body as UTF-8 text, masked; what is no text is told by its size only. */
    static byte[] body(@Nullable String contentType, byte[] body) {
        if (body.length == 0) {
            return body;
        }
        Charset charset = charset(contentType);
        if (charset == null) {
            return (body.length + " B").getBytes(StandardCharsets.UTF_8);
        }
        return text(new String(body, charset)).getBytes(StandardCharsets.UTF_8);
    }

    private static String value(Map.Entry<String, List<String>> header) {
        return SECRET_HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT))
                ? MASK
                : text(String.join(", ", header.getValue()));
    }

    /** Of textual content only. */
    private static @Nullable Charset charset(@Nullable String contentType) {
        if (contentType == null) {
            return StandardCharsets.UTF_8;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            boolean isText = type.getType().equals("text")
                    || type.getSubtype().endsWith("json")
                    || type.getSubtype().endsWith("xml")
                    || type.getSubtype().contains("form-urlencoded");
            return isText ? java.util.Objects.requireNonNullElse(type.getCharset(), StandardCharsets.UTF_8) : null;
        } catch (InvalidMediaTypeException | IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String withoutLeaves(String counterparty) {
        return LEAF.matcher(counterparty)
                .replaceAll(found ->
                        found.group().substring(found.group(1).length()).isBlank()
                                ? quoted(found.group())
                                : quoted(found.group(1) + MASK));
    }

    private static Function<MatchResult, String> first() {
        return found -> quoted(found.group(1) + MASK);
    }

    private static String quoted(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }
}
