package ru.freesport.console.payments.yookassa;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallFailure;
import ru.freesport.console.payments.CancellationCause;
import ru.freesport.console.payments.PaymentMethod;
import ru.freesport.console.payments.PaymentState;
import ru.freesport.console.payments.ReceiptState;
import ru.freesport.console.payments.RefundState;
import ru.freesport.console.payments.SeenPayment;
import ru.freesport.console.payments.SeenReceipt;
import ru.freesport.console.payments.SeenRefund;

/** Says in our words what YooKassa shows; another shop's object, and a test object in a live shop, mean nothing to us. */
final class Meaning {

    private final YooKassaSettings settings;

    Meaning(YooKassaSettings settings) {
        this.settings = settings;
    }

    SeenPayment of(Wire.Payment payment) {
        if (payment.test() && settings.live()) {
            throw new CallFailure(CallError.DATA_FORMAT_ERROR, false, "A test shop's payment " + payment.id());
        }
        if (!payment.recipient().accountId().equals(settings.shop())) {
            throw new CallFailure(CallError.DATA_FORMAT_ERROR, false, "Another shop's payment " + payment.id());
        }
        return new SeenPayment(
                payment.id(),
                number(payment.metadata(), Bodies.PAYMENT),
                text(payment.metadata(), Bodies.ORDER),
                state(payment.status()),
                payment.status(),
                payment.amount().money(),
                payment.refundedAmount() == null
                        ? payment.amount().money().zero()
                        : payment.refundedAmount().money(),
                payment.incomeAmount() == null ? null : payment.incomeAmount().money(),
                time(payment.createdAt()),
                timeIfAny(payment.capturedAt()),
                timeIfAny(payment.expiresAt()),
                payment.confirmation() == null ? null : payment.confirmation().confirmationUrl(),
                method(payment.paymentMethod(), payment.authorizationDetails()),
                cause(payment.cancellationDetails()),
                payment.receiptRegistration());
    }

    SeenRefund of(Wire.Refund refund) {
        return new SeenRefund(
                refund.id(),
                refund.paymentId(),
                number(refund.metadata(), Bodies.REFUND),
                switch (refund.status()) {
                    case "pending" -> RefundState.PENDING;
                    case "succeeded" -> RefundState.SUCCEEDED;
                    case "canceled" -> RefundState.CANCELED;
                    default -> null;
                },
                refund.status(),
                refund.amount().money(),
                time(refund.createdAt()),
                cause(refund.cancellationDetails()),
                refund.receiptRegistration());
    }

    SeenReceipt of(Wire.Receipt receipt) {
        return new SeenReceipt(
                receipt.id(),
                receipt.paymentId(),
                receipt.refundId(),
                switch (receipt.status()) {
                    case "pending" -> ReceiptState.PENDING;
                    case "succeeded" -> ReceiptState.SUCCEEDED;
                    case "canceled" -> ReceiptState.CANCELED;
                    default -> null;
                },
                receipt.status(),
                receipt.fiscalDocumentNumber(),
                receipt.fiscalStorageNumber(),
                receipt.fiscalAttribute(),
                timeIfAny(receipt.registeredAt()));
    }

    private static @Nullable PaymentState state(String status) {
        return switch (Decision.ofObject(status)) {
            case DONE -> PaymentState.SUCCEEDED;
            case HELD -> PaymentState.WAITING_FOR_CAPTURE;
            case FAILED -> PaymentState.CANCELED;
            case UNDECIDED -> status.equals("pending") ? PaymentState.PENDING : null;
            case REFUSED, UNKNOWN -> throw new IllegalStateException("An object is shown: " + status);
        };
    }

    private static @Nullable PaymentMethod method(
            Wire.@Nullable Method method, Wire.@Nullable Authorization authorization) {
        if (method == null) {
            return null;
        }
        Wire.Card card = method.card();
        return new PaymentMethod(
                method.type(),
                method.title(),
                card == null ? null : card.first6(),
                card == null ? null : card.last4(),
                authorization == null ? null : authorization.rrn(),
                authorization == null ? null : authorization.authCode());
    }

    private static @Nullable CancellationCause cause(Wire.@Nullable Cancellation details) {
        return details == null ? null : new CancellationCause(details.party(), details.reason());
    }

    private static @Nullable String text(@Nullable Map<String, String> metadata, String name) {
        return metadata == null ? null : metadata.get(name);
    }

    /** Ours are UUIDs; what somebody else wrote there means nothing. */
    private static @Nullable UUID number(@Nullable Map<String, String> metadata, String name) {
        String text = text(metadata, name);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }

    private static @Nullable Instant timeIfAny(@Nullable String text) {
        return text == null ? null : time(text);
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw new CallFailure(CallError.DATA_FORMAT_ERROR, true, "Not a time: " + text, unreadable);
        }
    }
}
