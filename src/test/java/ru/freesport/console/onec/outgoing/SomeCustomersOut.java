package ru.freesport.console.onec.outgoing;

import static ru.freesport.console.onec.outgoing.SomeOutgoing.ON;

import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.simulator.PushRequest;
import ru.freesport.console.simulator.onec.SimulatedOnec;

/** A simulated 1C that is told of customers and tells of its own, for tests of other modules. */
public final class SomeCustomersOut implements AutoCloseable {

    private final SomeOutgoing some;

    public SomeCustomersOut(ApplicationContext beans, int port) {
        some = new SomeOutgoing(beans, "http://localhost:" + port);
    }

    public SimulatedOnec onec() {
        return some.lab.onec();
    }

    /** 1C hears of this one, as the scheduled task tells it. */
    public void send(String key) {
        RunAs.system(() -> {
            some.customers().send(Set.of(key), ON);
        });
    }

    /** 1C sends its counterparties through the exchange protocol. */
    public List<String> push() {
        return onec().push(new PushRequest(List.of("customers"), true)).get("customers");
    }

    @Override
    public void close() {
        some.close();
    }
}
