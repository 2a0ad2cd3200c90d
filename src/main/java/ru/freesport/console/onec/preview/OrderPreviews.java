package ru.freesport.console.onec.preview;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.catalog.Mappings;
import ru.freesport.console.catalog.WarehouseUse;
import ru.freesport.console.onec.commerceml.OrderWriter;
import ru.freesport.console.onec.commerceml.WrittenOrder;
import ru.freesport.console.onec.exchange.SaleDocuments;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderHandover;
import ru.freesport.console.orders.OrderPart;
import ru.freesport.console.orders.OrderRoute;
import ru.freesport.console.orders.OrderRoutes;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.PartForExport;

/** Writes an order's documents as the next question of 1C would be answered, reads them back and says what is wrong. */
@Service
public class OrderPreviews {

    private static final String MAY_LOOK =
            "hasAnyRole('ADMIN', 'MANAGER', 'OPERATIONS', 'SUPPORT', 'FINANCE', 'VIEWER')";
    private static final String MAY_REVEAL = "hasAnyRole('ADMIN', 'MANAGER', 'OPERATIONS', 'SUPPORT')";

    private final OrderHandover handover;
    private final Orders orders;
    private final OrderRoutes routes;
    private final Mappings mappings;
    private final SaleDocuments documents;
    private final Clock clock;

    OrderPreviews(
            OrderHandover handover,
            Orders orders,
            OrderRoutes routes,
            Mappings mappings,
            SaleDocuments documents,
            Clock clock) {
        this.handover = handover;
        this.orders = orders;
        this.routes = routes;
        this.mappings = mappings;
        this.documents = documents;
        this.clock = clock;
    }

    /** Of every part, in their order; one whose rows do not add up cannot be written, and 1C never gets it. */
    @PreAuthorize(MAY_LOOK)
    public List<OrderPreview> of(Order order) {
        // the documents are personal, what is told of them here is not
        return RunAs.system(() -> handover
                .find(order.parts().stream().map(OrderPart::onecKey).toList())
                .stream()
                .filter(OrderWriter::isSound)
                .map(this::preview)
                .toList());
    }

    /** The part's document with everything in it; that somebody saw it is written down. */
    @PreAuthorize(MAY_REVEAL)
    public Optional<PreviewDocument> document(Order order, String key) {
        return handover.find(List.of(key)).stream()
                .filter(part -> part.orderNumber().equals(order.number()) && OrderWriter.isSound(part))
                .findFirst()
                .filter(_ -> orders.reveal(order.number()).isPresent())
                .map(part -> new PreviewDocument(bytes(part), documents.charset()));
    }

    /** The schema the documents are written in: the one 1C asked for last. */
    public String version() {
        return documents.lastVersion();
    }

    private OrderPreview preview(PartForExport part) {
        WrittenOrder written = WrittenOrder.read(bytes(part));
        String organisation = written.organisation() == null ? "" : written.organisation();
        return OrderPreview.of(
                part.key(),
                written,
                NameSpelling.of(organisation, organisations()),
                written.warehouse() == null
                        ? null
                        : NameSpelling.of(written.warehouse(), warehouses(part.warehouseOnecId())));
    }

    private byte[] bytes(PartForExport part) {
        return documents.orders(List.of(part), documents.lastVersion(), clock.instant());
    }

    private List<String> organisations() {
        List<String> known = new ArrayList<>(
                routes.list().stream().map(OrderRoute::organisation).toList());
        known.addAll(routes.organisationsByVat().values());
        return known;
    }

    /** As the routes spell it, and as 1C itself did when it named the warehouse. */
    private List<String> warehouses(@Nullable String onecId) {
        return Stream.concat(
                        routes.list().stream().map(OrderRoute::warehouseName),
                        mappings.warehouseIds().stream()
                                .filter(use -> use.onecId().equals(onecId))
                                .map(WarehouseUse::warehouseName))
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
