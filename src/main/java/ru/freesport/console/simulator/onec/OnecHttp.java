package ru.freesport.console.simulator.onec;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;
import ru.freesport.console.simulator.LabEntry.Outcome;
import ru.freesport.console.simulator.LabExchange;
import ru.freesport.console.simulator.LabJournal;
import ru.freesport.console.simulator.SimulatorSettings;

/** The HTTP service of the simulated 1C, as {@code src/docs/onec-http-api.yaml} describes it, with the lab's faults around it. */
final class OnecHttp {

    private static final int MOST_ORDERS = 25;
    private static final int MOST_CUSTOMERS = 50;
    private static final int MOST_KEYS = 100;
    private static final int PAGE = 100;
    private static final int STOCK_PAGE = 200;

    private final SimulatorSettings settings;
    private final OrderBook orders;
    private final GoodsBook goods;
    private final OnecCatalogue catalogue;
    private final Faults faults;
    private final LabJournal journal;
    private final Signature signature;
    private final Clock clock;
    private final CustomerBook customers;
    private volatile boolean closed;

    OnecHttp(
            SimulatorSettings settings,
            OrderBook orders,
            CustomerBook customers,
            GoodsBook goods,
            OnecCatalogue catalogue,
            Faults faults,
            LabJournal journal,
            Clock clock) {
        this.settings = settings;
        this.orders = orders;
        this.customers = customers;
        this.goods = goods;
        this.catalogue = catalogue;
        this.faults = faults;
        this.journal = journal;
        this.signature = new Signature(settings, clock);
        this.clock = clock;
    }

