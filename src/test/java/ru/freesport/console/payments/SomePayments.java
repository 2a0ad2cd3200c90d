package ru.freesport.console.payments;

import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import ru.freesport.console.TestLab;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.Money;
import ru.freesport.console.simulator.yookassa.SimulatedYooKassa;

/** Payments of orders that nobody else has, at the simulated YooKassa of the test run. */
public final class SomePayments {

    private final Payments payments;
    private final PaymentJanitor janitor;
    private final ReceiptsTask receipts;
    private final Circuits circuits;

    public SomePayments(Payments payments, PaymentJanitor janitor, ReceiptsTask receipts, Circuits circuits) {
        this.payments = payments;
        this.janitor = janitor;
        this.receipts = receipts;
        this.circuits = circuits;
    }

    public static SimulatedYooKassa yookassa() {
        return TestLab.lab().yookassa();
    }

    public static String order() {
        return "T" + UUID.randomUUID().toString().substring(0, 12);
    }

    /** Two balls at 300.00 off 0.01, and a delivery of the rest. */
    public static NewPayment wish(String order, String amount) {
        Money whole = Money.roubles(amount);
        Money balls = Money.roubles("599.99");
        List<NewPayment.Line> lines = whole.isMoreThan(balls)
                ? List.of(
                        line(PaymentLine.Kind.GOODS, "ball#1", "2", balls),
                        line(PaymentLine.Kind.DELIVERY, "ORDER_DELIVERY", "1", whole.minus(balls)))
                : List.of(line(PaymentLine.Kind.GOODS, "ball#1", "2", whole));
        return new NewPayment(
                order,
                whole,
                "Order " + order,
                "https://shop.example/orders/" + order,
                new Contact("anna@example.org", "+79161234567"),
                lines);
    }

    private static NewPayment.Line line(PaymentLine.Kind kind, String code, String quantity, Money sum) {
        return new NewPayment.Line(kind, code, "Thing " + code, new BigDecimal(quantity), sum, "22");
    }

    public UUID begun(NewPayment wish) {
        return RunAs.actor(Actor.storefront("test"), () -> ((PaymentBegin.Begun) payments.begin(wish)).paymentId());
    }

    public Payment sent(UUID id) {
        return RunAs.actor(Actor.storefront("test"), () -> payments.send(id));
    }

    /** Begun, sent, and paid by the customer; the console knows. */
    public Payment paid(String amount) {
        return paid(amount, "pay");
    }

    public Payment paid(String amount, String act) {
        Payment sent = sent(begun(wish(order(), amount)));
        yookassa().act(String.valueOf(sent.providerId()), act);
        return await().pollInSameThread()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> RunAs.system(() -> payments.reread(sent.id())),
                        now -> now.state() == PaymentState.SUCCEEDED);
    }

    /** What the janitor and the receipts' task do on their schedules. */
    public void settle() {
        RunAs.system(() -> {
            janitor.settle(() -> {});
            receipts.look(() -> {});
        });
    }

    public Payment now(UUID id) {
        return RunAs.system(() -> payments.find(id)).orElseThrow();
    }

    /** The objects of the simulated YooKassa that belong to this order's payments. */
    public static List<Map<String, Object>> there(Payment payment, String kind) {
        return yookassa().objects().stream()
                .filter(one -> kind.equals(one.get("kind")))
                .filter(one -> payment.providerId() != null
                        && (payment.providerId().equals(one.get("id"))
                                || payment.providerId().equals(one.get("payment_id"))))
                .toList();
    }

    public void healthy() {
        yookassa().faults().off();
        as("olga", "OPERATIONS", () -> circuits.reset("yookassa", "A test begins"));
    }

    /** Runs as a person of the console. */
    public static void as(String name, String role, Runnable work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext mine = SecurityContextHolder.createEmptyContext();
        TestingAuthenticationToken person = new TestingAuthenticationToken(name, "", "ROLE_" + role);
        person.setAuthenticated(true);
        mine.setAuthentication(person);
        SecurityContextHolder.setContext(mine);
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
