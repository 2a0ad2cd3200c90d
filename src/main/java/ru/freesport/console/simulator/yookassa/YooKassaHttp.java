package ru.freesport.console.simulator.yookassa;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;
import ru.freesport.console.simulator.LabEntry.Outcome;
import ru.freesport.console.simulator.LabExchange;
import ru.freesport.console.simulator.LabJournal;
import ru.freesport.console.simulator.SimulatorSettings;

/** The API of the simulated YooKassa, as {@code src/docs/yookassa-api.yaml} describes it, with the lab's faults around it. */
final class YooKassaHttp {

    private static final int RETRY_AFTER_MS = 100;

    private final SimulatorSettings settings;
    private final Faults faults;
    private final LabJournal journal;
    private final Operations operations;
    private final String account;

    YooKassaHttp(SimulatorSettings settings, Faults faults, LabJournal journal, Operations operations) {
        this.settings = settings;
        this.faults = faults;
        this.journal = journal;
        this.operations = operations;
        SimulatorSettings.Account shop = settings.yookassa().shop();
        this.account = "Basic "
                + Base64.getEncoder()
                        .encodeToString((shop.name() + ":" + shop.password()).getBytes(StandardCharsets.UTF_8));
    }

    void serve(LabExchange exchange) throws IOException {
        Optional<FaultMode> fault = faults.take(FaultMode.ofHttp());
        if (fault.isEmpty()) {
            answerOf(exchange).send(exchange);
            return;
        }
        switch (fault.get()) {
            case DOWN -> {
                note(exchange, Outcome.LOST);
                exchange.drop();
            }
            case SLOW -> {
                sleep(settings.slow());
                answerOf(exchange).send(exchange);
            }
            case ERROR500 -> refuse(exchange, internal());
            case UNAUTHORIZED -> refuse(exchange, stranger());
            case RATE_LIMITED ->
                refuse(exchange, Answer.error(429, "too_many_requests", "Too many requests", null, RETRY_AFTER_MS));
            case ERROR_AFTER_COMMIT -> {
                answerOf(exchange);
                internal().send(exchange);
            }
            case TIMEOUT_AFTER_COMMIT -> {
                answerOf(exchange);
                sleep(settings.hold());
                exchange.drop();
            }
            case MALFORMED -> answerOf(exchange).cut().send(exchange);
            default -> throw new IllegalStateException("Not a fault of HTTP");
        }
    }

    private Answer answerOf(LabExchange exchange) {
        if (!exchange.header("Authorization").orElse("").equals(account)) {
            note(exchange, Outcome.REFUSED);
            return stranger();
        }
        if (exchange.method().equals("POST")
                && exchange.body().length > 0
                && !exchange.header("Content-Type").orElse("").startsWith("application/json")) {
            note(exchange, Outcome.REFUSED);
            return Answer.empty(415);
        }
        try {
            return operations.answer(exchange);
        } catch (Refused refused) {
            note(exchange, Outcome.REFUSED);
            return Answer.of(refused);
        } catch (IllegalArgumentException unreadable) {
            note(exchange, Outcome.REFUSED);
            return Answer.error(400, "invalid_request", "Request body is not JSON", null, null);
        }
    }

    private void refuse(LabExchange exchange, Answer answer) throws IOException {
        note(exchange, Outcome.REFUSED);
        answer.send(exchange);
    }

    private void note(LabExchange exchange, Outcome outcome) {
        journal.add(exchange.operation(), Keys.of(exchange), outcome, null);
    }

    private static Answer internal() {
        return Answer.error(500, "internal_server_error", "Internal server error", null, null);
    }

    private static Answer stranger() {
        return Answer.error(401, "invalid_credentials", "Basic authentication failed", "Authorization", null);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
