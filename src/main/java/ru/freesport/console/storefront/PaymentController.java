package ru.freesport.console.storefront;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.PaymentStatus;
import ru.freesport.console.payments.Payment;
import ru.freesport.console.payments.PaymentBegin;
import ru.freesport.console.payments.PaymentState;
import ru.freesport.console.payments.Payments;

/** Payments of orders, as the storefront asks for them. */
@RestController
@RequestMapping("/api/v1/orders")
@Tag(name = "payments")
class PaymentController {

    private final Orders orders;
    private final OrderPayments wishes;
    private final Payments payments;
    private final IdempotentCalls calls;

    PaymentController(Orders orders, OrderPayments wishes, Payments payments, IdempotentCalls calls) {
        this.orders = orders;
        this.wishes = wishes;
        this.payments = payments;
        this.calls = calls;
    }

    /** What is remembered for the key; how the payment stands is read anew. */
    record BegunBody(UUID id) {}

    @PostMapping("/{number}/payments")
    @PreAuthorize("hasAuthority('SCOPE_orders:write')")
    @Operation(
            summary = "Asks for an order to be paid and answers with the page to pay on",
            description =
                    "An order waits for one payment at a time: asked again, it answers with the same one (200). 409"
                            + " when the order is paid or cancelled; 503 when the provider cannot be reached now.",
            operationId = "payOrder")
    ResponseEntity<PaymentBody> pay(
            @PathVariable String number,
            @RequestHeader(name = IdempotentCalls.KEY, required = false) @Nullable String key,
            @RequestBody @Valid PaymentRequest body) {
        Order order = orders.find(number).orElseThrow(() -> Refusal.notFound("order " + number));
        payments.refreshOpen(order.number());
        ResponseEntity<BegunBody> begun =
                calls.once(key, "POST /api/v1/orders/" + order.number() + "/payments", body, BegunBody.class, () -> {
                    PaymentBegin.Begun one = begin(order, body.returnUrl());
                    return ResponseEntity.status(one.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                            .location(URI.create("/api/v1/orders/" + order.number()))
                            .body(new BegunBody(one.paymentId()));
                });
        UUID id = java.util.Objects.requireNonNull(begun.getBody()).id();
        return answer(payments.send(id), begun);
    }

    private PaymentBegin.Begun begin(Order order, String returnUrl) {
        if (order.status() == OrderStatus.CANCELLED) {
            throw Refusal.conflict("The order is cancelled");
        }
        if (order.paymentStatus() != PaymentStatus.UNPAID) {
            throw Refusal.conflict("The order is paid");
        }
        return switch (payments.begin(wishes.of(order, returnUrl))) {
            case PaymentBegin.Begun begun -> begun;
            case PaymentBegin.Refused refused -> throw refusal(refused);
        };
    }

    private static Refusal refusal(PaymentBegin.Refused refused) {
        return switch (refused.rule()) {
            case ALREADY_PAID -> Refusal.conflict("The order is paid: " + refused.value());
            case OTHER_AMOUNT_WAITS ->
                Refusal.conflict("The order waits for a payment of another sum: " + refused.value());
            case NO_PROVIDER -> Refusal.later("The shop takes no payments yet");
            case RETURN_URL_WRONG -> wrong("returnUrl", refused);
            case NO_CONTACT -> wrong("customer", refused);
            case AMOUNT_NOT_POSITIVE, LINES_DIFFER_FROM_AMOUNT -> wrong("total", refused);
        };
    }

    private static Refusal wrong(String field, PaymentBegin.Refused refused) {
        return Refusal.unprocessable(
                "The order cannot be paid",
                List.of(new Refusal.Wrong(field, refused.rule().name(), ProblemWords.of(refused))));
    }

    private static ResponseEntity<PaymentBody> answer(Payment payment, ResponseEntity<?> begun) {
        if (payment.state() == PaymentState.PENDING && payment.confirmationUrl() == null) {
            throw Refusal.later("The payment provider cannot be reached now; the payment is kept, ask again");
        }
        if (payment.state() == PaymentState.CANCELED && payment.providerId() == null) {
            throw Refusal.conflict("The payment provider refused the payment; ask anew with another Idempotency-Key");
        }
        return ResponseEntity.status(begun.getStatusCode())
                .headers(begun.getHeaders())
                .body(PaymentBody.of(payment));
    }
}
