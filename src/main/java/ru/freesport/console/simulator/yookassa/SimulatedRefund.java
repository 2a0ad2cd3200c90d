package ru.freesport.console.simulator.yookassa;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A refund as the simulated YooKassa has it; the book's lock guards every change. */
final class SimulatedRefund {

    final String id;
    final SimulatedPayment payment;
    final BigDecimal amount;
    final Instant createdAt;
    final @Nullable String description;
    final JsonNode metadata;
    final @Nullable JsonNode receipt;
    String status;

    @Nullable String cancelledWhy;

    SimulatedRefund(
            String id,
            SimulatedPayment payment,
            BigDecimal amount,
            Instant createdAt,
            @Nullable String description,
            JsonNode metadata,
            @Nullable JsonNode receipt) {
        this.id = id;
        this.payment = payment;
        this.amount = amount;
        this.createdAt = createdAt;
        this.description = description;
        this.metadata = metadata;
        this.receipt = receipt;
        this.status = "pending";
        payment.refunding = payment.refunding.add(amount);
    }

    void settle() {
        status = "succeeded";
        payment.refunding = payment.refunding.subtract(amount);
        payment.refunded = payment.refunded.add(amount);
    }

    void cancel(String reason) {
        status = "canceled";
        cancelledWhy = reason;
        payment.refunding = payment.refunding.subtract(amount);
    }

    Map<String, Object> shown(@Nullable String receiptStatus) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", id);
        shown.put("payment_id", payment.id);
        shown.put("status", status);
        shown.put("created_at", Times.shown(createdAt));
        shown.put("amount", Sum.shown(amount));
        if (description != null) {
            shown.put("description", description);
        }
        if (receiptStatus != null) {
            shown.put("receipt_registration", receiptStatus);
        }
        if (cancelledWhy != null) {
            shown.put("cancellation_details", Map.of("party", "refund_network", "reason", cancelledWhy));
        }
        shown.put("metadata", metadata);
        return shown;
    }
}
