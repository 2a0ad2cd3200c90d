package ru.freesport.console.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ru.freesport.console.catalog.SellableVariant;

class OrderSplitTest {

    private static final VatRate[] RATES = {VatRate.of(22), VatRate.of(10), VatRate.of(5), VatRate.NONE};

    @Test
    void rowsOfOneRateFromOneWarehouseAreOnePart() {
        OrderSplit split = new OrderSplit(List.of(
                row("100.00", "1", VatRate.of(22), "a"),
                row("200.00", "1", VatRate.of(10), "a"),
                row("300.00", "1", VatRate.of(22), "a"),
                row("400.00", "1", VatRate.of(22), "b")));
        List<OrderSplit.Draft> parts = split.parts(BigDecimal.ZERO, new BigDecimal("50.00"), "delivery");
        assertThat(parts)
                .extracting(part -> part.total().toPlainString())
                .containsExactly("450.00", "200.00", "400.00");
        assertThat(parts.getFirst().lines()).extracting(OrderLine::position).containsExactly(1, 2, 3);
    }

    @Test
    void theDeliveryIsARowOfTheLargestPartAndOfTheFirstAmongEqual() {
        OrderSplit split = new OrderSplit(List.of(
                row("100.00", "1", VatRate.of(10), "a"),
                row("500.00", "1", VatRate.of(5), "b"),
                row("500.00", "1", VatRate.of(22), "c")));
        List<OrderSplit.Draft> parts = split.parts(BigDecimal.ZERO, new BigDecimal("300.5"), "delivery");
        OrderLine delivery = parts.get(1).lines().getLast();
        assertThat(delivery.kind()).isEqualTo(OrderLine.Kind.DELIVERY);
        assertThat(delivery.variantOnecId()).isEqualTo("ORDER_DELIVERY");
        assertThat(delivery.vat()).isEqualTo(VatRate.of(5));
        assertThat(delivery.sum().toPlainString()).isEqualTo("300.50");
        assertThat(delivery.vatAmount().toPlainString()).isEqualTo("14.31");
    }

    @Test
    void freeDeliveryIsNoRow() {
        List<OrderSplit.Draft> parts = new OrderSplit(List.of(row("1.00", "1", VatRate.of(22), "a")))
                .parts(BigDecimal.ZERO, BigDecimal.ZERO, "delivery");
        assertThat(parts.getFirst().lines()).hasSize(1);
    }

    @Test
    void afterADiscountOfEverythingNothingIsLeft() {
        List<OrderSplit.Draft> parts = new OrderSplit(
                        List.of(row("0.01", "1", VatRate.of(22), "a"), row("99.99", "3", VatRate.of(10), "a")))
                .parts(new BigDecimal("299.98"), BigDecimal.ZERO, "delivery");
        assertThat(parts).allSatisfy(part -> assertThat(part.total()).isEqualByComparingTo("0"));
    }

    @Test
    void headAndRowsAgreeToTheKopeckWhateverIsOrdered() {
        Random random = new Random(2);
        for (int round = 0; round < 5_000; round++) {
            List<OrderSplit.Wanted> rows = new ArrayList<>();
            for (int row = 0; row <= random.nextInt(15); row++) {
                rows.add(row(
                        BigDecimal.valueOf(random.nextInt(1_000_000), 2).toPlainString(),
                        BigDecimal.valueOf(1 + random.nextInt(20_000), 3).toPlainString(),
                        RATES[random.nextInt(RATES.length)],
                        String.valueOf((char) ('a' + random.nextInt(3)))));
            }
            OrderSplit split = new OrderSplit(rows);
            BigDecimal goods = split.goods();
            BigDecimal discount =
                    BigDecimal.valueOf((long) (goods.movePointRight(2).longValueExact() * random.nextDouble()), 2);
            BigDecimal delivery = BigDecimal.valueOf(random.nextInt(100_000), 2);
            List<OrderSplit.Draft> parts = split.parts(discount, delivery, "delivery");

            BigDecimal total = parts.stream().map(OrderSplit.Draft::total).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(total).isEqualByComparingTo(goods.subtract(discount).add(delivery));
            assertThat(parts.stream().mapToInt(part -> part.lines().size()).sum())
                    .isEqualTo(rows.size() + (delivery.signum() > 0 ? 1 : 0));
            assertThat(parts)
                    .allSatisfy(part -> assertThat(part.lines()).allSatisfy(line -> {
                        assertThat(line.vat()).isEqualTo(part.vat());
                        assertThat(line.sum()).isNotNegative();
                        assertThat(line.sum().scale()).isEqualTo(2);
                        assertThat(line.vatAmount()).isEqualTo(part.vat().includedIn(line.sum()));
                    }));
        }
    }

    private static OrderSplit.Wanted row(String price, String quantity, VatRate vat, String warehouse) {
        return new OrderSplit.Wanted(
                new SellableVariant("v", "p", "name", null, null, null, true, List.of(), List.of()),
                new BigDecimal(quantity),
                new BigDecimal(price),
                new Routing.Place(warehouse, warehouse, null),
                "ORG",
                new Routing.Vat(vat, OrderLine.VatSource.PRODUCT),
                null);
    }
}
