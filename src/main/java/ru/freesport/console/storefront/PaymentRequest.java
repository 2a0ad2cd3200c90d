package ru.freesport.console.storefront;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** How a customer wants to pay an order. */
@Schema(name = "PaymentRequest")
record PaymentRequest(
        @NotBlank @Size(max = 2048) @Schema(
                description = "Where the customer comes back to, paid or not: read the order there",
                example = "https://shop.example/orders/0000125001")
        String returnUrl) {}
