package ru.freesport.console.partners;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.shared.ChannelListener;

/** Builds nodes on the test's database that share one circuit nobody else has, with times short enough to wait for. */
final class SomeCircuits {

    static final PartnersSettings.Guard QUICK = new PartnersSettings.Guard(
            5,
            Duration.ofMillis(800),
            1,
            Duration.ofMillis(500),
            Duration.ofMillis(400),
            3,
            Duration.ofMillis(5),
            Duration.ofMillis(20),
            1_000);

    final String name = "test." + UUID.randomUUID().toString().substring(0, 8);
    final List<Object> events = new CopyOnWriteArrayList<>();

    private boolean isBroken;
    private final JdbcClient database;
    private final PlatformTransactionManager transactions;
    private final ChannelListener listener;
    private final CurrentUser currentUser;
    private final AuditLog audit;

    SomeCircuits(
            JdbcClient database,
            PlatformTransactionManager transactions,
            ChannelListener listener,
            CurrentUser currentUser,
            AuditLog audit) {
        this.database = database;
        this.transactions = transactions;
        this.listener = listener;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /** From now on whoever is told of something throws. */
    void breaksWhenTold() {
        isBroken = true;
    }

    private void told(Object event) {
        events.add(event);
        if (isBroken) {
            throw new IllegalStateException("a listener broke");
        }
    }

    record SomeNode(CircuitNode node, CircuitKeeper keeper, Circuits circuits, PartnerCalls calls, PartnerHttp http) {}

    SomeNode node() {
        return node(QUICK);
    }

    SomeNode node(PartnersSettings.Guard guard) {
        PartnersSettings settings = new PartnersSettings(
                new PartnersSettings.Messages(Duration.ofDays(1)),
                new PartnersSettings.Calls(Duration.ofDays(1), 4_000),
                guard,
                Map.of());
        CircuitTable table = new CircuitTable(database, transactions);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        CircuitNode node = new CircuitNode(
                table,
                settings,
                this::told,
                meters,
                List.of(new CircuitDefinition(name, "test", "test", null)),
                listener);
        Circuits circuits = new Circuits(node, table, new CallFigures(database), settings, currentUser, audit);
        PartnerCalls calls =
                new PartnerCalls(node, new CallWriter(database, settings), settings, currentUser, this::told, meters);
        return new SomeNode(node, new CircuitKeeper(node, table), circuits, calls, new PartnerHttp(settings));
    }
}
