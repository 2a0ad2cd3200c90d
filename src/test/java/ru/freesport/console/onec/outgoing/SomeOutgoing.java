package ru.freesport.console.onec.outgoing;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.sync.CustomerHandover;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.commerceml.CounterpartyWriter;
import ru.freesport.console.onec.commerceml.OrderWriter;
import ru.freesport.console.onec.files.FtpFiles;
import ru.freesport.console.onec.files.FtpSettings;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.onec.http.OnecHttp;
import ru.freesport.console.onec.http.OnecHttpSettings;
import ru.freesport.console.orders.ExportState;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderHandover;
import ru.freesport.console.orders.OrderPart;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.PartForExport;
import ru.freesport.console.orders.SomeOrders;
import ru.freesport.console.partners.Blobs;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.CircuitState;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.partners.Messages;
import ru.freesport.console.partners.PartnerCalls;
import ru.freesport.console.partners.PartnerHttp;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;
import ru.freesport.console.simulator.LabEntry;
import ru.freesport.console.simulator.OnecContract;
import ru.freesport.console.simulator.SimulatorSettings;
import ru.freesport.console.simulator.Simulators;

/** A console's way to a simulated 1C and its file server over real sockets, on the test's database, and orders to send. */
final class SomeOutgoing implements AutoCloseable {

    static final Runnable ON = () -> {};

    final OnecContract contract = new OnecContract();
    final Simulators lab;
    final OrderHandover handover;
    final OutgoingTable table;
    final OutgoingFileTable fileTable;
    final Circuits circuits;
    final OrderSending sending;
    final OutgoingFiles files;
    final Debt debt;
    final OnecHttp http;

    private final ApplicationContext beans;

    SomeOutgoing(ApplicationContext beans) {
        this(beans, "http://localhost:8080");
    }

    /** @param console what the simulated 1C calls by itself */
    SomeOutgoing(ApplicationContext beans, String console) {
        this.beans = beans;
        this.lab = Simulators.start(
                SimulatorSettings.quick(Duration.ofMillis(1_100), Duration.ofSeconds(2))
                        .withConsole(console),
                contract);
        this.handover = beans.getBean(OrderHandover.class);
        this.table = beans.getBean(OutgoingTable.class);
        this.fileTable = beans.getBean(OutgoingFileTable.class);
        this.circuits = beans.getBean(Circuits.class);
        this.http = http("/onec");
        this.files = files(lab.ftpPort());
        this.sending = sending();
        this.debt = debt();
        // the first answers of a cold simulator come too late for a test's time-outs
        for (int tries = 0; tries < 10 && !(http.ping(OnecCircuits.ORDERS) instanceof CallOutcome.Succeeded); tries++) {
            reset();
        }
        reset();
        // what other tests left is not this test's
        RunAs.system(() -> {
            debt.drain(Optional.empty(), ON);
        });
    }

    /** Another node's part on the same database. */
    OrderSending sending() {
        return sending(http);
    }

    /** One whose 1C is not published where it is looked for. */
    OrderSending lost() {
        return sending(http("/nothing"));
    }

    private OrderSending sending(OnecHttp http) {
        return new OrderSending(
                handover,
                table,
                new OnecOrders(http, beans.getBean(PartnerCalls.class)),
                files,
                beans.getBean(OrderWriter.class),
                circuits,
                beans.getBean(TransactionOperations.class),
                beans.getBean(OutgoingSettings.class),
                Clock.systemUTC());
    }

    OnecOrders orders() {
        return new OnecOrders(http, beans.getBean(PartnerCalls.class));
    }

    OutgoingFiles files(int ftpPort) {
        return new OutgoingFiles(
                fileTable,
                ftp(ftpPort),
                beans.getBean(Messages.class),
                beans.getBean(Blobs.class),
                beans.getBean(Handovers.class),
                beans.getBean(TransactionOperations.class),
                beans,
                Clock.systemUTC());
    }

    OrdersDrainTask drainTask() {
        return new OrdersDrainTask(debt, sending, circuits, beans.getBean(Runs.class));
    }

