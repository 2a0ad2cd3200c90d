package ru.freesport.console.storefront;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.NewOrder;
import ru.freesport.console.orders.OrderDelivery;

/** An order as the storefront places it; prices include VAT. */
@Schema(name = "OrderRequest")
record OrderRequest(
        @NotNull UUID customerId,
        @NotNull @Valid List<@NotNull @Valid Line> lines,
        @Nullable @Valid Delivery delivery,

        @Nullable @Valid @Schema(description = "Off the goods of the whole order, delivery not included")
        MoneyBody discount,

        @Nullable @Size(max = 1000) String comment) {

    @Schema(name = "OrderLineRequest")
    record Line(
            @NotBlank @Schema(description = "The variant's 1C id")
            String variantId,

            @NotNull @Schema(example = "2") BigDecimal quantity,
            @NotNull @Valid MoneyBody price) {}

    @Schema(name = "OrderDeliveryRequest")
    record Delivery(
            @Nullable @Size(max = 40) @Schema(example = "cdek")
            String carrier,

            @Nullable @Size(max = 40) @Schema(example = "POINT")
            String kind,

            @Nullable @Size(max = 40) String pointCode,
            @Nullable @Size(max = 500) String address,
            @Nullable @Valid MoneyBody cost) {}

    NewOrder order() {
        return new NewOrder(
                customerId,
                lines.stream()
                        .map(line -> new NewOrder.Line(line.variantId.strip(), line.quantity, line.price.amount()))
                        .toList(),
                delivery == null
                        ? OrderDelivery.NONE
                        : new OrderDelivery(
                                delivery.carrier,
                                delivery.kind,
                                delivery.pointCode,
                                delivery.address,
                                amount(delivery.cost)),
                amount(discount),
                comment == null || comment.isBlank() ? null : comment.strip());
    }

    private static BigDecimal amount(@Nullable MoneyBody money) {
        return money == null ? BigDecimal.ZERO : money.amount();
    }

    /** An address is personal and never goes to logs. */
    @Override
    public String toString() {
        return "OrderRequest[" + lines.size() + " lines]";
    }
}
