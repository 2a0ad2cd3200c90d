package ru.freesport.console.customers.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import ru.freesport.console.customers.CustomerField;

/**
 * Every field in every combination of last agreed, shop and 1C; what is expected is written down here by hand.
 *
 * <p>A, B and C are good values that differ, X and Y malformed ones, - says nothing. Rows are the shop, columns 1C.
 */
class TruthTableTest {

    private static final String AGREED_ON_A = """
            shop  A              B              C              -              X              Y
            A     nothing        onec_changed   onec_changed   erases_nothing collision      collision
            B     shop_changed   same_change    collision      fills_onec     collision      collision
            -     fills_shop     fills_shop     fills_shop     nothing        kept_out       kept_out
            X     collision      collision      collision      kept_out       same_change    collision
            """;

    private static final String NEVER_AGREED = """
            shop  A              B              C              -              X              Y
            A     same_change    collision      collision      fills_onec     collision      collision
            B     collision      same_change    collision      fills_onec     collision      collision
            -     fills_shop     fills_shop     fills_shop     nothing        kept_out       kept_out
            X     collision      collision      collision      kept_out       same_change    collision
            """;

    private static final String AGREED_ON_X = """
            shop  A              B              C              -              X              Y
            A     same_change    collision      collision      fills_onec     shop_changed   collision
            B     collision      same_change    collision      fills_onec     shop_changed   collision
            -     fills_shop     fills_shop     fills_shop     nothing        kept_out       kept_out
            X     onec_changed   onec_changed   onec_changed   erases_nothing nothing        collision
            Y     collision      collision      collision      kept_out       collision      same_change
            """;

    private static final Map<String, Outcome> WORDS = Map.of(
            "nothing", Outcome.NOTHING_NEW,
            "same_change", Outcome.SAME_CHANGE,
            "onec_changed", Outcome.ONEC_CHANGED,
            "shop_changed", Outcome.SHOP_CHANGED,
            "fills_shop", Outcome.FILLS_SHOP,
            "fills_onec", Outcome.FILLS_ONEC,
            "erases_nothing", Outcome.EMPTY_ERASES_NOTHING,
            "kept_out", Outcome.INVALID_KEPT_OUT,
            "collision", Outcome.COLLISION);

    private static final String FAR_TOO_LONG = "ы".repeat(CustomerField.LONGEST + 1);

    /** Of each letter one spelling, and after the bar another one of the same value. */
    private static final Map<CustomerField, Map<String, String>> SAMPLES = samples();

    private static Map<CustomerField, Map<String, String>> samples() {
        Map<CustomerField, Map<String, String>> samples = new EnumMap<>(CustomerField.class);
        samples.put(
                CustomerField.EMAIL,
                values("a@mail.ru|A@Mail.RU", "b@спорт.рф|B@xn--n1abebi.xn--p1ai", "c@mail.ru", "нет", "d@"));
        samples.put(
                CustomerField.TAX_ID,
                values(
                        "7707083893|77 07 083893",
                        "7830002293|783-000-2293",
                        "500100732259",
                        "7707083894",
                        "0000000000"));
        samples.put(
                CustomerField.PHONE,
                values(
                        "+79161234567|8 (916) 123-45-67",
                        "+74951234504|8-495-123-45-04",
                        "+78121234505|(812) 123 45 05",
                        "123-45-67|1234567",
                        "нет"));
        samples.put(
                CustomerField.COMPANY_NAME,
                values(
                        "ООО «Старт»|Общество с ограниченной ответственностью СТАРТ",
                        "АО Финиш|финиш",
                        "ИП Белов",
                        FAR_TOO_LONG,
                        "Имя\u0000с нулём"));
        samples.put(
                CustomerField.KPP, values("770701001|770 701 001", "0105ab001|0105AB001", "783001001", "77070", "КПП"));
        samples.put(
                CustomerField.LAST_NAME,
                values("Королёва|КОРОЛЕВА", "Иванова-Петрова|иванова петрова", "Белова", FAR_TOO_LONG, "Б\u0007"));
        samples.put(CustomerField.FIRST_NAME, values("Алёна|алена ", "Мария|МАРИЯ", "Анна", FAR_TOO_LONG, "А\u0007"));
        samples.put(
                CustomerField.MIDDLE_NAME,
                values("Фёдоровна|федоровна", "Ильинична|ИЛЬИНИЧНА", "Юрьевна", FAR_TOO_LONG, "Ю\u0007"));
        samples.put(
                CustomerField.LEGAL_ADDRESS,
                values(
                        "101000, г. Москва, ул. Мясницкая, д. 1|101000 Москва Мясницкая 1",
                        "190000, Санкт-Петербург, наб. Мойки, дом 5|190000 санкт петербург Мойки, 5",
                        "630000, Новосибирск",
                        FAR_TOO_LONG,
                        "а\u0007"));
        samples.put(
                CustomerField.DELIVERY_ADDRESS,
                values(
                        "Москва, Лесная улица, 7|г Москва ул Лесная д 7",
                        "Тверь, Мира 1|тверь мира, 1",
                        "Пермь",
                        FAR_TOO_LONG,
                        "п\u0007"));
        return samples;
    }

    private static Map<String, String> values(String a, String b, String c, String x, String y) {
        return Map.of("A", a, "B", b, "C", c, "X", x, "Y", y);
    }

    @Test
    void everyFieldHasItsSamples() {
        assertThat(SAMPLES.keySet()).containsExactlyInAnyOrder(CustomerField.values());
    }

    @TestFactory
    Stream<DynamicTest> everyCombinationHasTheOutcomeOfTheTable() {
        return Arrays.stream(CustomerField.values())
                .flatMap(field -> Stream.of(cells("A", AGREED_ON_A), cells("-", NEVER_AGREED), cells("X", AGREED_ON_X))
                        .flatMap(List::stream)
                        .map(cell -> DynamicTest.dynamicTest(field + " " + cell, () -> check(field, cell))));
    }

    private static void check(CustomerField field, Cell cell) {
        for (String base : spellings(field, cell.base)) {
            for (String shop : spellings(field, cell.shop)) {
                for (String onec : spellings(field, cell.onec)) {
                    assertThat(ThreeWay.compare(new Trio(field, base, shop, onec)))
                            .as(base + " | " + shop + " | " + onec)
                            .isEqualTo(cell.outcome);
                }
            }
        }
    }

    private static List<@Nullable String> spellings(CustomerField field, String letter) {
        if (letter.equals("-")) {
            List<@Nullable String> nothing = new ArrayList<>();
            nothing.add(null);
            nothing.add("");
            nothing.add("  ");
            return nothing;
        }
        return Arrays.asList(SAMPLES.get(field).get(letter).split("\\|"));
    }

    private record Cell(String base, String shop, String onec, Outcome outcome) {

        @Override
        public String toString() {
            return "agreed " + base + ", shop " + shop + ", 1C " + onec + ": " + outcome;
        }
    }

    private static List<Cell> cells(String base, String table) {
        List<String[]> lines =
                table.lines().map(line -> line.strip().split("\\s+")).toList();
        List<Cell> cells = new ArrayList<>();
        for (String[] line : lines.subList(1, lines.size())) {
            for (int column = 1; column < line.length; column++) {
                cells.add(new Cell(base, line[0], lines.getFirst()[column], WORDS.get(line[column])));
            }
        }
        return cells;
    }
}
