package ru.freesport.console.payments;

import org.springframework.stereotype.Component;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallOutcome;

/** Sends a stored operation through the gateway. */
@Component
class OperationSending {

    private final PaymentGateway gateway;
    private final PaymentTable payments;

    OperationSending(PaymentGateway gateway, PaymentTable payments) {
        this.gateway = gateway;
        this.payments = payments;
    }

    CallOutcome<?> send(Operation operation) {
        return switch (operation.kind()) {
            case CREATE -> gateway.create(operation.key(), operation.body());
            case CAPTURE -> gateway.capture(number(operation), operation.key(), operation.body());
            case CANCEL -> gateway.cancel(number(operation), operation.key());
            case REFUND -> gateway.refund(operation.key(), operation.body());
            case RECEIPT -> gateway.receipt(operation.key(), operation.body());
        };
    }

    /** Whether a refusal is about the shop and not about what was asked. */
    boolean isAboutUs(CallError error) {
        return error == CallError.AUTHENTICATION_FAILED;
    }

    private String number(Operation operation) {
        String number = payments.find(operation.paymentId()).orElseThrow().providerId();
        return java.util.Objects.requireNonNull(number, "the provider has no number for it");
    }
}
