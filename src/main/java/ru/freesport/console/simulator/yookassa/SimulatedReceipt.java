package ru.freesport.console.simulator.yookassa;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A fiscal receipt as the simulated YooKassa has it. */
final class SimulatedReceipt {

    final String id;
    final SimulatedPayment payment;
    final @Nullable SimulatedRefund refund;
    final Instant createdAt;
    final JsonNode items;
    private final long number;
    private String status = "pending";
    private @Nullable Instant registeredAt;

    SimulatedReceipt(
            String id,
            SimulatedPayment payment,
            @Nullable SimulatedRefund refund,
            Instant createdAt,
            JsonNode items,
            long number) {
        this.id = id;
        this.payment = payment;
        this.refund = refund;
        this.createdAt = createdAt;
        this.items = items;
        this.number = number;
    }

    String status() {
        return status;
    }

    /** Time alone registers it, unless somebody decided otherwise. */
    void register(Instant at) {
        if (status.equals("pending")) {
            status = "succeeded";
            registeredAt = at;
        }
    }

    void cancel() {
        status = "canceled";
    }

    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", id);
        shown.put("type", refund == null ? "payment" : "refund");
        shown.put(refund == null ? "payment_id" : "refund_id", refund == null ? payment.id : refund.id);
        shown.put("status", status);
        if (registeredAt != null) {
            shown.put("fiscal_document_number", Long.toString(number));
            shown.put("fiscal_storage_number", "9288000100115785");
            shown.put("fiscal_attribute", Long.toString(2617603900L + number));
            shown.put("registered_at", Times.shown(registeredAt));
            shown.put("fiscal_provider_id", "fd9e9404-eaca-4000-8ec9-dc228ead2345");
        }
        shown.put("items", items);
        return shown;
    }
}
