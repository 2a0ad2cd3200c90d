package ru.freesport.console.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ru.freesport.console.catalog.SellableVariant;

class RoutingTest {

    private final Routing routing = new Routing(
            List.of(
                    route("main-id", "Main", "ORG-A", null),
                    route(null, "By name", "ORG-A", VatRate.of(22)),
                    route("five-id", "Five", "ORG-B", VatRate.of(5))),
            Map.of(VatRate.of(10), "ORG-C", VatRate.of(5), "ORG-B"));

    @Test
    void goodsComeFromTheFirstRouteThatHasEnough() {
        SellableVariant variant = variant("10", stock("five-id", "Five", "100"), stock("main-id", "Main", "3"));
        assertThat(routing.place(variant, new BigDecimal("3")).warehouseOnecId())
                .isEqualTo("main-id");
        assertThat(routing.place(variant, new BigDecimal("3.001")).warehouseOnecId())
                .isEqualTo("five-id");
    }

    @Test
    void aWarehouseWithoutARouteIsTakenWhenNoRouteHasEnough() {
        SellableVariant variant = variant("10", stock("main-id", "Main", "1"), stock("other-id", "Other", "9"));
        Routing.Place place = routing.place(variant, new BigDecimal("5"));
        assertThat(place.warehouseName()).isEqualTo("Other");
        assertThat(routing.organisation(place, VatRate.of(10))).isEqualTo("ORG-C");
        assertThat(routing.organisation(place, VatRate.of(22))).isEqualTo("ORG-A");
    }

    @Test
    void whereNothingIsEnoughTheMostIsTakenAndWhereNothingIsTheFirstRoute() {
        SellableVariant variant = variant("10", stock("main-id", "Main", "1"), stock("five-id", "Five", "2"));
        assertThat(routing.place(variant, new BigDecimal("5")).warehouseName()).isEqualTo("Five");
        assertThat(routing.place(variant("10"), new BigDecimal("5")).warehouseName())
                .isEqualTo("Main");
    }

    @Test
    void aRouteWithoutAnIdIsKnownByItsName() {
        Routing.Place place = routing.place(variant("10", stock("some-id", "By name", "5")), new BigDecimal("5"));
        assertThat(place.warehouseOnecId()).isEqualTo("some-id");
        assertThat(routing.organisation(place, VatRate.of(22))).isEqualTo("ORG-A");
    }

    @Test
    void theWarehousesFixedRateWinsThenTheProductsThenTheGeneralOne() {
        SellableVariant ten = variant("10", stock("five-id", "Five", "5"));
        assertThat(vat(ten)).isEqualTo(new Routing.Vat(VatRate.of(5), OrderLine.VatSource.WAREHOUSE));
        assertThat(vat(variant("10", stock("main-id", "Main", "5"))))
                .isEqualTo(new Routing.Vat(VatRate.of(10), OrderLine.VatSource.PRODUCT));
        assertThat(vat(variant("NO_VAT", stock("main-id", "Main", "5"))))
                .isEqualTo(new Routing.Vat(VatRate.NONE, OrderLine.VatSource.PRODUCT));
        assertThat(vat(variant(null, stock("main-id", "Main", "5"))))
                .isEqualTo(new Routing.Vat(VatRate.of(22), OrderLine.VatSource.DEFAULT));
    }

    private Routing.Vat vat(SellableVariant variant) {
        return routing.vat(routing.place(variant, BigDecimal.ONE), variant, 2026);
    }

    private static OrderRoute route(
            @Nullable String onecId, String name, String organisation, @Nullable VatRate fixed) {
        return new OrderRoute(1, onecId, name, organisation, fixed, 1, 0, "test", Instant.EPOCH);
    }

    private static SellableVariant.InStock stock(String onecId, String name, String quantity) {
        return new SellableVariant.InStock(List.of(onecId), name, new BigDecimal(quantity));
    }

    private static SellableVariant variant(@Nullable String vat, SellableVariant.InStock... stock) {
        return new SellableVariant("v", "p", "name", null, null, vat, true, List.of(), List.of(stock));
    }
}
