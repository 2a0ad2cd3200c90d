package ru.freesport.console.simulator.yookassa;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import ru.freesport.console.simulator.LabEntry.Outcome;
import ru.freesport.console.simulator.LabExchange;
import ru.freesport.console.simulator.LabJournal;
import ru.freesport.console.simulator.SimulatorSettings;
import tools.jackson.databind.JsonNode;

/** The operations of the API by method and path; what writes is done once per key. */
final class Operations {

    private static final int USUAL_PAGE = 10;
    private static final int LONGEST_PAGE = 100;

    private final ShopBook book;
    private final Keys keys;
    private final LabJournal journal;
    private final SimulatorSettings.YooKassa settings;

    Operations(ShopBook book, Keys keys, LabJournal journal, SimulatorSettings.YooKassa settings) {
        this.book = book;
        this.keys = keys;
        this.journal = journal;
        this.settings = settings;
    }

    Answer answer(LabExchange exchange) {
        String[] path = exchange.path().split("/");
        return switch (path.length) {
            case 2 -> onAll(exchange, path[1]);
            case 3 -> exchange.method().equals("GET") ? one(path[1], path[2]) : wrongMethod(exchange);
            case 4 -> onPayment(exchange, path[1], path[2], path[3]);
            default -> throw Refused.notFound("Resource");
        };
    }

    private Answer onAll(LabExchange exchange, String what) {
        return switch (exchange.method() + " " + what) {
            case "GET me" -> Answer.of(me());
            case "GET payments" -> payments(exchange.query());
            case "GET refunds" -> refunds(exchange.query());
            case "GET receipts" -> receipts(exchange.query());
            case "POST payments" ->
                once(exchange, () -> {
                    SimulatedPayment made = book.create(exchange.json(JsonNode.class));
                    return done(exchange, made.id, book.shown(made));
                });
            case "POST refunds" ->
                once(exchange, () -> {
                    SimulatedRefund made = book.refund(exchange.json(JsonNode.class));
                    return done(exchange, made.id, book.shown(made));
                });
            case "POST receipts" ->
                once(exchange, () -> {
                    SimulatedReceipt made = book.receipt(exchange.json(JsonNode.class));
                    return done(exchange, made.id, book.shown(made));
                });
            default -> {
                if (List.of("me", "payments", "refunds", "receipts").contains(what)) {
                    yield wrongMethod(exchange);
                }
                throw Refused.notFound("Resource");
            }
        };
    }

    private Answer one(String what, String id) {
        return switch (what) {
            case "payments" -> Answer.of(book.shown(book.payment(id)));
            case "refunds" -> Answer.of(book.shown(book.refund(id)));
            case "receipts" -> Answer.of(book.shown(book.receipt(id)));
            default -> throw Refused.notFound("Resource");
        };
    }

    private Answer onPayment(LabExchange exchange, String what, String id, String act) {
        if (!what.equals("payments") || !List.of("capture", "cancel").contains(act)) {
            throw Refused.notFound("Resource");
        }
        if (!exchange.method().equals("POST")) {
            return wrongMethod(exchange);
        }
        return once(exchange, () -> {
            if (act.equals("capture")) {
                book.capture(id, exchange.json(JsonNode.class));
            } else {
                book.cancel(id);
            }
            return done(exchange, id, book.shown(book.payment(id)));
        });
    }

    /** A refusal belongs to its key as much as a success does. */
    private Answer once(LabExchange exchange, Supplier<Answer> work) {
        return keys.once(
                exchange,
                () -> {
                    try {
                        return work.get();
                    } catch (Refused refused) {
                        note(exchange, Outcome.REFUSED, null);
                        return Answer.of(refused);
                    }
                },
                () -> note(exchange, Outcome.REFUSED, null));
    }

    private Answer done(LabExchange exchange, String id, Map<String, Object> object) {
        note(exchange, Outcome.COMMITTED, id);
        return Answer.of(object);
    }

    private Answer wrongMethod(LabExchange exchange) {
        note(exchange, Outcome.REFUSED, null);
        return Answer.empty(405);
    }

    private void note(LabExchange exchange, Outcome outcome, @org.jspecify.annotations.Nullable String id) {
        journal.add(exchange.operation(), Keys.of(exchange), outcome, id);
    }

    private Answer payments(Map<String, String> query) {
        return page(
                query,
                book.payments(),
                payment -> is(query, "status", payment.status)
                        && is(query, "payment_method", payment.method == null ? "" : payment.method.type())
                        && isCreatedWithin(query, payment.createdAt)
                        && Times.isWithin(query, "captured_at", payment.capturedAt),
                book::shown);
    }

    private Answer refunds(Map<String, String> query) {
        return page(
                query,
                book.refunds(),
                refund -> is(query, "status", refund.status)
                        && is(query, "payment_id", refund.payment.id)
                        && isCreatedWithin(query, refund.createdAt),
                book::shown);
    }

    private Answer receipts(Map<String, String> query) {
        return page(
                query,
                book.receipts(),
                receipt -> is(query, "status", receipt.status())
                        && is(query, "payment_id", receipt.refund == null ? receipt.payment.id : "")
                        && is(query, "refund_id", receipt.refund == null ? "" : receipt.refund.id)
                        && isCreatedWithin(query, receipt.createdAt),
                book::shown);
    }

    private static boolean is(Map<String, String> query, String name, String value) {
        return !query.containsKey(name) || query.get(name).equals(value);
    }

    private static boolean isCreatedWithin(Map<String, String> query, Instant createdAt) {
        return Times.isWithin(query, "created_at", createdAt);
    }

    private static <T> Answer page(
            Map<String, String> query, List<T> all, Predicate<T> wanted, Function<T, Map<String, Object>> shown) {
        int limit = number(query.getOrDefault("limit", Integer.toString(USUAL_PAGE)), "limit");
        int from = number(query.getOrDefault("cursor", "0"), "cursor");
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Refused.invalid("limit", "From 1 to 100");
        }
        List<T> found = all.stream().filter(wanted).toList();
        int end = Math.min(found.size(), from + limit);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("type", "list");
        page.put(
                "items",
                new ArrayList<>((from < end ? found.subList(from, end) : List.<T>of())
                        .stream().map(shown).toList()));
        if (end < found.size()) {
            page.put("next_cursor", Integer.toString(end));
        }
        return Answer.of(page);
    }

    private static int number(String text, String name) {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException unreadable) {
            throw Refused.invalid(name, "Not a number: " + text);
        }
    }

    private Map<String, Object> me() {
        Map<String, Object> me = new LinkedHashMap<>();
        me.put("account_id", settings.shop().name());
        me.put("status", "enabled");
        me.put("test", true);
        me.put("fiscalization", Map.of("enabled", true, "provider", "avanpost"));
        me.put("payment_methods", List.of("bank_card", "sbp", "sberbank", "tinkoff_bank", "yoo_money"));
        return me;
    }
}
