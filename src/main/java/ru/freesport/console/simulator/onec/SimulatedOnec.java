package ru.freesport.console.simulator.onec;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;
import ru.freesport.console.simulator.LabExchange;
import ru.freesport.console.simulator.LabJournal;
import ru.freesport.console.simulator.PushRequest;
import ru.freesport.console.simulator.Pushing;
import ru.freesport.console.simulator.SimulatedSystem;
import ru.freesport.console.simulator.SimulatorSettings;

/**
 * The simulated 1C: takes orders and customers over HTTP and from the file server, hands out a small catalogue and the statuses of its orders,
 * and calls the console's exchange address as a real one does.
 */
public final class SimulatedOnec implements SimulatedSystem, Pushing, AutoCloseable {

    private static final String MOVE = "status:";
    private static final String SERVICE = "service";
    private static final String CLOSE = "close";
    private static final List<String> SERVICE_ACTS = List.of(CLOSE, "open");
    private static final Pattern GOODS_ACT = Pattern.compile("stock:\\d{1,9}|price:\\d{1,9}|sell|sold-out|raise");

    private final Faults faults = new Faults(FaultMode.ofHttp());
    private final LabJournal journal;
    private final OrderBook orders;
    private final CustomerBook customers;
    private final GoodsBook goods;
    private final OnecHttp http;
    private final OnecFolder folder;
    private final OnecAsClient client;

    /** @param files the file server's folder, which this 1C reads and writes as a local one */
    public SimulatedOnec(SimulatorSettings settings, Path files, Clock clock) {
        journal = new LabJournal(clock);
        orders = new OrderBook(journal, clock);
        customers = new CustomerBook(journal, clock);
        goods = new GoodsBook(clock);
        OnecCatalogue catalogue = new OnecCatalogue(goods, clock);
        http = new OnecHttp(settings, orders, customers, goods, catalogue, faults, journal, clock);
        folder = new OnecFolder(files, orders, customers, faults, settings.look());
        client = new OnecAsClient(settings, orders, customers, catalogue);
    }

    /** Counterparties that 1C has from the beginning, as {@code contragents.xml}. */
    public void know(byte[] counterparties) {
        customers.know(OrderDocuments.customers(counterparties));
    }

    @Override
    public String name() {
        return "onec";
    }

    @Override
    public Faults faults() {
        return faults;
    }

    @Override
    public LabJournal journal() {
        return journal;
    }

    @Override
    public List<Map<String, Object>> objects() {
        return Stream.concat(
                        customers.all().stream().map(SimulatedCustomer::shown),
                        orders.all().stream().map(SimulatedOrder::shown))
                .toList();
    }

    /**
     * {@code confirm}, {@code ship}, {@code revert} (the document is no longer posted) or {@code status:…} of an order by any of its
     * numbers; {@code stock:5} or {@code price:990} of a variant such as {@code FS-0001-M}; {@code sell}, {@code sold-out} or
     * {@code raise} of the whole {@code catalog}; {@code revert} or {@code phone:…} of a customer; {@code close} and {@code open} of the {@code service}.
     */
    @Override
    public void act(String id, String act) {
        if (id.equals(SERVICE) && SERVICE_ACTS.contains(act)) {
            http.close(act.equals(CLOSE));
        } else if (customers.has(id)) {
            customers.act(id, act);
        } else if (GOODS_ACT.matcher(act).matches()) {
            if (!goods.move(id, act)) {
                throw new IllegalArgumentException("1C has no variant " + id);
            }
        } else if (act.equals("confirm")) {
            orders.move(id, "Подтвержден", true);
        } else if (act.equals("revert")) {
            orders.move(id, "Не согласован", false);
        } else if (act.equals("ship")) {
            orders.move(id, "Отгружен", true);
        } else if (act.startsWith(MOVE)) {
            orders.move(id, act.substring(MOVE.length()), true);
        } else {
            throw new IllegalArgumentException("1C knows no act " + act);
        }
    }

    @Override
    public void serve(LabExchange exchange) throws IOException {
        http.serve(exchange);
    }

    @Override
    public Map<String, List<String>> push(PushRequest wanted) {
        wanted.kinds().forEach(OnecAsClient::check);
        Map<String, List<String>> replies = new LinkedHashMap<>();
        for (String kind : wanted.kinds()) {
            replies.put(kind, new ArrayList<>(client.exchange(kind, !Boolean.FALSE.equals(wanted.success()))));
        }
        return replies;
    }

    @Override
    public void close() {
        folder.close();
    }
}
