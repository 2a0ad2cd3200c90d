package ru.freesport.console.orders.statuses;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.orders.ExportState;
import ru.freesport.console.orders.OrderEvent;
import ru.freesport.console.orders.OrderHandover;

/**
 * The door for what 1C says of orders. Said again it changes nothing, said late it takes nothing back, and whatever it says,
 * an order only moves forward.
 */
@Service
public class OrderReports {

    private final Addressees addressees;
    private final KnownOrders known;
    private final ReportTable table;
    private final IdentityTable identities;
    private final StatusMapTable maps;
    private final OrderHandover handover;
    private final JdbcTemplate database;
    private final ApplicationEventPublisher publisher;
    private final CurrentUser user;
    private final Clock clock;

    OrderReports(
            Addressees addressees,
            KnownOrders known,
            ReportTable table,
            IdentityTable identities,
            StatusMapTable maps,
            OrderHandover handover,
            JdbcTemplate database,
            ApplicationEventPublisher publisher,
            CurrentUser user,
            Clock clock) {
        this.addressees = addressees;
        this.known = known;
        this.table = table;
        this.identities = identities;
        this.maps = maps;
        this.handover = handover;
        this.database = database;
        this.publisher = publisher;
        this.user = user;
        this.clock = clock;
    }

    /** Takes some documents of one source, in their order; what became of each stands at its place. */
    @PreAuthorize("hasAnyRole('SYSTEM', 'EXCHANGE')")
    @Transactional
    public List<ReportOutcome> take(List<ReportedOrder> documents, ReportSource source) {
        Addressees.Known meant = addressees.of(documents);
        List<KnownOrder> orders = known.lock(meant.orderIds());
        Map<UUID, KnownPart> parts = new HashMap<>();
        orders.forEach(order -> order.parts().forEach(part -> parts.put(part.id, part)));
        ReportEvents events = new ReportEvents(user.actor());
        StatusMap map = maps.newest();
        List<ReportOutcome> outcomes = new ArrayList<>();
        for (ReportedOrder said : documents) {
            outcomes.add(take(said, meant, parts, map, source, events));
        }
        table.save(List.copyOf(parts.values()), clock.instant());
        parts.values().stream().filter(KnownPart::hasNews).forEach(part -> new PartNews(part, events).note());
        orders.forEach(order -> settle(order, source, events));
        confirm(documents, outcomes, meant, parts, source);
        events.write(database);
        return outcomes;
    }

    private ReportOutcome take(
            ReportedOrder said,
            Addressees.Known meant,
            Map<UUID, KnownPart> parts,
            StatusMap map,
            ReportSource source,
            ReportEvents events) {
        return switch (MatchRule.of(meant.of(said))) {
            case BY_NUMBER -> take(said, part(parts, meant.byNumber(said)), map, source);
            case BY_ID -> take(said, part(parts, meant.byId(said)), map, source);
            case NUMBER_AND_ID_DISAGREE -> disputed(said, meant, parts, map, source, events);
            case NUMBER_OF_A_WHOLE_ORDER ->
                new ReportOutcome.Rejected(ReportOutcome.Why.NUMBER_OF_A_WHOLE_ORDER, said.name());
            case NO_SUCH_ORDER -> new ReportOutcome.Rejected(ReportOutcome.Why.NO_SUCH_ORDER, said.name());
        };
    }

    private static ReportOutcome take(ReportedOrder document, KnownPart part, StatusMap map, ReportSource source) {
        ReportedOrder said = part.heard().news(document, source.madeAt());
        Judgement judged = Judgement.of(said, part.status(), part.facts(), map);
        ReportFacts news = part.facts().and(said, judged.word(), judged.standing());
        boolean isNew = !news.equals(part.facts());
        boolean moves = judged.to() != part.status();
        part.learn(said, news, judged.to(), source);
        if (judged.standing() == Standing.UNKNOWN_WORD) {
            return new ReportOutcome.WordUnknown(part.number, Objects.requireNonNull(judged.word()));
        }
        return isNew || moves
                ? new ReportOutcome.Changed(part.number, said.word(), moves ? judged.to() : null)
                : new ReportOutcome.Unchanged(part.number);
    }

