package ru.freesport.console.payments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Turns a filter into conditions on {@code payment p} that its indexes answer. */
final class PaymentQuery {

    private static final Pattern SUM = Pattern.compile("\\d{1,12}[.,]\\d{2}");
    private static final Pattern LAST4 = Pattern.compile("\\*{0,4}(\\d{4})");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int WHOLE_PHONE = 11;
    private static final int SHORTEST_NUMBER = 5;

    private final StringBuilder conditions = new StringBuilder("true");
    private final Map<String, Object> values = new HashMap<>();

    /** @param mayKnow whether the person may search by contacts */
    PaymentQuery(PaymentFilter filter, boolean mayKnow) {
        if (filter.state() != null) {
            and("p.state = :state", "state", filter.state().name());
        }
        if (filter.method() != null) {
            and("p.method = :method", "method", filter.method());
        }
        if (filter.from() != null) {
            and("p.created_at >= :from", "from", PaymentTable.at(filter.from()));
        }
        if (filter.to() != null) {
            and("p.created_at < :to", "to", PaymentTable.at(filter.to()));
        }
        if (filter.isRefunding()) {
            and("p.refunding > 0");
        }
        int word = 0;
        for (String one : words(filter.text())) {
            word(one, "word" + word++, mayKnow);
        }
    }

    /** A sum may be written with spaces between thousands. */
    private static List<String> words(String text) {
        String joined = text.replace('\u00a0', ' ').replaceAll("(?<=\\d) (?=\\d{3}[ .,])", "");
        List<String> words = new ArrayList<>();
        for (String one : joined.replace("₽", " ").split("\\s+")) {
            if (!one.isEmpty()) {
                words.add(one);
            }
        }
        return words;
    }

    /** A word may be any of the things that look like it; each is looked for by an index of its own. */
    private void word(String word, String name, boolean mayKnow) {
        if (SUM.matcher(word).matches()) {
            and("p.amount = :" + name, name, new BigDecimal(word.replace(',', '.')));
            return;
        }
        List<String> ways = new ArrayList<>();
        var last4 = LAST4.matcher(word);
        if (last4.matches()) {
            values.put(name + "Card", last4.group(1));
            ways.add(payments("card_last4 = :" + name + "Card"));
        }
        if (UUID_TEXT.matcher(word).matches()) {
            values.put(name + "Id", UUID.fromString(word));
            ways.add(payments("id = :" + name + "Id"));
            ways.add("SELECT payment_id FROM refund WHERE id = :" + name + "Id");
        }
        values.put(name, word);
        ways.add(payments("provider_id = :" + name));
        ways.add(payments("rrn = :" + name));
        ways.add("SELECT payment_id FROM refund WHERE provider_id = :" + name);
        if (word.length() >= SHORTEST_NUMBER) {
            values.put(name + "Number", word.replaceAll("([\\\\%_])", "\\\\$1") + "%");
            ways.add(payments("order_number LIKE :" + name + "Number"));
        }
        if (mayKnow) {
            contacts(word, name, ways);
        }
        // an array is found before the list is read; a subquery might be tried on every payment instead
        and("p.id = ANY(ARRAY(" + String.join(" UNION ", ways) + "))");
    }

    private static String payments(String condition) {
        return "SELECT id FROM payment WHERE " + condition;
    }

    private void contacts(String word, String name, List<String> ways) {
        String digits = word.replaceAll("[^0-9]", "");
        if (word.indexOf('@') > 0) {
            values.put(name + "Mail", word.toLowerCase(Locale.ROOT));
            ways.add(payments("lower(contact_email) = :" + name + "Mail"));
        } else if (digits.length() == WHOLE_PHONE && word.matches("[0-9+()-]+")) {
            values.put(name + "Phone", "+7" + digits.substring(1));
            ways.add(payments("contact_phone = :" + name + "Phone"));
        }
    }

    void below(long position) {
        and("p.position < :below", "below", position);
    }

    String conditions() {
        return conditions.toString();
    }

    Map<String, Object> values() {
        return values;
    }

    private void and(String condition) {
        conditions.append(" AND ").append(condition);
    }

    private void and(String condition, String name, Object value) {
        and(condition);
        values.put(name, value);
    }
}
