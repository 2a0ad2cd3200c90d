package ru.freesport.console.orders.statuses;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.ExportState;
import ru.freesport.console.orders.OrderStatus;

/** An order part while documents of 1C are taken: locked, and changed in memory until it is saved. */
final class KnownPart {

    final UUID id;
    final UUID orderId;
    final String number;
    final String onecKey;
    final ExportState exportState;
    final @Nullable String onecNumber;
    final List<LineDifferences.Ordered> ordered;
    private final OrderStatus statusBefore;
    private final ReportFacts factsBefore;
    private final Heard heardBefore;
    private OrderStatus status;
    private ReportFacts facts;
    private Heard heard;
    private @Nullable ReportSource source;

    KnownPart(
            UUID id,
            UUID orderId,
            String number,
            String onecKey,
            ExportState exportState,
            @Nullable String onecNumber,
            List<LineDifferences.Ordered> ordered,
            OrderStatus status,
            ReportFacts facts,
            Heard heard) {
        this.id = id;
        this.orderId = orderId;
        this.number = number;
        this.onecKey = onecKey;
        this.exportState = exportState;
        this.onecNumber = onecNumber;
        this.ordered = ordered;
        this.statusBefore = status;
        this.status = status;
        this.factsBefore = facts;
        this.facts = facts;
        this.heardBefore = heard;
        this.heard = heard;
    }

    OrderStatus status() {
        return status;
    }

    ReportFacts facts() {
        return facts;
    }

    Heard heard() {
        return heard;
    }

    /** Where the newest facts came from; null while nothing is new. */
    @Nullable ReportSource source() {
        return source;
    }

    /** @param said what is new in the document */
    void learn(ReportedOrder said, ReportFacts news, OrderStatus to, ReportSource from) {
        if (!news.equals(facts) || to != status) {
            facts = news;
            status = to;
            source = from;
        }
        heard = heard.and(said, from.madeAt());
    }

    boolean hasMoved() {
        return status != statusBefore;
    }

    boolean hasNews() {
        return source != null;
    }

    boolean isHeardAgain() {
        return !heard.equals(heardBefore);
    }

    boolean hasNewLines() {
        return facts.lines() != null && !facts.lines().equals(factsBefore.lines());
    }

    ReportFacts factsBefore() {
        return factsBefore;
    }

    List<LineDifference> differences() {
        return differences(facts);
    }

    List<LineDifference> differencesBefore() {
        return differences(factsBefore);
    }

    private List<LineDifference> differences(ReportFacts of) {
        return of.lines() == null ? List.of() : LineDifferences.of(ordered, of.lines());
    }
}
