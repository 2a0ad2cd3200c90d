package ru.freesport.console.simulator.yookassa;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.simulator.SimulatorSettings;
import tools.jackson.databind.JsonNode;

/** Everything the shop has at the simulated YooKassa, and the only place where it changes. */
final class ShopBook {

    private static final Duration CONFIRMATION = Duration.ofHours(1);
    private static final Duration HOLD = Duration.ofDays(7);
    private static final String SUCCEEDED = "succeeded";

    private final Map<String, SimulatedPayment> payments = new LinkedHashMap<>();
    private final Map<String, SimulatedRefund> refunds = new LinkedHashMap<>();
    private final Map<String, SimulatedReceipt> receipts = new LinkedHashMap<>();
    private final SimulatorSettings.YooKassa settings;
    private final Clock clock;
    private final Random random;
    /** Told of every event with the object as it is then. */
    private final BiConsumer<String, Map<String, Object>> events;

    private volatile String payPage = "";

    ShopBook(SimulatorSettings.YooKassa settings, Clock clock, BiConsumer<String, Map<String, Object>> events) {
        this.settings = settings;
        this.clock = clock;
        // ids must not come again after a restart: the console remembers those of the last one
        this.random = new Random(clock.instant().toEpochMilli());
        this.events = events;
    }

    void payPage(String address) {
        payPage = address;
    }

    synchronized SimulatedPayment create(JsonNode wanted) {
        BigDecimal amount = Sum.read(wanted.path("amount"), "amount");
        JsonNode confirmation = wanted.path("confirmation");
        String returnUrl = confirmation.path("return_url").asString("");
        if (!confirmation.path("type").asString("").equals("redirect") || returnUrl.isBlank()) {
            throw Refused.invalid("confirmation", "Only confirmation by redirect, and return_url is required");
        }
        String description = wanted.path("description").asString("");
        if (description.length() > 128) {
            throw Refused.invalid("description", "At most 128 characters");
        }
        SimulatedPayment payment = new SimulatedPayment(
                id(),
                clock.instant(),
                amount,
                wanted.path("capture").asBoolean(false),
                description.isEmpty() ? null : description,
                returnUrl,
                metadata(wanted),
                ReceiptRules.checked(wanted.path("receipt"), amount));
        payments.put(payment.id, payment);
        return payment;
    }

    synchronized SimulatedPayment payment(String id) {
        SimulatedPayment payment = payments.get(id);
        if (payment == null) {
            throw Refused.notFound("Payment");
        }
        age(payment);
        return payment;
    }

    synchronized void capture(String id, JsonNode wanted) {
        SimulatedPayment payment = payment(id);
        BigDecimal amount =
                wanted.path("amount").isMissingNode() ? payment.amount : Sum.read(wanted.path("amount"), "amount");
        if (!payment.is("waiting_for_capture")) {
            throw Refused.invalid("payment_id", "Payment doesn't wait for capture");
        }
        if (amount.compareTo(payment.amount) > 0) {
            throw Refused.invalid("amount", "Amount is more than was held");
        }
        JsonNode receipt = ReceiptRules.checked(wanted.path("receipt"), amount);
        payment.amount = amount;
        succeed(payment, receipt == null ? payment.receipt : receipt);
    }

    synchronized void cancel(String id) {
        SimulatedPayment payment = payment(id);
        if (!payment.is("waiting_for_capture")) {
            throw Refused.invalid("payment_id", "Payment doesn't wait for capture");
        }
        cancel(payment, "merchant", "canceled_by_merchant");
    }

    /** The customer pays on the page. */
    synchronized void pay(SimulatedPayment payment, Method method) {
        mustBePending(payment);
        payment.method = method;
        if (method.declined() != null) {
            cancel(payment, "payment_network", method.declined());
        } else if (payment.isCapturedAtOnce) {
            succeed(payment, payment.receipt);
        } else {
            payment.status = "waiting_for_capture";
            payment.expiresAt = clock.instant().plus(HOLD);
            tell("payment.waiting_for_capture", payment);
        }
    }

    synchronized void decline(SimulatedPayment payment, String reason) {
        mustBePending(payment);
        cancel(payment, "payment_network", reason);
    }

    synchronized void expire(SimulatedPayment payment) {
        if (payment.is("pending")) {
            cancel(payment, "yoo_money", "expired_on_confirmation");
        } else if (payment.is("waiting_for_capture")) {
            cancel(payment, "yoo_money", "expired_on_capture");
        } else {
            throw new IllegalArgumentException("The payment is decided: " + payment.status);
        }
    }

    synchronized SimulatedRefund refund(JsonNode wanted) {
        SimulatedPayment payment = payment(wanted.path("payment_id").asString(""));
        BigDecimal amount = Sum.read(wanted.path("amount"), "amount");
        if (!payment.is(SUCCEEDED)) {
            throw Refused.invalid("payment_id", "Payment isn't succeeded");
        }
        if (amount.compareTo(payment.refundable()) > 0) {
            throw Refused.invalid("amount", "Refund amount is more than the rest of the payment");
        }
        String description = wanted.path("description").asString("");
        SimulatedRefund refund = new SimulatedRefund(
                id(),
                payment,
                amount,
                clock.instant(),
                description.isEmpty() ? null : description,
                metadata(wanted),
                ReceiptRules.checked(wanted.path("receipt"), amount));
        refunds.put(refund.id, refund);
        if (!payment.holdsRefunds) {
            settle(refund);
        }
        return refund;
    }

