package ru.freesport.console.onec.commerceml;

import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.statuses.ReportedOrder;

/** Takes what a file of order documents holds, in its order. Whatever it throws ends the reading and reaches the caller unchanged. */
public interface OrderDocumentSink {

    void header(Header header) throws Exception;

    void order(ReportedOrder order, Position at) throws Exception;

    /** A document, or a part of the one before, that cannot be taken; {@code name} is the document's number or id. */
    void problem(@Nullable String name, RowProblem reason, @Nullable String detail, Position at) throws Exception;

    /** A document about something else than an order: a payment, a shipment. */
    void other(String operation, Position at) throws Exception;
}
