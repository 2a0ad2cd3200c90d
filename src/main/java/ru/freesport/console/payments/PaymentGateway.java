package ru.freesport.console.payments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.shared.Money;

/**
 * A payment provider in our words. What is sent is made once, stored, and sent again byte for byte under the same key; an object that
 * is another shop's, or a test shop's in a live one, comes back as a rejected call.
 */
public interface PaymentGateway {

    /** {@code yookassa} */
    String name();

    /** Whether there is a shop at all. */
    boolean isSet();

    /** Whether calls pass now; costs nothing. */
    boolean isReady();

    /** @param items the receipt, empty for none */
    String creation(Payment payment, List<ReceiptItem> items);

    String capture(Payment payment, Money amount, List<ReceiptItem> items);

    String refund(Payment payment, UUID refundId, Money amount, String description, List<ReceiptItem> items);

    /** @param refundProviderId null: a receipt of the payment itself */
    String receipt(Payment payment, @Nullable String refundProviderId, Money amount, List<ReceiptItem> items);

    CallOutcome<SeenPayment> create(String key, String body);

    CallOutcome<SeenPayment> capture(String providerId, String key, String body);

    CallOutcome<SeenPayment> cancel(String providerId, String key);

    CallOutcome<SeenRefund> refund(String key, String body);

    CallOutcome<SeenReceipt> receipt(String key, String body);

    CallOutcome<SeenPayment> payment(String providerId);

    CallOutcome<SeenRefund> refund(String providerId);

    CallOutcome<SeenReceipt> receipt(String providerId);

    /** All that were created then, however many pages. */
    CallOutcome<List<SeenPayment>> payments(Instant from, Instant before);

    CallOutcome<List<SeenRefund>> refunds(Instant from, Instant before);

    CallOutcome<List<SeenRefund>> refundsOf(String paymentProviderId);

    /** @param refundProviderId null: those of the payment itself */
    CallOutcome<List<SeenReceipt>> receiptsOf(String paymentProviderId, @Nullable String refundProviderId);
}
