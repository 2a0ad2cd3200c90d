package ru.freesport.console.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.TestLab;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.Money;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;
import ru.freesport.console.simulator.LabEntry;

/**
 * Every way in which YooKassa can fail, met by everything that is asked of it: once the fault is gone there is exactly one object there, our state is its
 * state, and the ledger is its sums. No notification helps.
 */
@ConsoleTest
class PaymentFaultsTest {

    private static final String AMOUNT = "700.00";
    private static final Map<FaultMode, Map<Operation.Kind, String>> TABLE = new EnumMap<>(FaultMode.class);

    @Autowired
    private Payments payments;

    @Autowired
    private Refunds refunds;

    @Autowired
    private Receipts receiptService;

    @Autowired
    private PaymentJanitor janitor;

    @Autowired
    private ReceiptsTask receipts;

    @Autowired
    private Circuits circuits;

    @Autowired
    private PaymentTable table;

    @Autowired
    private OperationTable operations;

    @Autowired
    private OperationRunner runner;

    @Autowired
    private PaymentAsking asking;

    @Autowired
    private ReceiptTable receiptTable;

    @Autowired
    private Ledger ledger;

    @Autowired
    private PaymentEvents events;

    @Autowired
    private PaymentGateway gateway;

    @Autowired
    private PaymentsSettings settings;

    @Autowired
    private AuditLog audit;

    @Autowired
    private CurrentUser user;

    @Autowired
    private JdbcClient database;

    private SomePayments some;

    @BeforeEach
    void begin() {
        some = new SomePayments(payments, janitor, receipts, circuits);
        some.healthy();
        SomePayments.yookassa().sendWebhooksTo("http://localhost:1");
    }

    @AfterEach
    void stop() {
        some.healthy();
        // answers that were cut on purpose are the only ones that do not keep to the description
        assertThat(TestLab.yookassaContract().breaches())
                .allSatisfy(breach -> assertThat(breach).contains("answer 200: Unable to parse JSON"));
        TestLab.yookassaContract().forget();
    }

    @AfterAll
    static void print() {
        StringBuilder text = new StringBuilder("\n%-22s".formatted("fault"));
        List.of(Operation.Kind.values()).forEach(kind -> text.append("%-46s".formatted(kind)));
        TABLE.forEach((mode, cells) -> {
            text.append("\n%-22s".formatted(mode.word()));
            List.of(Operation.Kind.values())
                    .forEach(kind -> text.append("%-46s".formatted(cells.getOrDefault(kind, "not run"))));
        });
        System.out.println(text);
    }

    static Stream<Arguments> everyFaultByEveryOperation() {
        return FaultMode.ofHttp().stream()
                .flatMap(mode -> Stream.of(Operation.Kind.values()).map(kind -> Arguments.of(mode, kind)));
    }

