package ru.freesport.console.simulator;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Holds every request to one simulated system and every answer of it against its description: give it to
 * {@link Simulators#start(SimulatorSettings, Consumer)} and ask for {@link #breaches()} at the end.
 */
public class Contract implements Consumer<LabExchange> {

    private final OpenApiInteractionValidator contract;
    private final Predicate<LabExchange> isCovered;
    private final Queue<String> breaches = new ConcurrentLinkedQueue<>();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    /** @param isCovered which requests the description is about */
    Contract(String file, Predicate<LabExchange> isCovered) {
        this.isCovered = isCovered;
        this.contract = OpenApiInteractionValidator.createForSpecificationUrl(
                        Path.of("src/docs", file).toUri().toString())
                .withBasePathOverride("/")
                // a parameter that nobody described would be passed over in silence
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.ERROR)
                        .build())
                .build();
    }

    @Override
    public final void accept(LabExchange exchange) {
        if (isCovered.test(exchange)) {
            hold(exchange);
        }
    }

    private void hold(LabExchange exchange) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(exchange.method(), exchange.path());
        exchange.query().forEach(request::withQueryParam);
        exchange.headers()
                .forEach(name -> request.withHeader(name, exchange.header(name).orElseThrow()));
        if (exchange.body().length > 0) {
            request.withBody(exchange.body());
        }
        note(exchange, "request", contract.validateRequest(request.build()));
        beyond(exchange).forEach(breach -> breaches.add(exchange.operation() + ", " + breach));
        exchange.answer().ifPresent(answer -> {
            seen.add(exchange.operation() + " " + answer.status());
            SimpleResponse.Builder response = new SimpleResponse.Builder(answer.status());
            if (answer.content().length > 0) {
                response.withContentType(answer.type()).withBody(answer.content());
            }
            exchange.answerHeaders().forEach((name, values) -> response.withHeader(name, values));
            note(
                    exchange,
                    "answer " + answer.status(),
                    contract.validateResponse(
                            exchange.path(),
                            com.atlassian.oai.validator.model.Request.Method.valueOf(exchange.method()),
                            response.build()));
        });
    }

    /** What OpenAPI cannot say of bodies that are not JSON; each begins with {@code request:} or {@code answer 200:}. */
    List<String> beyond(LabExchange exchange) {
        return List.of();
    }

    /** Holds a body that somebody was sent against the description of an address that is not the lab's. */
    final void holdSent(String path, byte[] body) {
        SimpleRequest request = new SimpleRequest.Builder("POST", path)
                .withContentType("application/json")
                .withBody(body)
                .build();
        contract.validateRequest(request).getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .forEach(message -> breaches.add("POST " + path + ": " + message.getMessage()));
    }

    /** What did not keep to the contract, in words. */
    public Collection<String> breaches() {
        return List.copyOf(breaches);
    }

    /** Begins anew; for a test that broke the contract on purpose. */
    public void forget() {
        breaches.clear();
    }

    /** Operations with the status of their answer, {@code POST /orders 200}. */
    public Collection<String> seen() {
        return List.copyOf(seen);
    }

    private void note(LabExchange exchange, String what, ValidationReport report) {
        report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .forEach(message -> breaches.add(exchange.operation() + ", " + what + ": " + message.getMessage()));
    }
}
