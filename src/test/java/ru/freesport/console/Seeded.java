package ru.freesport.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The secrets and the people that tests send around. Wherever they are written down against the rules, the last test of a run
 * finds them; so a fixture with a customer or a password takes them from here.
 */
public final class Seeded {

    public static final String PASSWORD = "Snow-leopard-4417";
    public static final String HMAC_SECRET = "Polar-owl-signs-90233";
    public static final String TOKEN = "tok_Wolverine7720zx";
    public static final String USER = "markella-one-c";

    public static final String MAIL_DOMAIN = "lichnoe.example";
    public static final String MAIL = "markella@" + MAIL_DOMAIN;
    /** Seven digits follow; nobody has such a number. */
    public static final String PHONE_BEGINNING = "+7 955 ";

    public static final String PHONE = "+79550142077";
    public static final String FIRST_NAME = "Маркелла";
    public static final String LAST_NAME = "Оленегорская";
    public static final String COMPANY = "Снежный барс";
    public static final String TAX_ID = "519012345694";
    public static final String COMPANY_TAX_ID = "5190012346";
    public static final String STREET = "Ферсмановская";

    private Seeded() {}

    /** What is searched for as it is; not to be written down by anybody. */
    public static List<String> words() {
        return List.of(
                PASSWORD,
                HMAC_SECRET,
                TOKEN,
                MAIL_DOMAIN,
                FIRST_NAME,
                LAST_NAME,
                COMPANY,
                TAX_ID,
                COMPANY_TAX_ID,
                STREET);
    }

    /** The same as addresses, JSON and HTTP Basic spell it. */
    public static List<String> spellings() {
        List<String> all = new ArrayList<>(words());
        for (String word : words()) {
            String encoded = URLEncoder.encode(word, StandardCharsets.UTF_8);
            if (!encoded.equals(word)) {
                all.add(encoded);
                all.add(escaped(word));
            }
        }
        all.add(basic());
        return all;
    }

    public static String basic() {
        return Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    /** A phone of the set in any spelling, as PostgreSQL and Java read a pattern. */
    public static String phones() {
        return "(^|[^0-9a-zA-Z.-])([+]|%2B)?[78][ (-]*955[) -]*[0-9]{3}[ -]*[0-9]{2}[ -]*[0-9]{2}([^0-9]|$)";
    }

    private static String escaped(String word) {
        StringBuilder escaped = new StringBuilder();
        word.chars().forEach(one -> escaped.append(one < 128 ? "" + (char) one : String.format("\\u%04x", one)));
        return escaped.toString();
    }
}
