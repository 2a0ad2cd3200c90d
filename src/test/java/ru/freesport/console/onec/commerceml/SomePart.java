package ru.freesport.console.onec.commerceml;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.SellableVariant;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerLevel;
import ru.freesport.console.customers.CustomerOrigin;
import ru.freesport.console.customers.CustomerRole;
import ru.freesport.console.customers.CustomerStanding;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.customers.SyncState;
import ru.freesport.console.customers.Verification;
import ru.freesport.console.orders.ExportState;
import ru.freesport.console.orders.OrderDelivery;
import ru.freesport.console.orders.OrderLine;
import ru.freesport.console.orders.PartForExport;
import ru.freesport.console.orders.PaymentStatus;
import ru.freesport.console.orders.VatRate;

/** An order part that no database knows: two balls with a discount and their delivery. */
public final class SomePart {

    public static final Instant PLACED = Instant.parse("2026-11-25T20:30:05Z");

    private static final VatRate VAT = VatRate.of(22);

    private static final Customer CUSTOMER = new Customer(
            new UUID(0, 7),
            10_001,
            CustomerType.COMPANY,
            "buh@example.org",
            "+74950000000",
            null,
            "Анна",
            null,
            "Иванова",
            "ООО «Мяч & Ко»",
            "7707083893",
            "770701001",
            null,
            null,
            null,
            new CustomerStanding(
                    CustomerRole.RETAIL,
                    CustomerLevel.RETAIL,
                    Verification.NONE,
                    CustomerOrigin.SHOP,
                    SyncState.LOCAL,
                    null,
                    null,
                    false,
                    null),
            PLACED,
            PLACED,
            1);

    private SomePart() {}

    public static PartForExport of(String number, @Nullable String comment) {
        List<OrderLine> lines = List.of(
                line(1, OrderLine.Kind.GOODS, "p-1#v-1", "Мяч «Лига» №5", "2", "1012.00", "24.00", "2000.00", "360.66"),
                line(
                        2,
                        OrderLine.Kind.DELIVERY,
                        OrderLine.DELIVERY_ID,
                        "Доставка",
                        "1",
                        "300.00",
                        "0",
                        "300.00",
                        "54.10"));
        return of(number, comment, lines, "2300.00", "414.76");
    }

    public static PartForExport of(
            String number, @Nullable String comment, List<OrderLine> lines, String total, String vatAmount) {
        return new PartForExport(
                "order-" + number,
                number,
                number.substring(0, number.length() - 1),
                1,
                PLACED,
                CUSTOMER,
                "ИП Иванов И. И.",
                "8f06f4f1-b3f0-11ea-81c3-00155d3cae02",
                "1 СДВ склад",
                "RUB",
                VAT,
                true,
                new BigDecimal(total),
                new BigDecimal(vatAmount),
                lines,
                "Опт 1",
                "Стандартное",
                "Реализация",
                "Резервировать",
                "Не согласован",
                new OrderDelivery("cdek", "DOOR", null, "г. Тверь, ул. Ленина, 1", new BigDecimal("300.00")),
                PaymentStatus.UNPAID,
                comment,
                ExportState.NEW,
                0);
    }

    public static OrderLine line(
            int position,
            OrderLine.Kind kind,
            String id,
            String name,
            String quantity,
            String price,
            String discount,
            String sum,
            String vat) {
        boolean isGoods = kind == OrderLine.Kind.GOODS;
        return new OrderLine(
                position,
                kind,
                id,
                name,
                isGoods ? "ART-1" : null,
                isGoods ? new SellableVariant.Unit("796", "шт", "Штука", "PCE") : null,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(discount),
                new BigDecimal(sum),
                VAT,
                OrderLine.VatSource.PRODUCT,
                new BigDecimal(vat),
                null,
                isGoods ? "Опт 1" : null,
                isGoods);
    }
}
