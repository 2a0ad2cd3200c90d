package ru.freesport.console.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.PartnerCall;
import ru.freesport.console.partners.PartnerCalls;
import ru.freesport.console.partners.PartnerEndpoint;
import ru.freesport.console.partners.PartnerHttp;

/**
 * What the guard of an outside call costs: circuit, retry, rate limit, journal and masking around a client, against the
 * same client alone, call by call in turn, on one local server.
 */
public final class CircuitBench {

    /** The calls go through the guard of this circuit, to a server of the bench's own. */
    private static final String CIRCUIT = "onec.orders";

    private static final int WARM_UP = 10_000;
    private static final double MOST_MILLIS = 1;
    private static final byte[] ANSWER =
            "{\"results\":[{\"key\":\"order-1\",\"result\":\"created\"}]}".getBytes(StandardCharsets.UTF_8);

    /** About what one order's document takes, with what the journal has to mask. */
    private static final byte[] DOCUMENT = ("<КоммерческаяИнформация>"
                    + "<Контакт><Тип>Почта</Тип><Значение>anna@example.org</Значение></Контакт>"
                    + "<Товар><Ид>3b8f6a52-7f0e-11ea-81c3-00155d3cae02</Ид><Сумма>4590.00</Сумма></Товар>".repeat(40)
                    + "</КоммерческаяИнформация>")
            .getBytes(StandardCharsets.UTF_8);

    private final int calls;
    private final BenchReport report;

    public CircuitBench(int calls, PrintStream out) {
        this.calls = calls;
        this.report = new BenchReport(out);
    }

    /** Returns the figures, by name, as they are printed. */
    public Map<String, Object> run(ApplicationContext application) throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            HttpServer server = serve(threads);
            try {
                String address = "http://localhost:" + server.getAddress().getPort();
                PartnerCalls guard = application.getBean(PartnerCalls.class);
                RestClient bare = bare(address);
                RestClient guarded = application
                        .getBean(PartnerHttp.class)
                        .client(new PartnerEndpoint(
                                CIRCUIT, address, (request, body, execution) -> execution.execute(request, body)));
                report.figure("calls of each kind", calls);
                compare("reading", () -> read(bare), () -> guard.call(reading(), _ -> read(guarded)));
                compare("writing", () -> write(bare), () -> guard.call(writing(), _ -> write(guarded)));
            } finally {
                server.stop(0);
            }
        }
        return report.figures();
    }

    private static HttpServer serve(ExecutorService threads) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static RestClient bare(String address) {
        return RestClient.builder()
                .baseUrl(address)
                .requestFactory(new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()))
                .build();
    }

    private static PartnerCall reading() {
        return PartnerCall.reading(CIRCUIT, "GET /bench");
    }

    private static PartnerCall writing() {
        return PartnerCall.writing(CIRCUIT, "POST /bench", UUID.randomUUID().toString());
    }

    private static String read(RestClient client) {
        return String.valueOf(client.get().uri("/bench").retrieve().body(String.class));
    }

    private static String write(RestClient client) {
        return String.valueOf(client.post()
                .uri("/bench")
                .contentType(MediaType.APPLICATION_XML)
                .body(DOCUMENT)
                .retrieve()
                .body(String.class));
    }

    private void compare(String kind, Runnable bare, java.util.function.Supplier<CallOutcome<String>> guarded) {
        Runnable checked = () -> {
            if (!(guarded.get() instanceof CallOutcome.Succeeded<String>)) {
                throw new IllegalStateException("A guarded call of the bench did not succeed");
            }
        };
        time(WARM_UP, bare, checked);
        List<long[]> pairs = time(calls, bare, checked);
        double bareP99 = percentile(pairs, 0, 0.99);
        double guardedP99 = percentile(pairs, 1, 0.99);
        report.figure(kind + ": bare p50, µs", Math.round(percentile(pairs, 0, 0.5) * 1000));
        report.figure(kind + ": guarded p50, µs", Math.round(percentile(pairs, 1, 0.5) * 1000));
        report.figure(kind + ": bare p99, µs", Math.round(bareP99 * 1000));
        report.figure(kind + ": guarded p99, µs", Math.round(guardedP99 * 1000));
        report.atMost(kind + ": ms the guard adds at p99", guardedP99 - bareP99, MOST_MILLIS);
    }

    /** Bare and guarded calls in turn, so that whatever else the machine does hits both. */
    private static List<long[]> time(int times, Runnable bare, Runnable guarded) {
        List<long[]> pairs = new ArrayList<>(times);
        for (int call = 0; call < times; call++) {
            long begin = System.nanoTime();
            bare.run();
            long middle = System.nanoTime();
            guarded.run();
            pairs.add(new long[] {middle - begin, System.nanoTime() - middle});
        }
        return pairs;
    }

    private static double percentile(List<long[]> pairs, int side, double share) {
        long[] sorted = pairs.stream().mapToLong(pair -> pair[side]).toArray();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * share) - 1)] / 1e6;
    }
}
