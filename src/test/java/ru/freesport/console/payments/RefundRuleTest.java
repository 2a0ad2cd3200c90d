package ru.freesport.console.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.Money;

class RefundRuleTest {

    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    @Test
    void aWholeRefundOfAFreshPaymentBreaksNothing() {
        assertThat(RefundRule.broken(about(paid("bank_card", "2026-11-01T00:00:00Z"), "100.00", List.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bank_card, 2023-11-24T00:00:00Z, 'OLDER_THAN_THREE_YEARS,CARD_OLDER_THAN_15_MONTHS'",
        "bank_card, 2025-08-24T00:00:00Z, CARD_OLDER_THAN_15_MONTHS",
        "bank_card, 2025-08-26T00:00:00Z, ''",
        "sberbank,  2025-11-24T00:00:00Z, SBERPAY_OLDER_THAN_A_YEAR",
        "sberbank,  2025-11-26T00:00:00Z, ''",
        "sbp,       2023-11-26T00:00:00Z, ''"
    })
    void ageIsJudgedByTheMethod(String method, String paidAt, String rules) {
        assertThat(RefundRule.broken(about(paid(method, paidAt), "100.00", List.of())))
                .extracting(Enum::name)
                .containsExactlyElementsOf(rules.isEmpty() ? List.of() : List.of(rules.split(",")));
    }

    @Test
    void whatIsLeftIsTheCeilingToTheKopeck() {
        Payment payment = paid("sbp", "2026-11-01T00:00:00Z");
        assertThat(RefundRule.broken(about(payment, "100.01", List.of()))).containsExactly(RefundRule.OVER_CEILING);
        assertThat(RefundRule.broken(about(payment, "0.00", List.of())))
                .containsExactly(RefundRule.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void aMethodThatGivesAllOrNothingGivesNoPart() {
        Payment payment = paid("b2b", "2026-11-01T00:00:00Z");
        assertThat(RefundRule.broken(about(payment, "99.99", List.of("b2b"))))
                .containsExactly(RefundRule.METHOD_GIVES_ALL_OR_NOTHING);
        assertThat(RefundRule.broken(about(payment, "100.00", List.of("b2b")))).isEmpty();
    }

    @Test
    void anotherThatIsUnknownBlocksAndOneThatIsUnderWayWarns() {
        Payment payment = paid("sbp", "2026-11-01T00:00:00Z");
        assertThat(RefundRule.broken(about(payment, refund(payment, RefundState.UNKNOWN))))
                .containsExactly(RefundRule.ANSWER_UNKNOWN);
        assertThat(RefundRule.broken(about(payment, refund(payment, RefundState.PENDING))))
                .containsExactly(RefundRule.ANOTHER_UNDER_WAY);
        assertThat(RefundRule.ANSWER_UNKNOWN.blocks()).isTrue();
        assertThat(RefundRule.ANOTHER_UNDER_WAY.blocks()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "5000.00, 0.00,     true",
        "5000.01, 0.00,     false",
        "5000.00, 15000.00, true",
        "5000.00, 15000.01, false"
    })
    void aLimitIsForOneAndForADay(BigDecimal amount, BigDecimal today, boolean allowed) {
        PaymentsSettings.Limit limit =
                new PaymentsSettings.Limit(new BigDecimal("5000.00"), new BigDecimal("20000.00"));
        assertThat(RefundLimits.allows(limit, amount, today)).isEqualTo(allowed);
    }

    private static RefundCase about(Payment payment, String amount, List<String> withoutPart) {
        return about(payment, List.of(), Money.roubles(amount), withoutPart);
    }

    private static RefundCase about(Payment payment, Refund other) {
        return about(payment, List.of(other), Money.roubles("1.00"), List.of());
    }

    private static RefundCase about(
            Payment payment, List<Refund> others, @Nullable Money amount, List<String> withoutPart) {
        return new RefundCase(payment, others, amount, amount, false, null, withoutPart, NOW);
    }

    private static Payment paid(String method, String at) {
        Money zero = Money.roubles("0");
        Instant paidAt = Instant.parse(at);
        return new Payment(
                UUID.randomUUID(),
                1,
                "0000125001",
                "yookassa",
                "30e1f0a2",
                PaymentState.SUCCEEDED,
                "succeeded",
                Money.roubles("100.00"),
                true,
                "",
                "https://shop.example",
                Contact.NONE,
                null,
                paidAt,
                null,
                new PaymentMethod(method, null, null, null, null, null),
                null,
                paidAt,
                paidAt,
                paidAt,
                zero,
                Money.roubles("100.00"),
                zero,
                zero,
                null,
                Actor.system());
    }

    private static Refund refund(Payment payment, RefundState state) {
        return new Refund(
                UUID.randomUUID(),
                1,
                payment.id(),
                null,
                Refund.Origin.CONSOLE,
                state,
                null,
                Money.roubles("1.00"),
                RefundReason.GOODWILL,
                null,
                Actor.person("vera"),
                NOW,
                Money.roubles("0"),
                Money.roubles("0"),
                null,
                null,
                null,
                null,
                null,
                NOW,
                List.of());
    }
}