    private ReportOutcome disputed(
            ReportedOrder said,
            Addressees.Known meant,
            Map<UUID, KnownPart> parts,
            StatusMap map,
            ReportSource source,
            ReportEvents events) {
        KnownPart byNumber = part(parts, meant.byNumber(said));
        Addressees.Part other = meant.byId(said);
        KnownPart byId = other == null ? null : part(parts, other);
        IdentityTable.Met met = identities.met(said, byNumber.id, byId == null ? null : byId.id, source);
        String number = String.valueOf(said.number());
        String id = String.valueOf(said.id());
        if (met.decision() != null) {
            return switch (met.decision()) {
                case BY_NUMBER -> take(said, byNumber, map, source);
                case BY_ID -> byId == null ? new ReportOutcome.Disowned(number, id) : take(said, byId, map, source);
                case NEITHER -> new ReportOutcome.Disowned(number, id);
            };
        }
        if (met.isNew()) {
            String both = number + " / " + id;
            events.note(byNumber.orderId, byNumber.id, OrderEvent.Kind.IDENTITY_DISPUTED, source, both, null);
            if (byId != null) {
                events.note(byId.orderId, byId.id, OrderEvent.Kind.IDENTITY_DISPUTED, source, both, null);
            }
        }
        return new ReportOutcome.Disputed(number, id);
    }

    private void settle(KnownOrder order, ReportSource source, ReportEvents events) {
        if (order.parts().stream().anyMatch(KnownPart::hasMoved) && order.statusNow() != order.status()) {
            table.moved(order.id(), order.statusNow());
            events.note(order.id(), null, OrderEvent.Kind.STATUS_CHANGED, source, null, order.statusNow());
            publisher.publishEvent(
                    new OrderStatusChanged(order.id(), order.number(), order.status(), order.statusNow()));
        }
        if (order.parts().stream().anyMatch(KnownPart::hasNews) && order.isPaidNow()) {
            table.paid(order.id());
            events.note(order.id(), null, OrderEvent.Kind.PAID, source, null, null);
        }
    }

    /** Who speaks of an order has it; only a deleted document proves nothing. */
    private void confirm(
            List<ReportedOrder> documents,
            List<ReportOutcome> outcomes,
            Addressees.Known meant,
            Map<UUID, KnownPart> parts,
            ReportSource source) {
        Map<String, KnownPart> byNumber = new HashMap<>();
        parts.values().forEach(part -> byNumber.put(part.number, part));
        List<OrderHandover.Confirmation> confirmations = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            ReportedOrder said = documents.get(i);
            KnownPart part = switch (outcomes.get(i)) {
                case ReportOutcome.Changed(String number, var _, var _) -> byNumber.get(number);
                case ReportOutcome.Unchanged(String number) -> byNumber.get(number);
                case ReportOutcome.WordUnknown(String number, var _) -> byNumber.get(number);
                case ReportOutcome.Disputed _, ReportOutcome.Disowned _, ReportOutcome.Rejected _ -> null;
            };
            boolean isNews = part != null
                    && (part.exportState != ExportState.CONFIRMED
                            || said.onecNumber() != null && !said.onecNumber().equals(part.onecNumber));
            if (isNews && !Boolean.TRUE.equals(said.isDeleted())) {
                confirmations.add(new OrderHandover.Confirmation(part.onecKey, said.onecNumber()));
            }
        }
        if (!confirmations.isEmpty()) {
            handover.confirmed(confirmations, source.way());
        }
    }

    private static KnownPart part(Map<UUID, KnownPart> parts, Addressees.@Nullable Part part) {
        return Objects.requireNonNull(parts.get(Objects.requireNonNull(part).id()));
    }
}
