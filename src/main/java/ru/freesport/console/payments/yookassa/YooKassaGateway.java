package ru.freesport.console.payments.yookassa;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.payments.Payment;
import ru.freesport.console.payments.PaymentGateway;
import ru.freesport.console.payments.ReceiptItem;
import ru.freesport.console.payments.SeenPayment;
import ru.freesport.console.payments.SeenReceipt;
import ru.freesport.console.payments.SeenRefund;
import ru.freesport.console.shared.Money;

/** YooKassa as the payment provider. */
@Component
class YooKassaGateway implements PaymentGateway {

    private static final int PAGE = 100;
    /** No day of one shop is longer; a cursor that never ends is not followed for ever. */
    private static final int MOST_PAGES = 2_000;

    private final YooKassaHttp http;
    private final Bodies bodies;
    private final Circuits circuits;
    private final Meaning meaning;

    YooKassaGateway(YooKassaHttp http, Bodies bodies, Circuits circuits, YooKassaSettings settings) {
        this.http = http;
        this.bodies = bodies;
        this.circuits = circuits;
        this.meaning = new Meaning(settings);
    }

    @Override
    public String name() {
        return "yookassa";
    }

    @Override
    public boolean isSet() {
        return http.isSet();
    }

    @Override
    public boolean isReady() {
        return circuits.letsCallsPass(YooKassaHttp.CIRCUIT);
    }

    @Override
    public String creation(Payment payment, List<ReceiptItem> items) {
        return bodies.creation(payment, items);
    }

    @Override
    public String capture(Payment payment, Money amount, List<ReceiptItem> items) {
        return bodies.capture(payment, amount, items);
    }

    @Override
    public String refund(Payment payment, UUID refundId, Money amount, String description, List<ReceiptItem> items) {
        return bodies.refund(payment, refundId, amount, description, items);
    }

    @Override
    public String receipt(Payment payment, @Nullable String refundProviderId, Money amount, List<ReceiptItem> items) {
        return bodies.receipt(payment, refundProviderId, amount, items);
    }

    @Override
    public CallOutcome<SeenPayment> create(String key, String body) {
        return http.post("POST /payments", "/payments", Map.of(), key, body, Wire.Payment.class, meaning::of);
    }

    @Override
    public CallOutcome<SeenPayment> capture(String providerId, String key, String body) {
        return onPayment("capture", providerId, key, body);
    }

    @Override
    public CallOutcome<SeenPayment> cancel(String providerId, String key) {
        return onPayment("cancel", providerId, key, "");
    }

    private CallOutcome<SeenPayment> onPayment(String act, String id, String key, String body) {
        return http.post(
                "POST /payments/{id}/" + act,
                "/payments/{id}/" + act,
                Map.of("id", id),
                key,
                body,
                Wire.Payment.class,
                meaning::of);
    }

    @Override
    public CallOutcome<SeenRefund> refund(String key, String body) {
        return http.post("POST /refunds", "/refunds", Map.of(), key, body, Wire.Refund.class, meaning::of);
    }

    @Override
    public CallOutcome<SeenReceipt> receipt(String key, String body) {
        return http.post("POST /receipts", "/receipts", Map.of(), key, body, Wire.Receipt.class, meaning::of);
    }

    @Override
    public CallOutcome<SeenPayment> payment(String providerId) {
        return http.get(
                "GET /payments/{id}", "/payments/{id}", Map.of("id", providerId), Wire.Payment.class, meaning::of);
    }

    @Override
    public CallOutcome<SeenRefund> refund(String providerId) {
        return http.get("GET /refunds/{id}", "/refunds/{id}", Map.of("id", providerId), Wire.Refund.class, meaning::of);
    }

    @Override
    public CallOutcome<SeenReceipt> receipt(String providerId) {
        return http.get(
                "GET /receipts/{id}", "/receipts/{id}", Map.of("id", providerId), Wire.Receipt.class, meaning::of);
    }

    @Override
    public CallOutcome<List<SeenPayment>> payments(Instant from, Instant before) {
        return all(
                "payments",
                created(from, before),
                Wire.PaymentPage.class,
                page -> new Page<>(page.items().stream().map(meaning::of).toList(), page.nextCursor()));
    }

    @Override
    public CallOutcome<List<SeenRefund>> refunds(Instant from, Instant before) {
        return refunds(created(from, before));
    }

    @Override
    public CallOutcome<List<SeenRefund>> refundsOf(String paymentProviderId) {
        return refunds(Map.of("payment_id", paymentProviderId));
    }

    private CallOutcome<List<SeenRefund>> refunds(Map<String, String> filter) {
        return all(
                "refunds",
                filter,
                Wire.RefundPage.class,
                page -> new Page<>(page.items().stream().map(meaning::of).toList(), page.nextCursor()));
    }

    @Override
    public CallOutcome<List<SeenReceipt>> receiptsOf(String paymentProviderId, @Nullable String refundProviderId) {
        Map<String, String> filter = refundProviderId == null
                ? Map.of("payment_id", paymentProviderId)
                : Map.of("refund_id", refundProviderId);
        return all(
                "receipts",
                filter,
                Wire.ReceiptPage.class,
                page -> new Page<>(page.items().stream().map(meaning::of).toList(), page.nextCursor()));
    }

    private static Map<String, String> created(Instant from, Instant before) {
        return Map.of("created_at.gte", from.toString(), "created_at.lt", before.toString());
    }

    private record Page<T>(List<T> items, @Nullable String next) {}

    /** Page after page; one that cannot be had leaves the whole unknown. */
    private <W, T> CallOutcome<List<T>> all(
            String what, Map<String, String> filter, Class<W> type, Function<W, Page<T>> page) {
        List<T> all = new ArrayList<>();
        String cursor = null;
        for (int at = 0; at < MOST_PAGES; at++) {
            Map<String, Object> query = new LinkedHashMap<>(filter);
            query.put("limit", PAGE);
            if (cursor != null) {
                query.put("cursor", cursor);
            }
            String uri = "/" + what
                    + query.keySet().stream()
                            .map(name -> name + "={" + name + "}")
                            .collect(Collectors.joining("&", "?", ""));
            switch (http.get("GET /" + what, uri, query, type, page)) {
                case CallOutcome.Succeeded<Page<T>> one -> {
                    all.addAll(one.answer().items());
                    cursor = one.answer().next();
                    if (cursor == null) {
                        return new CallOutcome.Succeeded<>(one.callId(), all);
                    }
                }
                case CallOutcome.Rejected<Page<T>> no -> {
                    return new CallOutcome.Rejected<>(no.callId(), no.error(), no.text());
                }
                case CallOutcome.Unavailable<Page<T>> no -> {
                    return new CallOutcome.Unavailable<>(no.callId(), no.error(), no.text());
                }
                case CallOutcome.Unknown<Page<T>> no -> {
                    return new CallOutcome.Unknown<>(no.callId(), no.error(), no.text());
                }
            }
        }
        throw new IllegalStateException("A list of " + what + " without end");
    }
}
