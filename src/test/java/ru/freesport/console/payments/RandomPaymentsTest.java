package ru.freesport.console.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.TestLab;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.shared.Money;
import ru.freesport.console.simulator.FaultMode;

/** Whatever happens in whatever order, in the end the ledger is the provider's view. */
@ConsoleTest
class RandomPaymentsTest {

    private static final List<FaultMode> FAULTS = List.of(
            FaultMode.DOWN,
            FaultMode.ERROR500,
            FaultMode.ERROR_AFTER_COMMIT,
            FaultMode.UNAUTHORIZED,
            FaultMode.RATE_LIMITED,
            FaultMode.WEBHOOK_DUPLICATE,
            FaultMode.WEBHOOK_REORDERED,
            FaultMode.WEBHOOK_TAMPERED);

    @LocalServerPort
    private int port;

    @Autowired
    private Payments payments;

    @Autowired
    private Refunds refunds;

    @Autowired
    private PaymentJanitor janitor;

    @Autowired
    private ReceiptsTask receipts;

    @Autowired
    private Circuits circuits;

    private SomePayments some;

    @BeforeEach
    void begin() {
        some = new SomePayments(payments, janitor, receipts, circuits);
        some.healthy();
        SomePayments.yookassa().sendWebhooksTo("http://localhost:" + port);
    }

    @AfterEach
    void stop() {
        some.healthy();
        assertThat(TestLab.yookassaContract().breaches()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anySequenceOfActsAndNotificationsEndsInTheProvidersView(long seed) {
        Random random = new Random(seed);
        Payment payment = some.sent(some.begun(SomePayments.wish(SomePayments.order(), "900.00")));
        UUID id = payment.id();
        List<String> done = new ArrayList<>();
        for (int step = 0; step < 10; step++) {
            done.add(step(random, id));
        }
        some.healthy();
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            some.settle();
            RunAs.system(() -> payments.reread(id));
            agree(id, done);
        });
    }

    private String step(Random random, UUID id) {
        Payment now = some.now(id);
        switch (random.nextInt(7)) {
            case 0 -> {
                return acted(String.valueOf(now.providerId()), random.nextInt(4) == 0 ? "decline" : "pay");
            }
            case 1 -> {
                return acted(String.valueOf(now.providerId()), "hold-refunds");
            }
            case 2 -> {
                FaultMode fault = FAULTS.get(random.nextInt(FAULTS.size()));
                SomePayments.yookassa().faults().on(fault, 1 + random.nextInt(2));
                return fault.word();
            }
            case 3, 4 -> {
                String amount = new BigDecimal(1 + random.nextInt(50_000))
                        .movePointLeft(2)
                        .toPlainString();
                SomePayments.as("vera", "ADMIN", () -> refunds.request(RefundsTest.sum(now, amount)));
                return "refund " + amount;
            }
            case 5 -> {
                List<Map<String, Object>> there = SomePayments.there(now, "refund");
                return there.isEmpty()
                        ? "no refund to decide"
                        : acted(
                                String.valueOf(
                                        there.get(random.nextInt(there.size())).get("id")),
                                random.nextBoolean() ? "pay" : "decline");
            }
            default -> {
                some.settle();
                return "settle";
            }
        }
    }

    /** The world does not always let itself be moved. */
    private static String acted(String id, String act) {
        try {
            SomePayments.yookassa().act(id, act);
            return act;
        } catch (IllegalArgumentException notPossible) {
            return "no " + act;
        }
    }

    private void agree(UUID id, List<String> done) {
        Payment ours = some.now(id);
        Map<String, Object> there = SomePayments.there(ours, "payment").getFirst();
        assertThat(ours.state().name().toLowerCase(java.util.Locale.ROOT))
                .as("after %s", done)
                .isEqualTo(there.get("status"));
        assertThat(ours.refunded()).as("after %s", done).isEqualTo(sum(ours, "succeeded"));
        assertThat(ours.refunding()).as("after %s", done).isEqualTo(sum(ours, "pending"));
        assertThat(SomePayments.there(ours, "refund"))
                .hasSameSizeAs(RunAs.system(() -> refunds.of(id)).stream()
                        .filter(refund -> refund.providerId() != null)
                        .toList());
        Money shop = Money.roubles("0");
        for (LedgerEntry entry : RunAs.system(() -> payments.ledger(id))) {
            shop = entry.credit() == LedgerEntry.Account.SHOP ? shop.plus(entry.amount()) : shop;
            shop = entry.debit() == LedgerEntry.Account.SHOP ? shop.minus(entry.amount()) : shop;
        }
        assertThat(shop).as("after %s", done).isEqualTo(ours.refundable());
    }

    private static Money sum(Payment payment, String status) {
        return SomePayments.there(payment, "refund").stream()
                .filter(refund -> status.equals(refund.get("status")))
                .map(refund -> Money.roubles(String.valueOf(((Map<?, ?>) refund.get("amount")).get("value"))))
                .reduce(Money.roubles("0"), Money::plus);
    }

    @Test
    void rowsOfAReceiptAddUpToTheKopeckWhateverTheSumAndHoweverMany() {
        Random random = new Random(11);
        for (int n = 0; n < 20_000; n++) {
            Money sum = Money.roubles(new BigDecimal(1 + random.nextInt(5_000_000)).movePointLeft(2));
            BigDecimal quantity = random.nextInt(4) == 0
                    ? new BigDecimal(1 + random.nextInt(9_999)).movePointLeft(3)
                    : new BigDecimal(1 + random.nextInt(300));
            List<ReceiptItem> items = ReceiptItems.of(PaymentLine.Kind.GOODS, "Thing", quantity, sum, "22");
            BigDecimal total = items.stream().map(ReceiptItem::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(total).as("%s of %s", quantity, sum).isEqualByComparingTo(sum.amount());
            assertThat(items)
                    .allSatisfy(item -> assertThat(item.price().isPositive()).isTrue());
        }
    }
}
