package ru.freesport.console.onec;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.CatalogIntake;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.onec.commerceml.CommerceMlKind;
import ru.freesport.console.onec.commerceml.CommerceMlRecord;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Malformed;
import ru.freesport.console.onec.commerceml.Position;
import ru.freesport.console.onec.commerceml.Section;

/** Takes a rejected row whose element reads well by now: a reader that learnt more makes old rows good. */
final class RejectedRetry {

    private final RunContext run;
    private final CatalogIntake catalog;
    private final BatchIntake books;
    private final OpenRows rows;

    RejectedRetry(RunContext run, CatalogIntake catalog, BatchIntake books, OpenRows rows) {
        this.run = run;
        this.catalog = catalog;
        this.books = books;
        this.rows = rows;
    }

    /** @param records what the row's element reads as now */
    void take(OpenRow row, List<CommerceMlRecord> records) throws SQLException {
        Optional<Malformed> problem = problem(row, records);
        if (problem.isPresent() && isStill(row, problem.get())) {
            return;
        }
        List<CommerceMlRecord> good = good(row, records);
        if (good.stream().anyMatch(record -> CounterpartyMapping.isMalformed(record, row.reason()))) {
            return;
        }
        if (good.isEmpty()) {
            if (problem.isPresent()) {
                rows.resolve(row, run.runId(), "SUPERSEDED");
            }
            return;
        }
        BatchIntake single = books.alone(kinds(row.kind()));
        CommerceMlKind kind = CommerceMlKind.valueOf(row.kind().name());
        Section section = new Section(Section.Type.CATALOGUE, kind, null, null, true);
        List<Position> positions = Collections.nCopies(good.size(), row.at());
        single.take(new RowBatch(section, good, positions, 0));
        List<UntakenRow> blocked = single.takeUntaken();
        if (!blocked.isEmpty()) {
            rows.stillBlocked(row, blocked.getFirst());
            return;
        }
        rows.resolve(row, run.runId(), "TAKEN");
        single.counts().forEach(books::add);
        run.rows(1);
    }

    /** The same problem, or another one that nobody knows of yet. */
    private boolean isStill(OpenRow row, Malformed problem) throws SQLException {
        if (problem.reason().name().equals(row.reason())) {
            return true;
        }
        String key = RowKey.rejected(RowKey.owner(row.key()), problem.reason());
        return rows.isRejectedAnew(row, key, problem.reason().name(), problem.detail());
    }

    private static Optional<Malformed> problem(OpenRow row, List<CommerceMlRecord> records) {
        List<Malformed> problems = records.stream()
                .filter(Malformed.class::isInstance)
                .map(Malformed.class::cast)
                .filter(problem -> ImportKind.of(problem.kind()) == row.kind())
                .filter(problem -> problem.id() == null || isOwner(row, problem.id()))
                .toList();
        return problems.stream()
                .filter(problem -> problem.reason().name().equals(row.reason()))
                .findFirst()
                .or(() -> problems.stream().findFirst());
    }

    /** What of the element the row is about; of prices and stock only what nothing newer has replaced. */
    private List<CommerceMlRecord> good(OpenRow row, List<CommerceMlRecord> records) throws SQLException {
        List<CommerceMlRecord> good = new ArrayList<>();
        for (CommerceMlRecord record : records) {
            if (record instanceof Malformed || !isAbout(row, record)) {
                continue;
            }
            good.add(record instanceof CommerceMlRecord.Offer offer ? withoutReplaced(row, offer) : record);
            if (RowKey.isOfNobody(row.key())) {
                // what it holds besides itself has rows and fates of its own
                return good;
            }
        }
        return good;
    }

    private CommerceMlRecord.Offer withoutReplaced(OpenRow row, CommerceMlRecord.Offer offer) throws SQLException {
        List<CommerceMlRecord.Price> prices = new ArrayList<>();
        for (CommerceMlRecord.Price price : offer.prices()) {
            if (!catalog.hasNewerPrice(offer.id(), price.typeId(), row.runId())) {
                prices.add(price);
            }
        }
        List<CommerceMlRecord.Rest> rests = new ArrayList<>();
        for (CommerceMlRecord.Rest rest : offer.rests()) {
            if (!catalog.hasNewerStock(offer.id(), RowMapping.warehouse(rest.warehouseId()), row.runId())) {
                rests.add(rest);
            }
        }
        return new CommerceMlRecord.Offer(
                offer.id(),
                offer.productId(),
                offer.characteristicId(),
                offer.version(),
                offer.deleted(),
                offer.described(),
                offer.barcode(),
                offer.article(),
                offer.name(),
                offer.unitCode(),
                offer.properties(),
                offer.characteristics(),
                offer.hasPrices(),
                prices,
                offer.hasRests(),
                rests);
    }

    private static boolean isAbout(OpenRow row, CommerceMlRecord record) {
        if (RowKey.isOfNobody(row.key())) {
            return true;
        }
        return record instanceof CommerceMlRecord.PropertyValue value && isOwner(row, value.propertyId())
                || isOwner(row, id(record));
    }

    private static boolean isOwner(OpenRow row, @Nullable String id) {
        return RowKey.isOfNobody(row.key()) || RowKey.owner(row.key()).equals(id);
    }

    private static Set<ImportKind> kinds(ImportKind kind) {
        return switch (kind) {
            case PROPERTIES_GOODS, PROPERTIES_OFFERS -> EnumSet.of(kind, ImportKind.PROPERTY_VALUES);
            default -> EnumSet.of(kind);
        };
    }

    /** The id that names the row; only a malformed one may have none. */
    static @Nullable String id(CommerceMlRecord record) {
        return switch (record) {
            case CommerceMlRecord.Group group -> group.id();
            case CommerceMlRecord.Unit unit -> unit.id();
            case CommerceMlRecord.Property property -> property.id();
            case CommerceMlRecord.PropertyValue value -> value.valueId();
            case CommerceMlRecord.PriceType type -> type.id();
            case CommerceMlRecord.Warehouse warehouse -> warehouse.id();
            case CommerceMlRecord.Goods goods -> goods.id();
            case CommerceMlRecord.Offer offer -> offer.id();
            case CommerceMlRecord.Counterparty counterparty -> counterparty.id();
            case Malformed problem -> problem.id();
        };
    }
}