    /** Customers on the same way. */
    CustomerSending customers() {
        OnecCustomers onec = new OnecCustomers(http, beans.getBean(PartnerCalls.class));
        return new CustomerSending(
                new CustomerFreight(
                        beans.getBean(CustomerHandover.class),
                        onec,
                        beans.getBean(CounterpartyWriter.class),
                        Clock.systemUTC()),
                onec,
                table,
                files,
                circuits,
                beans.getBean(TransactionOperations.class),
                beans.getBean(OutgoingSettings.class));
    }

    private Debt debt() {
        return debt(List.of(sending));
    }

    Debt debt(List<RecordSending> sendings) {
        return new Debt(
                table,
                fileTable,
                sendings,
                files,
                beans.getBean(Handovers.class),
                beans.getBean(TransactionOperations.class),
                beans.getBean(CurrentUser.class),
                beans.getBean(AuditLog.class));
    }

    private FtpFiles ftp(int port) {
        FtpSettings settings = new FtpSettings(
                "localhost",
                port,
                "onec",
                "onec",
                false,
                "",
                "from-shop",
                "to-shop",
                Duration.ofSeconds(1),
                Duration.ofSeconds(2));
        return new FtpFiles(settings, beans.getBean(PartnerCalls.class));
    }

    private OnecHttp http(String path) {
        OnecHttpSettings settings = new OnecHttpSettings(
                "http://localhost:" + lab.httpPort() + path, "exchange", "exchange", "demo-onec-secret");
        return new OnecHttp(
                settings, beans.getBean(PartnerCalls.class), beans.getBean(PartnerHttp.class), Clock.systemUTC());
    }

    /** Orders of one customer for one kind of goods, a part each; their keys. */
    Set<String> place(int count) {
        SomeOrders some = new SomeOrders(
                beans.getBean(DataSource.class), beans.getBean(Customers.class), beans.getBean(Orders.class));
        String goods = some.goods("g", "22", "1000.00", SomeOrders.OWN_VAT_WAREHOUSE);
        var customer = some.person().id();
        return IntStream.range(0, count)
                .mapToObj(_ -> some.order(customer, SomeOrders.line(goods, "1", "1000.00")))
                .map(Order::parts)
                .map(List<OrderPart>::getFirst)
                .map(OrderPart::onecKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void breaks(FaultMode mode) {
        lab.onec().faults().on(mode, Faults.UNTIL_DELETED);
    }

    void heals() {
        lab.onec().faults().off();
    }

    /** A person holds the circuit of orders open. */
    void holdOpen() {
        circuits.open(OnecCircuits.ORDERS, "1C is being updated", Duration.ofMinutes(5));
    }

    void reset() {
        RunAs.actor(Actor.commandLine(), () -> {
            circuits.reset(OnecCircuits.ORDERS, "test");
            circuits.reset(OnecCircuits.CUSTOMERS, "test");
            circuits.reset(FtpFiles.CIRCUIT, "test");
        });
    }

    CircuitState circuit() {
        return circuits.find(OnecCircuits.ORDERS).orElseThrow().state();
    }

    OutgoingState stateOf(String key) {
        return table.find(key).orElseThrow().state();
    }

    Set<OutgoingState> statesOf(Collection<String> keys) {
        return keys.stream().map(this::stateOf).collect(Collectors.toSet());
    }

    Set<ExportState> shownOf(Collection<String> keys) {
        return handover.find(keys).stream().map(PartForExport::state).collect(Collectors.toSet());
    }

    OutgoingFile fileOf(String key) {
        return fileTable
                .find(java.util.Objects.requireNonNull(
                        table.find(key).orElseThrow().fileId()))
                .orElseThrow();
    }

    /** How often each of them came to exist in 1C, by its journal. */
    Map<String, Integer> committed(Set<String> keys) {
        return lab.onec().journal().entries().stream()
                .filter(entry -> entry.outcome() == LabEntry.Outcome.COMMITTED && keys.contains(entry.key()))
                .collect(Collectors.toMap(LabEntry::key, _ -> 1, Integer::sum));
    }

    /** How often 1C heard of them at all, the refused repeats among them. */
    long heard(Set<String> keys) {
        return lab.onec().journal().entries().stream()
                .filter(entry -> keys.contains(entry.key()))
                .count();
    }

    @Override
    public void close() {
        heals();
        lab.files().faults().off();
        reset();
        lab.close();
    }
}
