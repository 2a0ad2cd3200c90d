package ru.freesport.console.simulator.yookassa;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the customer pays on the page: by a card, whose number may be one of the test cards, or otherwise. */
record Method(String type, @Nullable String card) {

    static final String GOOD_CARD = "5555555555554477";

    /** Test cards of the documentation, by why they are declined. */
    private static final Map<String, String> DECLINED = Map.of(
            "5555555555554592", "3d_secure_failed",
            "5555555555554600", "insufficient_funds",
            "5555555555554527", "general_decline",
            "5555555555554584", "country_forbidden");

    /** Besides the card. */
    static final List<String> OTHERS = List.of("sbp", "sberbank", "tinkoff_bank", "yoo_money");

    static Method of(String word) {
        if (word.isEmpty() || word.equals("bank_card")) {
            return new Method("bank_card", GOOD_CARD);
        }
        if (word.matches("\\d{16}")) {
            return new Method("bank_card", word);
        }
        if (OTHERS.contains(word)) {
            return new Method(word, null);
        }
        throw new IllegalArgumentException("Nobody can pay by " + word);
    }

    /** Why the bank declines it; null when it does not. */
    @Nullable String declined() {
        return card == null ? null : DECLINED.get(card);
    }

    /** What the bank said, made of the payment's id. */
    Map<String, Object> authorization(String id) {
        long number = Math.abs((long) id.hashCode());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("rrn", "%012d".formatted(number * 17));
        shown.put("auth_code", "%06d".formatted(number % 1_000_000));
        shown.put("three_d_secure", Map.of("applied", false));
        return shown;
    }

    Map<String, Object> shown(String id) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("type", type);
        shown.put("id", id);
        shown.put("saved", false);
        if (card != null) {
            shown.put("title", "Bank card *" + card.substring(12));
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("first6", card.substring(0, 6));
            details.put("last4", card.substring(12));
            details.put("expiry_year", "2030");
            details.put("expiry_month", "12");
            details.put("card_type", card.startsWith("4") ? "Visa" : "MasterCard");
            details.put("issuer_country", "RU");
            shown.put("card", details);
        } else {
            shown.put("title", type);
        }
        return shown;
    }
}