    @ParameterizedTest
    @MethodSource("everyFaultByEveryOperation")
    void onceTheFaultIsGoneThereIsOneObjectAndWeKnowIt(FaultMode mode, Operation.Kind kind) {
        UUID payment = prepared(kind);
        int before = journal().size();
        SomePayments.yookassa().faults().on(mode, Faults.UNTIL_DELETED);
        asked(kind, payment);
        awaitAttempt(payment, kind);
        String meanwhile = state(kind, payment);
        some.healthy();
        String end = await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            some.settle();
                            return state(kind, payment);
                        },
                        now -> now.equals(end(kind)));
        List<LabEntry> made = journal().subList(before, journal().size()).stream()
                .filter(entry -> entry.outcome() == LabEntry.Outcome.COMMITTED)
                .filter(entry -> entry.operation().endsWith(address(kind)))
                .toList();
        assertThat(made).as("what YooKassa did because of it").hasSize(1);
        agree(payment);
        TABLE.computeIfAbsent(mode, _ -> new EnumMap<>(Operation.Kind.class))
                .put(kind, meanwhile + " > " + end + ", requests " + requests(before, kind));
    }

    /** Our state and sums are those of YooKassa, and the ledger's. */
    private void agree(UUID id) {
        Payment ours = some.now(id);
        Map<String, Object> there = SomePayments.there(ours, "payment").getFirst();
        assertThat(ours.providerStatus()).isEqualTo(there.get("status"));
        Money refundedThere = SomePayments.there(ours, "refund").stream()
                .filter(refund -> "succeeded".equals(refund.get("status")))
                .map(refund -> money(refund.get("amount")))
                .reduce(Money.roubles("0"), Money::plus);
        assertThat(ours.refunded()).isEqualTo(refundedThere);
        Map<LedgerEntry.Account, Money> balances = new LinkedHashMap<>();
        for (LedgerEntry entry : RunAs.system(() -> payments.ledger(id))) {
            balances.merge(entry.credit(), entry.amount(), Money::plus);
            balances.merge(entry.debit(), entry.amount().zero().minus(entry.amount()), Money::plus);
        }
        Money nothing = Money.roubles("0");
        assertThat(balances.getOrDefault(LedgerEntry.Account.HELD, nothing)).isEqualTo(ours.held());
        assertThat(balances.getOrDefault(LedgerEntry.Account.REFUNDING, nothing))
                .isEqualTo(ours.refunding());
        assertThat(balances.getOrDefault(LedgerEntry.Account.SHOP, nothing)).isEqualTo(ours.refundable());
    }

    private UUID prepared(Operation.Kind kind) {
        return switch (kind) {
            case CREATE -> some.begun(SomePayments.wish(SomePayments.order(), AMOUNT));
            case CAPTURE, CANCEL -> held();
            case REFUND -> some.paid(AMOUNT).id();
            case RECEIPT -> {
                UUID paid = some.paid(AMOUNT).id();
                some.settle();
                database.sql("UPDATE receipt SET state = 'CANCELED' WHERE payment_id = ?")
                        .param(paid)
                        .update();
                yield paid;
            }
        };
    }

    /** The same service as it is in a shop that takes money by hand. */
    private UUID held() {
        PaymentsSettings byHand = new PaymentsSettings(
                PaymentsSettings.Capture.BY_HAND,
                settings.receipts(),
                settings.taxSystem(),
                settings.confirmation(),
                settings.holdWarning(),
                settings.repeat(),
                settings.unknownLong(),
                settings.lease(),
                settings.keyLives(),
                settings.receiptLate(),
                settings.receiptOverdue(),
                settings.refunds());
        Payments shop = new Payments(
                table,
                operations,
                runner,
                asking,
                receiptTable,
                ledger,
                events,
                gateway,
                byHand,
                audit,
                user,
                Clock.systemUTC());
        UUID id = ((PaymentBegin.Begun) RunAs.actor(
                        Actor.storefront("test"), () -> shop.begin(SomePayments.wish(SomePayments.order(), AMOUNT))))
                .paymentId();
        Payment sent = some.sent(id);
        SomePayments.yookassa().act(String.valueOf(sent.providerId()), "pay");
        assertThat(RunAs.system(() -> payments.reread(id)).state()).isEqualTo(PaymentState.WAITING_FOR_CAPTURE);
        return id;
    }

    private void asked(Operation.Kind kind, UUID payment) {
        switch (kind) {
            case CREATE -> some.sent(payment);
            case CAPTURE ->
                SomePayments.as(
                        "vera", "FINANCE", () -> payments.capture(payment, Money.roubles("500.00"), "часть готова"));
            case CANCEL -> SomePayments.as("vera", "FINANCE", () -> payments.cancel(payment, "нет товара"));
            case REFUND ->
                SomePayments.as("vera", "FINANCE", () -> refunds.request(RefundsTest.sum(some.now(payment), "300.00")));
            case RECEIPT ->
                SomePayments.as(
                        "vera",
                        "FINANCE",
                        () -> receiptService.retry(
                                receiptTable.of(payment).getFirst().id(), "ещё раз"));
        }
    }

    private void awaitAttempt(UUID payment, Operation.Kind kind) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.sql("""
                                SELECT count(*) FROM provider_operation
                                WHERE payment_id = ? AND kind = ? AND attempts > 0 AND lease_until IS NULL""")
                                .params(payment, kind.name())
                                .query(Long.class)
                                .single()
                        == 1);
    }

    private String state(Operation.Kind kind, UUID payment) {
        return switch (kind) {
            case CREATE -> {
                Payment now = some.now(payment);
                yield now.state() + (now.providerId() == null ? " (not there)" : "");
            }
            case CAPTURE, CANCEL -> some.now(payment).state().name();
            case REFUND ->
                RunAs.system(() -> refunds.of(payment)).getLast().state().name();
            case RECEIPT -> receiptTable.of(payment).getLast().state().name();
        };
    }

    private static String end(Operation.Kind kind) {
        return switch (kind) {
            case CREATE -> "PENDING";
            case CAPTURE, REFUND, RECEIPT -> "SUCCEEDED";
            case CANCEL -> "CANCELED";
        };
    }

    private static String address(Operation.Kind kind) {
        return switch (kind) {
            case CREATE -> "POST /payments";
            case CAPTURE -> "/capture";
            case CANCEL -> "/cancel";
            case REFUND -> "POST /refunds";
            case RECEIPT -> "POST /receipts";
        };
    }

    private static long requests(int before, Operation.Kind kind) {
        return journal().subList(before, journal().size()).stream()
                .filter(entry -> entry.operation().endsWith(address(kind)))
                .count();
    }

    private static List<LabEntry> journal() {
        return new ArrayList<>(SomePayments.yookassa().journal().entries());
    }

    private static Money money(Object amount) {
        return Money.roubles(String.valueOf(((Map<?, ?>) amount).get("value")));
    }
}
