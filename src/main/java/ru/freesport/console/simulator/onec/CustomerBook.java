package ru.freesport.console.simulator.onec;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.freesport.console.simulator.LabEntry.Outcome;
import ru.freesport.console.simulator.LabJournal;

/** The counterparties the simulated 1C has: one per key; a version it has already, or an older one, changes nothing. */
final class CustomerBook {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneId.of("Europe/Moscow"));
    private static final Map<String, String> ACTS = Map.of(
            "phone:", SimulatedCustomer.PHONE,
            "email:", SimulatedCustomer.EMAIL,
            "inn:", "ИНН",
            "kpp:", "КПП",
            "name:", "ОфициальноеНаименование");

    private final Map<String, SimulatedCustomer> customers = new LinkedHashMap<>();
    private final LabJournal journal;
    private final Clock clock;

    CustomerBook(LabJournal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    synchronized OrderBook.Taken take(SimulatedCustomer document, String operation) {
        SimulatedCustomer known = customers.get(document.key());
        if (document.key().isBlank() || document.name().isBlank()) {
            journal.add(operation, document.key(), Outcome.REFUSED, null);
            return new OrderBook.Taken(document.key(), "REJECTED", null, "Не заполнены Ид или Наименование");
        }
        boolean isNews = known == null || document.version() > known.version();
        if (isNews) {
            customers.put(document.key(), known == null ? document : known.told(document));
        }
        journal.add(operation, document.key(), isNews ? Outcome.COMMITTED : Outcome.REFUSED, document.key());
        return new OrderBook.Taken(document.key(), known == null ? "CREATED" : "EXISTS", document.key(), null);
    }

    synchronized void know(List<SimulatedCustomer> own) {
        own.forEach(customer -> customers.put(customer.key(), customer));
    }

    synchronized Optional<SimulatedCustomer> find(String key) {
        return Optional.ofNullable(customers.get(key));
    }

    synchronized List<SimulatedCustomer> all() {
        return new ArrayList<>(customers.values());
    }

    synchronized boolean has(String id) {
        return customers.containsKey(id);
    }

    /** {@code revert}; {@code confirm}, which changes nothing; {@code phone:…}, {@code email:…}, {@code inn:…}, {@code kpp:…}, {@code name:…}. */
    synchronized void act(String id, String act) {
        SimulatedCustomer known = customers.get(id);
        if (act.equals("revert")) {
            customers.put(id, known.reverted());
            return;
        }
        if (act.equals("confirm")) {
            return;
        }
        String word = ACTS.keySet().stream()
                .filter(act::startsWith)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("1C knows no act " + act + " of a customer"));
        customers.put(id, known.with(ACTS.get(word), act.substring(word.length())));
    }

    /** All of them, as 1C exports them. */
    synchronized String document() {
        Instant now = clock.instant();
        StringBuilder xml = new StringBuilder(Xml.head("3.1", STAMP.format(now))).append("\t<Контрагенты>\n");
        customers.values().forEach(customer -> xml.append(customer.xml()));
        return xml.append("\t</Контрагенты>\n").append(Xml.TAIL).toString();
    }
}
