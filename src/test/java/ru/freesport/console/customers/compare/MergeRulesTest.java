package ru.freesport.console.customers.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.shared.ui.Translations;

class MergeRulesTest {

    private static final Instant EARLIER = Instant.parse("2025-11-01T10:00:00Z");
    private static final Instant LATER = Instant.parse("2025-11-02T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "TAX_ID, 7707083894, 7707083893, ONEC",
        "TAX_ID, 7707083893, 0000000000, SHOP",
        "EMAIL, a@mail.ru, нет, SHOP",
        "PHONE, 12, +79161234567, ONEC",
        "KPP, 770701001, 7707, SHOP"
    })
    void aValidValueWinsOverAnInvalidOne(CustomerField field, String shop, String onec, Choice expected) {
        assertSettled(new Trio(field, null, shop, onec), expected, MergeRule.VALID_OVER_INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "COMPANY_NAME, ООО СК «Старт», ООО Спортивный клуб Старт, ONEC",
        "COMPANY_NAME, Торговый дом Спорт, ТД Спорт, SHOP",
        "FIRST_NAME, И., Иван, ONEC",
        "MIDDLE_NAME, Петрович, П., SHOP"
    })
    void aFullNameWinsOverItsAbbreviation(CustomerField field, String shop, String onec, Choice expected) {
        assertSettled(new Trio(field, null, shop, onec), expected, MergeRule.LONGER_OVER_ABBREVIATION);
    }

    @Test
    void theLaterWinsWhenBothClocksAreKnown() {
        CustomerField name = CustomerField.LAST_NAME;
        assertSettled(
                new Trio(name, null, "Белова", "Орлова", EARLIER, LATER), Choice.ONEC, MergeRule.NEWER_OVER_OLDER);
        assertSettled(
                new Trio(name, null, "Белова", "Орлова", LATER, EARLIER), Choice.SHOP, MergeRule.NEWER_OVER_OLDER);
        assertThat(settle(new Trio(name, null, "Белова", "Орлова", LATER, null)).isReview())
                .isTrue();
        assertThat(settle(new Trio(name, null, "Белова", "Орлова", LATER, LATER))
                        .isReview())
                .isTrue();
    }

    @Test
    void aLaterSlipOfTheHandIsNoNews() {
        assertThat(settle(new Trio(CustomerField.TAX_ID, null, "7707083894", "7712345678", EARLIER, LATER))
                        .isReview())
                .isTrue();
    }

    @Test
    void twoGoodPhonesBothStay() {
        Settlement settled = settle(
                new Trio(CustomerField.PHONE, null, "8 916 123-45-67", "8 (495) 123-45-04, 8-916-123-45-67 доб. 1"));
        assertThat(settled)
                .isEqualTo(
                        new Settlement(false, Choice.BOTH, "+79161234567, +74951234504", MergeRule.UNION_OF_CONTACTS));
    }

    @Test
    void whatNoRuleSettlesAPersonDoes() {
        assertThat(settle(new Trio(CustomerField.EMAIL, null, "a@mail.ru", "b@mail.ru")))
                .isEqualTo(Settlement.NO_IDEA);
        assertThat(settle(new Trio(CustomerField.COMPANY_NAME, null, "Старт", "Финиш")))
                .isEqualTo(Settlement.NO_IDEA);
    }

    /** Strategy by strategy: which value a good and a malformed one come to, and whether a person is asked. */
    @ParameterizedTest
    @CsvSource({
        "PLATFORM_WINS, 7707083893, 7830002293, SHOP, false",
        "PLATFORM_WINS, 7707083894, 7830002293, ONEC, true",
        "PLATFORM_WINS, 7707083894, 0000000000, , true",
        "ONEC_WINS, 7707083893, 7830002293, ONEC, false",
        "ONEC_WINS, 7707083893, 7712345678, SHOP, true",
        "ONEC_WINS, 7707083894, 0000000000, , true",
        "MERGE_SMART, 7707083893, 7830002293, , true",
        "MERGE_SMART, 7707083893, 7712345678, SHOP, false",
        "MANUAL_REVIEW, 7707083893, 7830002293, , true",
        "MANUAL_REVIEW, 7707083893, 7712345678, SHOP, true"
    })
    void noStrategyPutsSomethingMalformedInThePlaceOfSomethingGood(
            Strategy strategy, String shop, String onec, Choice expected, boolean asks) {
        Settlement settled = Collisions.settle(new Trio(CustomerField.TAX_ID, null, shop, onec), strategy);
        assertThat(settled.choice()).isEqualTo(expected);
        assertThat(settled.isReview()).isEqualTo(asks);
    }

    @Test
    void evidenceIsSaidInWords() {
        assertThat(Evidence.of(new Trio(CustomerField.TAX_ID, "7830002293", "7707083894", "7830002293")))
                .contains(Evidence.SHOP_TAX_ID_CHECK_DIGITS, Evidence.ONEC_AS_AGREED);
        assertThat(Evidence.of(new Trio(CustomerField.PHONE, null, "8 916 123-45-67", "+79161234567")))
                .contains(Evidence.SAME_PHONE);
        assertThat(word(Evidence.SHOP_TAX_ID_CHECK_DIGITS.key())).isEqualTo("на сайте контрольная сумма ИНН неверна");
        assertThat(word(Evidence.SAME_PHONE.key())).isEqualTo("телефоны равны после приведения");
    }

    @Test
    void everythingThatExplainsItselfHasWords() {
        Map<String, String> words = Translations.of(Translations.RUSSIAN).all();
        for (Evidence evidence : Evidence.values()) {
            assertThat(words).containsKey(evidence.key());
        }
        for (MergeRule rule : MergeRule.values()) {
            assertThat(words).containsKey("customers.rule." + rule.name());
        }
        for (Strategy strategy : Strategy.values()) {
            assertThat(words).containsKey("customers.strategy." + strategy.name());
        }
        for (Choice choice : Choice.values()) {
            assertThat(words).containsKey("customers.choice." + choice.name());
        }
        for (CustomerField field : CustomerField.values()) {
            assertThat(words).containsKey("customers.field." + field.name());
        }
    }

    private static String word(String key) {
        return Translations.of(Translations.RUSSIAN).all().get(key);
    }

    private static Settlement settle(Trio trio) {
        return Collisions.settle(trio, Strategy.MERGE_SMART);
    }

    private static void assertSettled(Trio trio, Choice choice, MergeRule rule) {
        Settlement settled = settle(trio);
        assertThat(settled.isReview()).isFalse();
        assertThat(settled.choice()).isEqualTo(choice);
        assertThat(settled.rule()).isEqualTo(rule);
        assertThat(settled.value()).isEqualTo(choice == Choice.SHOP ? trio.shop() : trio.onec());
    }
}
