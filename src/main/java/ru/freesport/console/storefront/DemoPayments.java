package ru.freesport.console.storefront;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.payments.NewPayment;
import ru.freesport.console.payments.Payment;
import ru.freesport.console.payments.PaymentBegin;
import ru.freesport.console.payments.Payments;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.simulator.SimulatedSystem;
import ru.freesport.console.simulator.Simulators;

/** Customers of the demo pay some of their orders at the simulated YooKassa: by card, by other ways, or not at all. */
@Component
@Profile("demo & !command")
@Order(400)
class DemoPayments implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPayments.class);
    private static final String RETURN_TO = "https://shop.example.org/thanks";
    /** What each customer does in turn; the last one only looks at the page. */
    private static final List<String> ACTS = List.of(
            "pay",
            "pay:sbp",
            "pay:sberbank",
            "pay",
            "decline:insufficient_funds",
            "pay:yoo_money",
            "pay",
            "pay:tinkoff_bank",
            "");

    private final JdbcClient database;
    private final Orders orders;
    private final OrderPayments wishes;
    private final Payments payments;
    private final ObjectProvider<Simulators> lab;

    DemoPayments(
            JdbcClient database,
            Orders orders,
            OrderPayments wishes,
            Payments payments,
            ObjectProvider<Simulators> lab) {
        this.database = database;
        this.orders = orders;
        this.wishes = wishes;
        this.payments = payments;
        this.lab = lab;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean isEmpty = database.sql("SELECT NOT EXISTS (SELECT FROM payment)")
                .query(Boolean.class)
                .single();
        Simulators simulators = lab.getIfAvailable();
        if (isEmpty && simulators != null) {
            RunAs.actor(Actor.storefront("demo-storefront"), () -> pay(simulators));
        }
    }

    private void pay(Simulators simulators) {
        SimulatedSystem yookassa = simulators.systems().stream()
                .filter(system -> system.name().equals("yookassa"))
                .findFirst()
                .orElseThrow();
        List<String> numbers = database.sql("SELECT number FROM shop_order ORDER BY position LIMIT ?")
                .param(ACTS.size())
                .query(String.class)
                .list();
        for (int at = 0; at < numbers.size(); at++) {
            String act = ACTS.get(at);
            begun(numbers.get(at))
                    .map(Payment::providerId)
                    .filter(id -> !act.isEmpty())
                    .ifPresent(id -> yookassa.act(id, act));
        }
    }

    private Optional<Payment> begun(String number) {
        NewPayment wish = wishes.of(orders.find(number).orElseThrow(), RETURN_TO);
        if (payments.begin(wish) instanceof PaymentBegin.Begun begun) {
            return Optional.of(payments.send(begun.paymentId()));
        }
        LOG.warn("A payment of the demo was refused: {}", number);
        return Optional.empty();
    }
}
