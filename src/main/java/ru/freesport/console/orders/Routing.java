package ru.freesport.console.orders;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.SellableVariant;

/** Decides where a row's goods come from, who sells them and at which VAT, by the routes in force. */
final class Routing {

    private final List<OrderRoute> routes;
    private final Map<VatRate, String> organisations;

    /** @param routes in their order; at least one */
    Routing(List<OrderRoute> routes, Map<VatRate, String> organisations) {
        this.routes = routes;
        this.organisations = organisations;
    }

    /** Where goods come from; no warehouse where none is known. */
    record Place(
            @Nullable String warehouseOnecId,
            @Nullable String warehouseName,
            @Nullable OrderRoute route) {}

    /** A rate and who said it. */
    record Vat(VatRate rate, OrderLine.VatSource source) {}

    /** The first route's warehouse that has enough, else any that has, else the one with most, else the first route's. */
    Place place(SellableVariant variant, BigDecimal quantity) {
        List<SellableVariant.InStock> enough = variant.stock().stream()
                .filter(stock -> stock.quantity().compareTo(quantity) >= 0)
                .toList();
        for (OrderRoute route : routes) {
            Optional<SellableVariant.InStock> stock =
                    enough.stream().filter(one -> leadsTo(route, one)).findFirst();
            if (stock.isPresent()) {
                return at(stock.get());
            }
        }
        return enough.stream()
                .findFirst()
                .or(() -> variant.stock().stream().max(Comparator.comparing(SellableVariant.InStock::quantity)))
                .map(this::at)
                .orElseGet(() -> {
                    OrderRoute first = routes.getFirst();
                    return new Place(first.warehouseOnecId(), first.warehouseName(), first);
                });
    }

    /** The warehouse's fixed rate, else the product's, else the general one of the year. */
    Vat vat(Place place, SellableVariant variant, int year) {
        if (place.route != null && place.route.fixedVat() != null) {
            return new Vat(place.route.fixedVat(), OrderLine.VatSource.WAREHOUSE);
        }
        return VatRate.parse(variant.vatRate())
                .map(rate -> new Vat(rate, OrderLine.VatSource.PRODUCT))
                .orElseGet(() -> new Vat(VatRate.generalIn(year), OrderLine.VatSource.DEFAULT));
    }

    String organisation(Place place, VatRate vat) {
        return place.route != null
                ? place.route.organisation()
                : organisations.getOrDefault(vat, routes.getFirst().organisation());
    }

    private Place at(SellableVariant.InStock stock) {
        return routes.stream()
                .filter(route -> leadsTo(route, stock))
                .findFirst()
                .map(route -> new Place(
                        route.warehouseOnecId() == null
                                ? stock.warehouseOnecIds().stream().findFirst().orElse(null)
                                : route.warehouseOnecId(),
                        route.warehouseName(),
                        route))
                .orElseGet(() ->
                        new Place(stock.warehouseOnecIds().stream().findFirst().orElse(null), stock.warehouse(), null));
    }

    private static boolean leadsTo(OrderRoute route, SellableVariant.InStock stock) {
        return route.warehouseOnecId() == null
                ? route.warehouseName().equalsIgnoreCase(stock.warehouse().strip())
                : stock.warehouseOnecIds().contains(route.warehouseOnecId());
    }
}
