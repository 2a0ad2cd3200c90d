package ru.freesport.console.orders;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.SellableVariant;
import ru.freesport.console.shared.KopeckShares;

/**
 * Divides an order into what 1C takes as one document: the rows of one VAT rate from one warehouse. The discount is
 * spread over all goods; the delivery is a row of the largest part. Sums agree to the kopeck at every level.
 */
final class OrderSplit {

    private static final int KOPECKS = 2;

    private final List<Wanted> wanted;

    OrderSplit(List<Wanted> wanted) {
        this.wanted = wanted;
    }

    /** A wished row with all that was found out about it. */
    record Wanted(
            SellableVariant variant,
            BigDecimal quantity,
            BigDecimal price,
            Routing.Place place,
            String organisation,
            Routing.Vat vat,
            SellableVariant.@Nullable Listed listed) {

        BigDecimal sum() {
            return price.multiply(quantity).setScale(KOPECKS, RoundingMode.HALF_UP);
        }
    }

    /** A part before it has a number. */
    record Draft(Routing.Place place, String organisation, VatRate vat, List<OrderLine> lines) {

        BigDecimal total() {
            return lines.stream().map(OrderLine::sum).reduce(BigDecimal.ZERO.setScale(KOPECKS), BigDecimal::add);
        }

        BigDecimal vatAmount() {
            return lines.stream().map(OrderLine::vatAmount).reduce(BigDecimal.ZERO.setScale(KOPECKS), BigDecimal::add);
        }
    }

    BigDecimal goods() {
        return wanted.stream().map(Wanted::sum).reduce(BigDecimal.ZERO.setScale(KOPECKS), BigDecimal::add);
    }

    /** @param discount at most {@link #goods()} */
    List<Draft> parts(BigDecimal discount, BigDecimal deliveryCost, String deliveryName) {
        List<BigDecimal> discounts =
                KopeckShares.of(discount, wanted.stream().map(Wanted::sum).toList());
        Map<Key, Draft> parts = new LinkedHashMap<>();
        for (int at = 0; at < wanted.size(); at++) {
            Wanted row = wanted.get(at);
            Draft part = parts.computeIfAbsent(
                    new Key(row.vat.rate(), row.place.warehouseOnecId(), row.place.warehouseName()),
                    key -> new Draft(row.place, row.organisation, key.vat, new ArrayList<>()));
            part.lines.add(line(row, discounts.get(at), part.lines.size() + 1));
        }
        List<Draft> result = List.copyOf(parts.values());
        if (deliveryCost.signum() > 0) {
            Draft largest = result.stream()
                    .max(Comparator.comparing(Draft::total).thenComparing(part -> -result.indexOf(part)))
                    .orElseThrow();
            largest.lines.add(delivery(largest, deliveryCost.setScale(KOPECKS), deliveryName));
        }
        return result;
    }

    private record Key(
            VatRate vat,
            @Nullable String warehouseOnecId,
            @Nullable String warehouseName) {}

    private static OrderLine line(Wanted row, BigDecimal discount, int position) {
        BigDecimal sum = row.sum().subtract(discount);
        SellableVariant.Listed listed = row.listed;
        return new OrderLine(
                position,
                OrderLine.Kind.GOODS,
                row.variant.onecId(),
                row.variant.name(),
                row.variant.article(),
                row.variant.unit(),
                row.quantity,
                row.price,
                discount,
                sum,
                row.vat.rate(),
                row.vat.source(),
                row.vat.rate().includedIn(sum),
                listed == null ? null : listed.level(),
                listed == null ? null : listed.priceType(),
                listed != null);
    }

    private static OrderLine delivery(Draft part, BigDecimal cost, String name) {
        return new OrderLine(
                part.lines.size() + 1,
                OrderLine.Kind.DELIVERY,
                OrderLine.DELIVERY_ID,
                name,
                null,
                null,
                BigDecimal.ONE,
                cost,
                BigDecimal.ZERO.setScale(KOPECKS),
                cost,
                part.vat,
                part.lines.getFirst().vatSource(),
                part.vat.includedIn(cost),
                null,
                null,
                true);
    }
}