    void serve(LabExchange exchange) throws IOException {
        Optional<FaultMode> fault = faults.take();
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
            case ERROR500 -> refuse(exchange, 500, "Внутренняя ошибка 1С");
            case UNAUTHORIZED -> refuse(exchange, 401, "Неверное имя или пароль");
            case RATE_LIMITED -> {
                exchange.setHeader("Retry-After", "1");
                refuse(exchange, 429, "Слишком много запросов");
            }
            case ERROR_AFTER_COMMIT -> {
                answerOf(exchange);
                OnecAnswer.error(500, "1С сломалась после записи").send(exchange);
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

    private void refuse(LabExchange exchange, int status, String text) throws IOException {
        note(exchange, Outcome.REFUSED);
        OnecAnswer.error(status, text).send(exchange);
    }

    private void note(LabExchange exchange, Outcome outcome) {
        journal.add(exchange.operation(), exchange.header("Idempotency-Key").orElse(null), outcome, null);
    }

    /** While it is closed for work it says so and does nothing. */
    void close(boolean forWork) {
        closed = forWork;
    }

    private OnecAnswer answerOf(LabExchange exchange) {
        if (closed) {
            note(exchange, Outcome.REFUSED);
            exchange.setHeader("Retry-After", "1");
            return OnecAnswer.error(503, "База 1С закрыта: идёт обновление");
        }
        Optional<String> stranger = signature.problem(exchange);
        if (stranger.isPresent()) {
            note(exchange, Outcome.REFUSED);
            return OnecAnswer.error(401, stranger.get());
        }
        try {
            return switch (exchange.operation()) {
                case "GET /ping" -> OnecAnswer.json(Map.of("ok", true));
                case "GET /products" -> page(exchange, goods.goods(wanted(exchange)), PAGE, catalogue::goodsDocument);
                case "GET /offers" -> page(exchange, goods.offers(wanted(exchange)), PAGE, catalogue::offersDocument);
                case "GET /prices" -> page(exchange, goods.priced(wanted(exchange)), PAGE, catalogue::pricesDocument);
                case "GET /stock" ->
                    page(exchange, goods.stocked(wanted(exchange)), STOCK_PAGE, catalogue::stockDocument);
                case "GET /order-statuses" ->
                    page(exchange, orders.changed(wanted(exchange)), PAGE, StatusDocuments::of);
                case "POST /orders" -> takeOrders(exchange);
                case "POST /orders/lookup" -> lookUp(exchange);
                case "POST /customers/sync" -> takeCustomers(exchange);
                case "POST /customers/lookup" -> lookUpCustomers(exchange);
                default -> OnecAnswer.error(404, "Нет такой операции: " + exchange.operation());
            };
        } catch (IllegalArgumentException wrong) {
            note(exchange, Outcome.REFUSED);
            return OnecAnswer.error(400, String.valueOf(wrong.getMessage()));
        }
    }

    private OnecAnswer takeOrders(LabExchange exchange) {
        keyOf(exchange);
        List<OrderDocument> documents = OrderDocuments.read(exchange.body());
        if (documents.isEmpty() || documents.size() > MOST_ORDERS) {
            note(exchange, Outcome.REFUSED);
            return OnecAnswer.error(422, "За раз от 1 до " + MOST_ORDERS + " заказов, прислано " + documents.size());
        }
        List<OrderBook.Taken> taken = documents.stream()
                .map(document -> orders.take(document, "HTTP", exchange.operation()))
                .toList();
        return OnecAnswer.json(Map.of("results", taken));
    }

    private OnecAnswer takeCustomers(LabExchange exchange) {
        keyOf(exchange);
        List<SimulatedCustomer> documents = OrderDocuments.customers(exchange.body());
        if (documents.isEmpty() || documents.size() > MOST_CUSTOMERS) {
            note(exchange, Outcome.REFUSED);
            return OnecAnswer.error(
                    422, "За раз от 1 до " + MOST_CUSTOMERS + " контрагентов, прислано " + documents.size());
        }
        List<OrderBook.Taken> taken = documents.stream()
                .map(document -> customers.take(document, exchange.operation()))
                .toList();
        return OnecAnswer.json(Map.of("results", taken));
    }

    private OnecAnswer lookUpCustomers(LabExchange exchange) {
        List<String> keys = exchange.json(Keys.class).keys();
        if (keys.isEmpty() || keys.size() > MOST_KEYS) {
            throw new IllegalArgumentException("За раз от 1 до " + MOST_KEYS + " ключей");
        }
        List<Map<String, String>> found = keys.stream()
                .map(customers::find)
                .flatMap(Optional::stream)
                .map(one -> Map.of("key", one.key(), "number", one.key(), "version", Long.toString(one.version())))
                .toList();
        return OnecAnswer.json(Map.of("found", found));
    }

    private OnecAnswer lookUp(LabExchange exchange) {
        List<String> keys = exchange.json(Keys.class).keys();
        if (keys.isEmpty() || keys.size() > MOST_KEYS) {
            throw new IllegalArgumentException("За раз от 1 до " + MOST_KEYS + " ключей");
        }
        List<Map<String, String>> found = keys.stream()
                .map(orders::find)
                .flatMap(Optional::stream)
                .map(order -> Map.of("key", order.key(), "number", order.number(), "status", order.status()))
                .toList();
        return OnecAnswer.json(Map.of("found", found));
    }

    private <T> OnecAnswer page(LabExchange exchange, List<T> all, int most, PageOf<T> document) {
        Map<String, String> query = exchange.query();
        int from = number(query.getOrDefault("cursor", "0"), "cursor");
        int limit = number(query.getOrDefault("limit", Integer.toString(most)), "limit");
        if (limit < 1 || limit > most || from < 0) {
            throw new IllegalArgumentException("limit от 1 до " + most);
        }
        int end = Math.min(all.size(), from + limit);
        List<T> rows = from < end ? all.subList(from, end) : List.of();
        OnecAnswer answer = OnecAnswer.xml(document.xml(rows, clock.instant(), from == 0));
        return end < all.size() ? answer.followedBy(Integer.toString(end)) : answer;
    }

    private static GoodsBook.Wanted wanted(LabExchange exchange) {
        String ids = exchange.query().getOrDefault("ids", "");
        Set<String> wanted = ids.isEmpty() ? Set.of() : new HashSet<>(List.of(ids.split(",")));
        if (wanted.size() > MOST_KEYS) {
            throw new IllegalArgumentException("За раз от 1 до " + MOST_KEYS + " идентификаторов");
        }
        return new GoodsBook.Wanted(since(exchange), wanted);
    }

    private static Instant since(LabExchange exchange) {
        String since = exchange.query().get("since");
        try {
            return since == null ? Instant.EPOCH : OffsetDateTime.parse(since).toInstant();
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("since не читается: " + since, unreadable);
        }
    }

    private static int number(String text, String name) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException(name + " не читается: " + text, unreadable);
        }
    }

    private static void keyOf(LabExchange exchange) {
        if (exchange.header("Idempotency-Key").orElse("").isBlank()) {
            throw new IllegalArgumentException("Нет заголовка Idempotency-Key");
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface PageOf<T> {
        String xml(List<T> rows, Instant now, boolean first);
    }

    record Keys(List<String> keys) {}
}
