package ru.freesport.console.simulator.onec;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import ru.freesport.console.simulator.SimulatorSettings;

/** 1C as the client of the exchange protocol: a whole exchange from checkauth to complete, as a real 1C does it on a schedule. */
final class OnecAsClient {

    private static final List<String> KINDS = List.of("catalog", "customers", "sale", "orders");
    private static final int CHUNK = 64 << 10;
    private static final int MOST_STEPS = 600;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final SimulatorSettings settings;
    private final OrderBook orders;
    private final CustomerBook customers;
    private final OnecCatalogue catalogue;

    OnecAsClient(SimulatorSettings settings, OrderBook orders, CustomerBook customers, OnecCatalogue catalogue) {
        this.settings = settings;
        this.orders = orders;
        this.customers = customers;
        this.catalogue = catalogue;
    }

    /** @throws IllegalArgumentException when there is no such exchange */
    static void check(String kind) {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("1C exchanges " + String.join(", ", KINDS) + ", not " + kind);
        }
    }

    /**
     * Runs one exchange.
     *
     * @param success whether taken orders are confirmed to the shop
     * @return the first line of every reply
     */
    List<String> exchange(String kind, boolean success) {
        try (HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(LONGEST)
                .build()) {
            Session session =
                    new Session(http, kind.equals("catalog") || kind.equals("customers") ? "catalog" : "sale");
            session.call("checkauth");
            session.call("init");
            switch (kind) {
                case "catalog" -> sendCatalogue(session);
                case "customers" -> sendCustomers(session);
                case "sale" -> takeOrders(session, success);
                case "orders" -> sendStatuses(session);
                default -> throw new IllegalStateException(kind);
            }
            return session.replies;
        } catch (IOException away) {
            return List.of("failure", "The console does not answer: " + away);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of("failure", "Interrupted");
        }
    }

    private void sendCatalogue(Session session) throws IOException, InterruptedException {
        Map<String, byte[]> files = catalogue.files();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            session.send(file.getKey(), file.getValue());
        }
        for (String file : files.keySet()) {
            session.importFile(file);
        }
        session.call("complete");
    }

    private void sendCustomers(Session session) throws IOException, InterruptedException {
        String file = "contragents.xml";
        session.send(file, customers.document().getBytes(StandardCharsets.UTF_8));
        session.importFile(file);
    }

    private void sendStatuses(Session session) throws IOException, InterruptedException {
        String file = "orders.xml";
        String xml = StatusDocuments.of(orders.all(), Instant.now(), true);
        session.send(file, xml.getBytes(StandardCharsets.UTF_8));
        session.importFile(file);
    }

    private void takeOrders(Session session, boolean success) throws IOException, InterruptedException {
        byte[] xml = session.query();
        if (new String(xml, StandardCharsets.US_ASCII).startsWith("failure")) {
            return;
        }
        for (OrderDocument document : OrderDocuments.read(xml)) {
            OrderBook.Taken taken = orders.take(document, "EXCHANGE", "sale query");
            session.replies.add(String.join(" ", taken.key(), taken.outcome()));
        }
        if (success) {
            session.call("success");
        }
    }

    /** One session with the console; the cookie is kept by the client, the sessid here. */
    private final class Session {

        private final List<String> replies = new ArrayList<>();
        private final HttpClient http;
        private final String type;
        private String sessid = "";

        Session(HttpClient http, String type) {
            this.http = http;
            this.type = type;
        }

        String call(String mode) throws IOException, InterruptedException {
            return text(get(address(mode, "")));
        }

        byte[] query() throws IOException, InterruptedException {
            HttpResponse<byte[]> answer = get(address("query", ""));
            if (new String(answer.body(), StandardCharsets.US_ASCII).startsWith("failure")) {
                text(answer);
            } else {
                replies.add("query: " + answer.body().length + " B");
            }
            return answer.body();
        }

        void send(String file, byte[] content) throws IOException, InterruptedException {
            for (int from = 0; from < content.length; from += CHUNK) {
                byte[] chunk = Arrays.copyOfRange(content, from, Math.min(content.length, from + CHUNK));
                text(http.send(
                        request(address("file", file))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(chunk))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray()));
            }
        }

        /** Asks until the console is done with the file. */
        void importFile(String file) throws IOException, InterruptedException {
            for (int step = 0; step < MOST_STEPS; step++) {
                if (!text(get(address("import", file))).startsWith("progress")) {
                    return;
                }
                Thread.sleep(PAUSE);
            }
        }

        private HttpResponse<byte[]> get(URI address) throws IOException, InterruptedException {
            return http.send(request(address).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        }

        private HttpRequest.Builder request(URI address) {
            String account =
                    settings.account().name() + ":" + settings.account().password();
            return HttpRequest.newBuilder(address)
                    .timeout(LONGEST)
                    .header("User-Agent", "1C+Enterprise/8.3")
                    .header(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)));
        }

        private URI address(String mode, String file) {
            String name = file.isEmpty() ? "" : "&filename=" + URLEncoder.encode(file, StandardCharsets.UTF_8);
            return URI.create(settings.console() + "/exchange/1c?type=" + type + "&mode=" + mode + name + sessid);
        }

        private String text(HttpResponse<byte[]> response) {
            String text = new String(response.body(), Charset.forName("windows-1251"));
            text.lines()
                    .filter(line -> line.startsWith("sessid="))
                    .findFirst()
                    .ifPresent(line -> sessid = "&" + line.strip());
            String first = text.lines().findFirst().orElse("");
            replies.add(first.equals("failure") ? text.replace('\n', ' ').strip() : first);
            return text;
        }
    }
}
