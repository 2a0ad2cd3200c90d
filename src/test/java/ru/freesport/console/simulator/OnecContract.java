package ru.freesport.console.simulator;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Holds every request to the simulated 1C and every answer of it against {@code src/docs/onec-http-api.yaml}: give it to
 * {@link Simulators#start(SimulatorSettings, Consumer)} and ask for {@link #breaches()} at the end.
 */
public final class OnecContract implements Consumer<LabExchange> {

    private final OpenApiInteractionValidator contract = OpenApiInteractionValidator.createForSpecificationUrl(
                    Path.of("src/docs/onec-http-api.yaml").toUri().toString())
            .withBasePathOverride("/")
            .build();
    private final Queue<String> breaches = new ConcurrentLinkedQueue<>();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    @Override
    public void accept(LabExchange exchange) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(exchange.method(), exchange.path());
        exchange.query().forEach(request::withQueryParam);
        exchange.headers()
                .forEach(name -> request.withHeader(name, exchange.header(name).orElseThrow()));
        if (exchange.body().length > 0) {
            request.withBody(exchange.body());
        }
        note(exchange, "request", contract.validateRequest(request.build()));
        exchange.answer().ifPresent(answer -> {
            seen.add(exchange.operation() + " " + answer.status());
            SimpleResponse.Builder response = new SimpleResponse.Builder(answer.status())
                    .withContentType(answer.type())
                    .withBody(answer.content());
            note(
                    exchange,
                    "answer " + answer.status(),
                    contract.validateResponse(
                            exchange.path(),
                            com.atlassian.oai.validator.model.Request.Method.valueOf(exchange.method()),
                            response.build()));
        });
    }

    /** What did not keep to the contract, in words. */
    public Collection<String> breaches() {
        return List.copyOf(breaches);
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
