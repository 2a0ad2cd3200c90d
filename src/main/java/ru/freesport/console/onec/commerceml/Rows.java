package ru.freesport.console.onec.commerceml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Malformed;

/** What the readers of rows share: the cursor, the way out, and the problems met inside the row that is being read. */
final class Rows {

    private static final int SHOWN = 200;

    final XmlCursor xml;
    final CommerceMlKind kind;
    private final RecordSink sink;
    private final List<Problem> problems = new ArrayList<>();

    private record Problem(CommerceMlKind kind, RowProblem reason, String detail, long line) {}

    /** @param kind what the file was announced as */
    Rows(XmlCursor xml, CommerceMlKind kind, RecordSink sink) {
        this.xml = xml;
        this.kind = kind;
        this.sink = sink;
    }

    void section(Section section) throws Exception {
        sink.section(section);
    }

    /** Where the row that has just been opened begins. */
    Position open() {
        xml.beginRecord();
        return new Position(xml.line(), xml.startOffset(), -1);
    }

    /** Notes that a part of the open row cannot be taken. */
    void problem(CommerceMlKind of, RowProblem reason, @Nullable String detail) {
        problems.add(new Problem(of, reason, shown(detail), xml.line()));
    }

    void problem(CommerceMlKind of, RowProblem reason, @Nullable String detail, long line) {
        problems.add(new Problem(of, reason, shown(detail), line));
    }

    /** Hands out the row that has just been read to its end, and after it what could not be taken of it. */
    void emit(CommerceMlRecord row, Position opened, @Nullable String id) throws Exception {
        if (xml.isOverlong()) {
            refuse(opened, kindOf(row), id, parentOf(row), RowProblem.TOO_LONG, id);
            return;
        }
        Position at = ended(opened);
        sink.record(row, at);
        emitProblems(at, id, null);
    }

    /** Hands out only the problems: the row as a whole cannot be taken. */
    void refuse(Position opened, CommerceMlKind of, @Nullable String id, RowProblem reason, @Nullable String detail)
            throws Exception {
        refuse(opened, of, id, null, reason, detail);
    }

    void refuse(
            Position opened,
            CommerceMlKind of,
            @Nullable String id,
            @Nullable String parentId,
            RowProblem reason,
            @Nullable String detail)
            throws Exception {
        problems.clear();
        problem(of, xml.isOverlong() ? RowProblem.TOO_LONG : reason, detail, opened.line());
        xml.forgetOverlong();
        emitProblems(ended(opened), id, parentId);
    }

    /** An element that stops growing here because its children are rows of their own. */
    Position ended(Position opened) throws CommerceMlRefused, IOException {
        return new Position(opened.line(), opened.startChar(), xml.endOffset());
    }

    void record(CommerceMlRecord row, Position at) throws Exception {
        sink.record(row, at);
    }

    private void emitProblems(Position at, @Nullable String id, @Nullable String parentId) throws Exception {
        if (problems.isEmpty()) {
            return;
        }
        List<Problem> met = List.copyOf(problems);
        problems.clear();
        for (Problem problem : met) {
            sink.record(
                    new Malformed(problem.kind, id, parentId, problem.reason, problem.detail),
                    new Position(problem.line, at.startChar(), at.endChar()));
        }
    }

    private CommerceMlKind kindOf(CommerceMlRecord row) {
        return switch (row) {
            case CommerceMlRecord.Group _ -> CommerceMlKind.GROUPS;
            case CommerceMlRecord.Unit _ -> CommerceMlKind.UNITS;
            case CommerceMlRecord.Property property ->
                property.forOffers() ? CommerceMlKind.PROPERTIES_OFFERS : CommerceMlKind.PROPERTIES_GOODS;
            case CommerceMlRecord.PropertyValue _ ->
                kind == CommerceMlKind.PROPERTIES_OFFERS
                        ? CommerceMlKind.PROPERTIES_OFFERS
                        : CommerceMlKind.PROPERTIES_GOODS;
            case CommerceMlRecord.PriceType _ -> CommerceMlKind.PRICE_LISTS;
            case CommerceMlRecord.Warehouse _ -> CommerceMlKind.STORAGES;
            case CommerceMlRecord.Goods _ -> CommerceMlKind.GOODS;
            case CommerceMlRecord.Offer offer when !offer.described() && offer.hasPrices() -> CommerceMlKind.PRICES;
            case CommerceMlRecord.Offer offer when !offer.described() && offer.hasRests() -> CommerceMlKind.RESTS;
            case CommerceMlRecord.Offer _ -> CommerceMlKind.OFFERS;
            case CommerceMlRecord.Counterparty _ -> CommerceMlKind.CONTRAGENTS;
            case Malformed malformed -> malformed.kind();
        };
    }

    private static @Nullable String parentOf(CommerceMlRecord row) {
        return switch (row) {
            case CommerceMlRecord.Group group -> group.parentId();
            case CommerceMlRecord.PropertyValue value -> value.propertyId();
            default -> null;
        };
    }

    private static String shown(@Nullable String detail) {
        return detail == null ? "" : detail.substring(0, Math.min(detail.length(), SHOWN));
    }
}
