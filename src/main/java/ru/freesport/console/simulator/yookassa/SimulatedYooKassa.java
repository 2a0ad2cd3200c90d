package ru.freesport.console.simulator.yookassa;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;
import ru.freesport.console.simulator.LabExchange;
import ru.freesport.console.simulator.LabJournal;
import ru.freesport.console.simulator.SimulatedSystem;
import ru.freesport.console.simulator.SimulatorSettings;

/** The simulated YooKassa: its API, a page where a person pays, and notifications to the console. */
public final class SimulatedYooKassa implements SimulatedSystem, AutoCloseable {

    private final Faults faults = new Faults(modes());
    private final LabJournal journal;
    private final ShopBook book;
    private final Acts acts;
    private final YooKassaHttp http;
    private final PayPage page;
    private final WebhookSender webhooks;

    public SimulatedYooKassa(SimulatorSettings settings, Clock clock) {
        journal = new LabJournal(clock);
        webhooks = new WebhookSender(settings, faults);
        book = new ShopBook(settings.yookassa(), clock, webhooks::send);
        acts = new Acts(book);
        http = new YooKassaHttp(
                settings, faults, journal, new Operations(book, new Keys(clock), journal, settings.yookassa()));
        page = new PayPage(book, acts);
    }

    private static Set<FaultMode> modes() {
        Set<FaultMode> modes = FaultMode.ofHttp();
        modes.addAll(EnumSet.range(FaultMode.WEBHOOK_DUPLICATE, FaultMode.WEBHOOK_TAMPERED));
        return modes;
    }

    /** @param lab the address of the lab's server, for the pages it names */
    public void isAt(String lab) {
        book.payPage(lab + "/" + name() + PayPage.PATH);
    }

    /** Notifications go to this console from now on. */
    public void sendWebhooksTo(String console) {
        webhooks.sendTo(console);
    }

    @Override
    public String name() {
        return "yookassa";
    }

    @Override
    public Faults faults() {
        return faults;
    }

    @Override
    public LabJournal journal() {
        return journal;
    }

    /** Payments, refunds and receipts as the API shows them, with {@code kind}. */
    @Override
    public List<Map<String, Object>> objects() {
        List<Map<String, Object>> objects = new ArrayList<>(Stream.of(
                        book.payments().reversed().stream().map(one -> named("payment", book.shown(one))),
                        book.refunds().reversed().stream().map(one -> named("refund", book.shown(one))),
                        book.receipts().reversed().stream().map(one -> named("receipt", book.shown(one))))
                .flatMap(all -> all)
                .toList());
        return objects;
    }

    private static Map<String, Object> named(String kind, Map<String, Object> object) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("kind", kind);
        named.putAll(object);
        return named;
    }

    @Override
    public void act(String id, String act) {
        acts.act(id, act);
    }

    @Override
    public void serve(LabExchange exchange) throws IOException {
        if (exchange.path().startsWith(PayPage.PATH + "/")) {
            page.serve(exchange);
        } else {
            http.serve(exchange);
        }
    }

    @Override
    public void close() {
        webhooks.close();
    }
}
