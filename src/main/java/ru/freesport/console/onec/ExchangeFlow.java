package ru.freesport.console.onec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.onec.outgoing.CustomersOutTask;
import ru.freesport.console.onec.outgoing.OrdersOutTask;

/** What is exchanged with 1C over its HTTP service as one piece of work: by the clock, from the screen, or as {@code ./console sync}. */
public enum ExchangeFlow {
    CATALOG(
            "catalog",
            "onec.pull-catalog",
            List.of(OnecCircuits.PRODUCTS, OnecCircuits.OFFERS),
            List.of(SyncEntity.GOODS, SyncEntity.OFFERS)),
    PRICES("prices", "onec.pull-prices", List.of(OnecCircuits.PRICES), List.of(SyncEntity.PRICES)),
    STOCK("stock", "onec.pull-stock", List.of(OnecCircuits.STOCK), List.of(SyncEntity.RESTS)),
    CUSTOMERS("customers", CustomersOutTask.NAME, List.of(OnecCircuits.CUSTOMERS), List.of()),
    ORDERS("orders", OrdersOutTask.NAME, List.of(OnecCircuits.ORDERS), List.of()),
    ORDER_STATUSES("order-statuses", "onec.pull-order-statuses", List.of(OnecCircuits.ORDER_STATUSES), List.of());

    private final String code;
    private final String task;
    private final List<String> circuits;
    private final List<SyncEntity> entities;

    /**
     * @param code as the command line calls it
     * @param task that does it
     * @param circuits that it goes through
     * @param entities that it keeps fresh
     */
    ExchangeFlow(String code, String task, List<String> circuits, List<SyncEntity> entities) {
        this.code = code;
        this.task = task;
        this.circuits = circuits;
        this.entities = entities;
    }

    public String code() {
        return code;
    }

    public String task() {
        return task;
    }

    public List<String> circuits() {
        return circuits;
    }

    public List<SyncEntity> entities() {
        return entities;
    }

    /** Whether it brings something from 1C, to be imported after it. */
    public boolean isFetching() {
        return this != ORDERS;
    }

    public static Optional<ExchangeFlow> ofCode(String code) {
        return Arrays.stream(values()).filter(flow -> flow.code.equals(code)).findFirst();
    }

    /** For messages: {@code catalog, prices, …}. */
    public static String codes() {
        return Arrays.stream(values()).map(ExchangeFlow::code).collect(Collectors.joining(", "));
    }
}
