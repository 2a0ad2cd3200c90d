package ru.freesport.console.storefront;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.freesport.console.orders.Cancellation;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderCancelling;
import ru.freesport.console.orders.OrderViolation;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.Placement;
import ru.freesport.console.payments.Payments;

/** Orders, as the storefront places and follows them. */
@RestController
@RequestMapping("/api/v1/orders")
@Tag(name = "orders")
class OrderController {

    private final Orders orders;
    private final OrderCancelling cancelling;
    private final Payments payments;
    private final IdempotentCalls calls;

    OrderController(Orders orders, OrderCancelling cancelling, Payments payments, IdempotentCalls calls) {
        this.orders = orders;
        this.cancelling = cancelling;
        this.payments = payments;
        this.calls = calls;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('SCOPE_orders:write')")
    @Operation(summary = "Places an order", operationId = "placeOrder")
    ResponseEntity<OrderBody> place(
            @RequestHeader(name = IdempotentCalls.KEY, required = false) @Nullable String key,
            @RequestBody @Valid OrderRequest body) {
        return calls.once(key, "POST /api/v1/orders", body, OrderBody.class, () -> {
            Order order = switch (orders.place(body.order())) {
                case Placement.Placed placed -> placed.order();
                case Placement.Refused refused ->
                    throw Refusal.unprocessable("The order cannot be placed", wrong(refused.violations()));
            };
            return ResponseEntity.created(URI.create("/api/v1/orders/" + order.number()))
                    .body(OrderBody.of(order));
        });
    }

    @GetMapping("/{number}")
    @PreAuthorize("hasAuthority('SCOPE_orders:read')")
    @Operation(summary = "One order, by its number or a part's", operationId = "getOrder")
    OrderBody find(@PathVariable String number) {
        Order order = orders.find(number).orElseThrow(() -> Refusal.notFound("order " + number));
        return OrderBody.of(order, payments.ofOrder(order.number()));
    }

    @PostMapping("/{number}/cancel")
    @PreAuthorize("hasAuthority('SCOPE_orders:write')")
    @Operation(
            summary = "Cancels an order that 1C was not offered yet",
            description = "Cancelling twice is the same as once; 409 when it is too late.",
            operationId = "cancelOrder")
    ResponseEntity<OrderBody> cancel(
            @PathVariable String number,
            @RequestHeader(name = IdempotentCalls.KEY, required = false) @Nullable String key,
            @RequestBody(required = false) @Valid @Nullable CancelRequest body) {
        String reason = body == null || body.reason() == null ? "" : body.reason();
        return calls.once(
                key,
                "POST /api/v1/orders/" + number + "/cancel",
                reason,
                OrderBody.class,
                () -> switch (cancelling.cancel(number, reason)) {
                    case Cancellation.Cancelled done ->
                        ResponseEntity.ok(OrderBody.of(
                                done.order(), payments.ofOrder(done.order().number())));
                    case Cancellation.Unknown _ -> throw Refusal.notFound("order " + number);
                    case Cancellation.Refused refused ->
                        throw Refusal.conflict(
                                refused.why() == Cancellation.Why.WITH_ONEC
                                        ? "1C has been offered the order: only the shop can cancel it now"
                                        : "The order has come to its end: "
                                                + refused.order().status());
                });
    }

    private static List<Refusal.Wrong> wrong(List<OrderViolation> violations) {
        return violations.stream()
                .map(one -> new Refusal.Wrong(
                        one.line() == null
                                ? one.rule().field()
                                : "lines[" + one.line() + "]." + one.rule().field(),
                        one.rule().name(),
                        ProblemWords.of(one)))
                .toList();
    }
}
