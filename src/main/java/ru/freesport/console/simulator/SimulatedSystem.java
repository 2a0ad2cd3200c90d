package ru.freesport.console.simulator;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One outside system of the lab: what it is called, how it can fail, what it has and what it received. */
public interface SimulatedSystem {

    /** Its part of the lab's addresses, {@code onec}. */
    String name();

    Faults faults();

    LabJournal journal();

    /** What now exists there, newest last. */
    List<Map<String, Object>> objects();

    /**
     * Moves one object as the world would.
     *
     * @throws IllegalArgumentException when there is no such object or no such act
     */
    void act(String id, String act);

    /** Answers a request to its own address. */
    void serve(LabExchange exchange) throws IOException;
}
