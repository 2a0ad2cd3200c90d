package ru.freesport.console.payments.yookassa;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Money;

/** What YooKassa answers, in its own fields; those we do not use are left out. */
final class Wire {

    private Wire() {}

    record Amount(String value, String currency) {

        Money money() {
            return new Money(new BigDecimal(value), currency);
        }
    }

    record Recipient(@JsonProperty("account_id") String accountId) {}

    record Confirmation(
            String type,
            @JsonProperty("confirmation_url") @Nullable String confirmationUrl) {}

    record Card(@Nullable String first6, @Nullable String last4) {}

    record Method(
            String type, @Nullable String title, @Nullable Card card) {}

    record Authorization(
            @Nullable String rrn,
            @JsonProperty("auth_code") @Nullable String authCode) {}

    record Cancellation(String party, String reason) {}

    record Payment(
            String id,
            String status,
            Amount amount,
            boolean test,
            Recipient recipient,
            @JsonProperty("refunded_amount") @Nullable Amount refundedAmount,
            @JsonProperty("income_amount") @Nullable Amount incomeAmount,
            @JsonProperty("created_at") String createdAt,
            @JsonProperty("captured_at") @Nullable String capturedAt,
            @JsonProperty("expires_at") @Nullable String expiresAt,
            @Nullable Confirmation confirmation,
            @JsonProperty("payment_method") @Nullable Method paymentMethod,
            @JsonProperty("authorization_details") @Nullable Authorization authorizationDetails,
            @JsonProperty("cancellation_details") @Nullable Cancellation cancellationDetails,
            @JsonProperty("receipt_registration") @Nullable String receiptRegistration,
            @Nullable Map<String, String> metadata) {}

    record Refund(
            String id,
            @JsonProperty("payment_id") String paymentId,
            String status,
            Amount amount,
            @JsonProperty("created_at") String createdAt,
            @JsonProperty("cancellation_details") @Nullable Cancellation cancellationDetails,
            @JsonProperty("receipt_registration") @Nullable String receiptRegistration,
            @Nullable Map<String, String> metadata) {}

    record Receipt(
            String id,
            String status,
            @JsonProperty("payment_id") @Nullable String paymentId,
            @JsonProperty("refund_id") @Nullable String refundId,

            @JsonProperty("fiscal_document_number") @Nullable String fiscalDocumentNumber,

            @JsonProperty("fiscal_storage_number") @Nullable String fiscalStorageNumber,
            @JsonProperty("fiscal_attribute") @Nullable String fiscalAttribute,
            @JsonProperty("registered_at") @Nullable String registeredAt) {}

    record Shop(@JsonProperty("account_id") String accountId, String status, boolean test) {}

    record Error(
            @Nullable String id,
            @Nullable String code,
            @Nullable String description,
            @Nullable String parameter,
            @JsonProperty("retry_after") @Nullable Integer retryAfter) {}

    record PaymentPage(
            List<Payment> items,
            @JsonProperty("next_cursor") @Nullable String nextCursor) {}

    record RefundPage(
            List<Refund> items,
            @JsonProperty("next_cursor") @Nullable String nextCursor) {}

    record ReceiptPage(
            List<Receipt> items,
            @JsonProperty("next_cursor") @Nullable String nextCursor) {}
}
