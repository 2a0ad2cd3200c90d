package ru.freesport.console.orders.statuses;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.OrderEvent;
import ru.freesport.console.orders.OrderStatus;

/** Tells on the order's time line what is new about a part: only what differs from before. */
final class PartNews {

    private final KnownPart part;
    private final ReportFacts was;
    private final ReportFacts is;
    private final ReportEvents events;

    PartNews(KnownPart part, ReportEvents events) {
        this.part = part;
        this.was = part.factsBefore();
        this.is = part.facts();
        this.events = events;
    }

    void note() {
        events.touch(part.orderId);
        status();
        date(was.paidOn(), is.paidOn(), OrderEvent.Kind.PAID_IN_ONEC);
        date(was.shippedOn(), is.shippedOn(), OrderEvent.Kind.SHIPPED_IN_ONEC);
        turned(was.isPaymentWithdrawn(), is.isPaymentWithdrawn(), OrderEvent.Kind.PAYMENT_WITHDRAWN, is.paidOn());
        turned(was.isShipmentWithdrawn(), is.isShipmentWithdrawn(), OrderEvent.Kind.SHIPMENT_WITHDRAWN, is.shippedOn());
        boolean wasDeleted = Boolean.TRUE.equals(was.isDeleted());
        boolean isDeleted = Boolean.TRUE.equals(is.isDeleted());
        turned(wasDeleted, isDeleted, OrderEvent.Kind.DELETED_IN_ONEC, null);
        turned(isDeleted, wasDeleted, OrderEvent.Kind.RESTORED_IN_ONEC, null);
        lines();
    }

    private void status() {
        if (part.hasMoved()) {
            note(OrderEvent.Kind.STATUS_CHANGED, is.word(), part.status());
        } else if (is.standing() != was.standing() || !Objects.equals(is.word(), was.word())) {
            switch (is.standing()) {
                case BEHIND, ENDED -> note(OrderEvent.Kind.STATUS_HELD_BACK, is.word(), part.status());
                case UNKNOWN_WORD -> note(OrderEvent.Kind.STATUS_UNKNOWN, is.word(), null);
                case FOLLOWED, IGNORED_WORD, SILENT -> {}
            }
        }
    }

    private void lines() {
        if (!part.hasNewLines()) {
            return;
        }
        int before = part.differencesBefore().size();
        int now = part.differences().size();
        if (now > 0) {
            note(OrderEvent.Kind.LINES_DIFFER, Integer.toString(now), null);
        } else if (before > 0) {
            note(OrderEvent.Kind.LINES_AGREE, null, null);
        }
    }

    private void date(@Nullable LocalDate before, @Nullable LocalDate now, OrderEvent.Kind kind) {
        if (now != null && !now.equals(before)) {
            note(kind, now.toString(), null);
        }
    }

    private void turned(boolean before, boolean now, OrderEvent.Kind kind, @Nullable LocalDate date) {
        if (now && !before) {
            note(kind, date == null ? null : date.toString(), null);
        }
    }

    private void note(OrderEvent.Kind kind, @Nullable String detail, @Nullable OrderStatus status) {
        events.note(part.orderId, part.id, kind, part.source(), detail, status);
    }
}
