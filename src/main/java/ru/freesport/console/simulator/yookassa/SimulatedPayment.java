package ru.freesport.console.simulator.yookassa;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A payment as the simulated YooKassa has it; the book's lock guards every change. */
final class SimulatedPayment {

    final String id;
    final Instant createdAt;
    final boolean isCapturedAtOnce;
    final @Nullable String description;
    final @Nullable String returnUrl;
    final JsonNode metadata;
    final @Nullable JsonNode receipt;
    String status = "pending";
    BigDecimal amount;
    BigDecimal refunded = BigDecimal.ZERO;
    /** Refunds that are not decided yet. */
    BigDecimal refunding = BigDecimal.ZERO;
    /** New refunds stay pending until somebody decides them. */
    boolean holdsRefunds;

    @Nullable Method method;

    @Nullable Instant capturedAt;

    @Nullable Instant expiresAt;

    @Nullable String cancelledBy;

    @Nullable String cancelledWhy;

    SimulatedPayment(
            String id,
            Instant createdAt,
            BigDecimal amount,
            boolean isCapturedAtOnce,
            @Nullable String description,
            @Nullable String returnUrl,
            JsonNode metadata,
            @Nullable JsonNode receipt) {
        this.id = id;
        this.createdAt = createdAt;
        this.amount = amount;
        this.isCapturedAtOnce = isCapturedAtOnce;
        this.description = description;
        this.returnUrl = returnUrl;
        this.metadata = metadata;
        this.receipt = receipt;
    }

    boolean is(String one) {
        return status.equals(one);
    }

    BigDecimal refundable() {
        return is("succeeded") ? amount.subtract(refunded).subtract(refunding) : BigDecimal.ZERO;
    }

    void cancel(String party, String reason) {
        status = "canceled";
        cancelledBy = party;
        cancelledWhy = reason;
        expiresAt = null;
    }

    Map<String, Object> shown(String shop, String payPage, @Nullable String receiptStatus) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", id);
        shown.put("status", status);
        shown.put("paid", is("waiting_for_capture") || is("succeeded"));
        shown.put("test", true);
        shown.put("refundable", refundable().signum() > 0);
        shown.put("amount", Sum.shown(amount));
        if (is("succeeded")) {
            BigDecimal commission = amount.movePointLeft(2).multiply(new BigDecimal("3.5"));
            shown.put("income_amount", Sum.shown(amount.subtract(commission.setScale(2, java.math.RoundingMode.UP))));
            shown.put("refunded_amount", Sum.shown(refunded));
        }
        shown.put("created_at", Times.shown(createdAt));
        put(shown, "captured_at", capturedAt);
        put(shown, "expires_at", expiresAt);
        put(shown, "description", description);
        shown.put("recipient", Map.of("account_id", shop, "gateway_id", "1740000"));
        if (method != null) {
            shown.put("payment_method", method.shown(id));
            if (method.card() != null && method.declined() == null) {
                shown.put("authorization_details", method.authorization(id));
            }
        }
        if (is("pending") && returnUrl != null) {
            Map<String, Object> confirmation = new LinkedHashMap<>();
            confirmation.put("type", "redirect");
            confirmation.put("return_url", returnUrl);
            confirmation.put("confirmation_url", payPage + "/" + id);
            shown.put("confirmation", confirmation);
        }
        put(shown, "receipt_registration", receiptStatus);
        if (cancelledWhy != null) {
            shown.put("cancellation_details", Map.of("party", String.valueOf(cancelledBy), "reason", cancelledWhy));
        }
        shown.put("metadata", metadata);
        return shown;
    }

    private static void put(Map<String, Object> shown, String name, @Nullable Object value) {
        if (value != null) {
            shown.put(name, value instanceof Instant time ? Times.shown(time) : value);
        }
    }
}