    synchronized SimulatedRefund refund(String id) {
        SimulatedRefund refund = refunds.get(id);
        if (refund == null) {
            throw Refused.notFound("Refund");
        }
        return refund;
    }

    synchronized void settle(SimulatedRefund refund) {
        mustBePending(refund);
        refund.settle();
        if (refund.receipt != null) {
            receipt(refund.payment, refund, refund.receipt.path("items"));
        }
        events.accept("refund.succeeded", shown(refund));
    }

    /** There is no notification of a refund that failed. */
    synchronized void decline(SimulatedRefund refund, String reason) {
        mustBePending(refund);
        refund.cancel(reason);
    }

    synchronized SimulatedReceipt receipt(JsonNode wanted) {
        boolean isRefund = wanted.path("type").asString("").equals("refund");
        SimulatedRefund refund = isRefund ? refund(wanted.path("refund_id").asString("")) : null;
        SimulatedPayment payment =
                refund == null ? payment(wanted.path("payment_id").asString("")) : refund.payment;
        boolean isDone = refund == null ? payment.is(SUCCEEDED) : refund.status.equals(SUCCEEDED);
        if (!isDone) {
            throw Refused.invalid(isRefund ? "refund_id" : "payment_id", "It isn't succeeded");
        }
        BigDecimal sum = refund == null ? payment.amount : refund.amount;
        ReceiptRules.check(wanted, sum, "");
        if (!wanted.path("send").asBoolean(false)) {
            throw Refused.invalid("send", "send must be true");
        }
        if (wanted.path("settlements").isEmpty()) {
            throw Refused.invalid("settlements", "settlements are required");
        }
        return receipt(payment, refund, wanted.path("items"));
    }

    private SimulatedReceipt receipt(SimulatedPayment payment, @Nullable SimulatedRefund refund, JsonNode items) {
        SimulatedReceipt receipt =
                new SimulatedReceipt("rt-" + id(), payment, refund, clock.instant(), items, receipts.size() + 3986L);
        receipts.put(receipt.id, receipt);
        return receipt;
    }

    synchronized SimulatedReceipt receipt(String id) {
        SimulatedReceipt receipt = receipts.get(id);
        if (receipt == null) {
            throw Refused.notFound("Receipt");
        }
        age(receipt);
        return receipt;
    }

    /** Newest first. */
    synchronized List<SimulatedPayment> payments() {
        payments.values().forEach(this::age);
        return new ArrayList<>(payments.values()).reversed();
    }

    synchronized List<SimulatedRefund> refunds() {
        return new ArrayList<>(refunds.values()).reversed();
    }

    synchronized List<SimulatedReceipt> receipts() {
        receipts.values().forEach(this::age);
        return new ArrayList<>(receipts.values()).reversed();
    }

    synchronized Map<String, Object> shown(SimulatedPayment payment) {
        return payment.shown(settings.shop().name(), payPage, receiptStatus(payment, null));
    }

    synchronized Map<String, Object> shown(SimulatedRefund refund) {
        return refund.shown(receiptStatus(refund.payment, refund));
    }

    synchronized Map<String, Object> shown(SimulatedReceipt receipt) {
        return receipt.shown();
    }

    /** Of the newest one. */
    private @Nullable String receiptStatus(SimulatedPayment payment, @Nullable SimulatedRefund refund) {
        return receipts().stream()
                .filter(receipt -> receipt.payment == payment && receipt.refund == refund)
                .findFirst()
                .map(SimulatedReceipt::status)
                .orElse(null);
    }

    private void succeed(SimulatedPayment payment, @Nullable JsonNode receipt) {
        payment.status = SUCCEEDED;
        payment.capturedAt = clock.instant();
        payment.expiresAt = null;
        if (receipt != null) {
            receipt(payment, null, receipt.path("items"));
        }
        tell("payment.succeeded", payment);
    }

    private void cancel(SimulatedPayment payment, String party, String reason) {
        payment.cancel(party, reason);
        tell("payment.canceled", payment);
    }

    /** What time alone does. */
    private void age(SimulatedPayment payment) {
        Instant now = clock.instant();
        if (payment.is("pending") && payment.createdAt.plus(CONFIRMATION).isBefore(now)
                || payment.expiresAt != null && payment.expiresAt.isBefore(now)) {
            expire(payment);
        }
    }

    private void age(SimulatedReceipt receipt) {
        if (!receipt.createdAt.plus(settings.receipts()).isAfter(clock.instant())) {
            receipt.register(clock.instant());
        }
    }

    private void tell(String event, SimulatedPayment payment) {
        events.accept(event, shown(payment));
    }

    private static void mustBePending(SimulatedPayment payment) {
        if (!payment.is("pending")) {
            throw new IllegalArgumentException("The payment is decided: " + payment.status);
        }
    }

    private static void mustBePending(SimulatedRefund refund) {
        if (!refund.status.equals("pending")) {
            throw new IllegalArgumentException("The refund is decided: " + refund.status);
        }
    }

    private static JsonNode metadata(JsonNode wanted) {
        JsonNode metadata = wanted.path("metadata");
        if (metadata.size() > 16) {
            throw Refused.invalid("metadata", "At most 16 keys");
        }
        return metadata.isObject() ? metadata : tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    }

    private String id() {
        return "%08x-000f-5000-8000-%012x".formatted(random.nextInt(), random.nextLong(1L << 48));
    }
}
