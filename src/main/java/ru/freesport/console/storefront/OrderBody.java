package ru.freesport.console.storefront;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.ExportState;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderDelivery;
import ru.freesport.console.orders.OrderLine;
import ru.freesport.console.orders.OrderPart;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.orders.PaymentStatus;
import ru.freesport.console.payments.Payment;

/** An order as the storefront sees it. */
@Schema(name = "Order")
record OrderBody(
        String number,
        UUID customerId,
        Instant placedAt,
        MoneyBody goods,
        MoneyBody discount,
        Delivery delivery,

        @Schema(description = "goods − discount + delivery; also the sum of the parts")
        MoneyBody total,

        OrderStatus status,
        PaymentStatus paymentStatus,

        @Schema(description = "How far the order is on its way to 1C; of several parts the one farthest behind")
        ExportState exportStatus,

        @Nullable String comment,
        List<Part> parts,
        @Schema(description = "Newest first") List<PaymentBody> payments,

        List<Map<String, Object>> shipments) {

    @Schema(name = "OrderPart", description = "The rows of one VAT rate from one warehouse")
    record Part(
            String number,
            @Nullable String warehouse,

            @Schema(description = "Per cent, or NONE", example = "22")
            String vatRate,

            MoneyBody total,
            MoneyBody vat,
            OrderStatus status,
            ExportState exportStatus,
            @Nullable String onecNumber,
            List<Line> lines) {}

    @Schema(name = "OrderLine")
    record Line(
            OrderLine.Kind kind,
            String variantId,
            String name,
            BigDecimal quantity,
            MoneyBody price,
            MoneyBody discount,
            MoneyBody sum,
            MoneyBody vat,

            @Schema(description = "false: the catalogue lists no such price for the variant")
            boolean priceListed) {}

    @Schema(name = "OrderDelivery")
    record Delivery(
            @Nullable String carrier,
            @Nullable String kind,
            @Nullable String pointCode,
            @Nullable String address,
            MoneyBody cost) {

        /** An address is personal and never goes to logs. */
        @Override
        public String toString() {
            return "Delivery[" + carrier + "]";
        }
    }

    static OrderBody of(Order order) {
        return of(order, List.of());
    }

    static OrderBody of(Order order, List<Payment> payments) {
        String currency = order.currency();
        OrderDelivery delivery = order.delivery();
        return new OrderBody(
                order.number(),
                order.customerId(),
                order.placedAt(),
                MoneyBody.of(order.goods(), currency),
                MoneyBody.of(order.discount(), currency),
                new Delivery(
                        delivery.carrier(),
                        delivery.kind(),
                        delivery.pointCode(),
                        delivery.address(),
                        MoneyBody.of(delivery.cost(), currency)),
                MoneyBody.of(order.total(), currency),
                order.status(),
                order.paymentStatus(),
                order.exportState(),
                order.comment(),
                order.parts().stream().map(part -> part(part, currency)).toList(),
                payments.stream().map(PaymentBody::of).toList(),
                List.of());
    }

    private static Part part(OrderPart part, String currency) {
        return new Part(
                part.number(),
                part.warehouseName(),
                part.vat().code(),
                MoneyBody.of(part.total(), currency),
                MoneyBody.of(part.vatAmount(), currency),
                part.status(),
                part.exportState(),
                part.onecNumber(),
                part.lines().stream().map(line -> line(line, currency)).toList());
    }

    private static Line line(OrderLine line, String currency) {
        return new Line(
                line.kind(),
                line.variantOnecId(),
                line.name(),
                Quantities.plain(line.quantity()),
                MoneyBody.of(line.price(), currency),
                MoneyBody.of(line.discount(), currency),
                MoneyBody.of(line.sum(), currency),
                MoneyBody.of(line.vatAmount(), currency),
                line.isPriceListed());
    }
}
