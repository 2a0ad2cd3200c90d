package ru.freesport.console.onec;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.CatalogIntake;
import ru.freesport.console.catalog.Tally;
import ru.freesport.console.customers.sync.CounterpartyIntake;
import ru.freesport.console.onec.commerceml.CommerceMlKind;
import ru.freesport.console.onec.commerceml.CommerceMlRecord;
import ru.freesport.console.onec.commerceml.Position;

/** Takes batches of records into the catalogue and keeps the books: counts per kind, and what could not be taken. */
final class BatchIntake {

    private final CatalogIntake catalog;
    private final @Nullable CounterpartyIntake counterparties;
    private final Set<ImportKind> wanted;
    private final @Nullable OpenKeys open;
    private final Map<ImportKind, KindCounts> counts = new EnumMap<>(ImportKind.class);
    private final List<UntakenRow> untaken = new ArrayList<>();
    private int others;
    private int conflicts;
    private final Set<ImportKind> touched = EnumSet.noneOf(ImportKind.class);

    /** @param wanted kinds to take; rows of other kinds pass unseen */
    BatchIntake(CatalogIntake catalog, @Nullable CounterpartyIntake counterparties, Set<ImportKind> wanted) {
        this(catalog, counterparties, wanted, null);
    }

    /**
     * @param counterparties null: none will come
     * @param open what waited before: the rows taken here make it old news
     */
    BatchIntake(
            CatalogIntake catalog,
            @Nullable CounterpartyIntake counterparties,
            Set<ImportKind> wanted,
            @Nullable OpenKeys open) {
        this.catalog = catalog;
        this.counterparties = counterparties;
        this.wanted = wanted;
        this.open = open;
    }

    /** Another one for single rows, with books of its own. */
    BatchIntake alone(Set<ImportKind> kinds) {
        return new BatchIntake(catalog, counterparties, kinds);
    }

    Set<ImportKind> wanted() {
        return wanted;
    }

    Map<ImportKind, KindCounts> counts() {
        return counts;
    }

    KindCounts count(ImportKind kind) {
        return counts.getOrDefault(kind, KindCounts.NONE);
    }

    void add(ImportKind kind, Tally tally) {
        counts.put(kind, count(kind).plus(tally));
        touched.add(kind);
    }

    void add(ImportKind kind, KindCounts more) {
        counts.put(kind, count(kind).plus(more));
        touched.add(kind);
    }

    void addAbsent(ImportKind kind, int rows) {
        counts.put(kind, count(kind).plusAbsent(rows));
        touched.add(kind);
    }

    void addUntaken(UntakenRow row) {
        counts.put(row.kind(), count(row.kind()).plusUntaken(row.state()));
        touched.add(row.kind());
        untaken.add(row);
    }

    /** The counts by the kinds' codes, as runs keep them. */
    Map<String, KindCounts> summary() {
        Map<String, KindCounts> byCode = new LinkedHashMap<>();
        counts.forEach((kind, count) -> byCode.put(kind.code(), count));
        return byCode;
    }

    /** The kinds of which something was created or changed. */
    Set<ImportKind> changed() {
        Set<ImportKind> changed = EnumSet.noneOf(ImportKind.class);
        counts.forEach((kind, count) -> {
            if (count.changedAnything()) {
                changed.add(kind);
            }
        });
        return changed;
    }

    /** The kinds counted since the last call. */
    Set<ImportKind> takeTouched() {
        Set<ImportKind> since = touched.isEmpty() ? Set.of() : EnumSet.copyOf(touched);
        touched.clear();
        return since;
    }

    /** The rows that could not be taken since the last call. */
    List<UntakenRow> takeUntaken() {
        List<UntakenRow> since = List.copyOf(untaken);
        untaken.clear();
        return since;
    }

    /** Returns how many rows, as they are counted, the batch held. */
    long take(RowBatch batch) throws SQLException {
        long before = rowsRead();
        CommerceMlKind kind = batch.section().kind();
        switch (kind) {
            case GROUPS ->
                dictionary(
                        batch,
                        ImportKind.GROUPS,
                        CommerceMlRecord.Group.class,
                        rows -> catalog.categories(
                                rows.stream().map(RowMapping::category).toList()));
            case UNITS ->
                dictionary(
                        batch,
                        ImportKind.UNITS,
                        CommerceMlRecord.Unit.class,
                        rows -> catalog.units(
                                rows.stream().map(RowMapping::unit).toList()));
            case PRICE_LISTS ->
                dictionary(
                        batch,
                        ImportKind.PRICE_LISTS,
                        CommerceMlRecord.PriceType.class,
                        rows -> catalog.priceTypes(
                                rows.stream().map(RowMapping::priceType).toList()));
            case STORAGES ->
                dictionary(
                        batch,
                        ImportKind.STORAGES,
                        CommerceMlRecord.Warehouse.class,
                        rows -> catalog.warehouses(
                                rows.stream().map(RowMapping::warehouse).toList()));
            case PROPERTIES_GOODS, PROPERTIES_OFFERS -> {
                dictionary(
                        batch,
                        ImportKind.of(kind),
                        CommerceMlRecord.Property.class,
                        rows -> catalog.properties(
                                rows.stream().map(RowMapping::property).toList()));
                dictionary(
                        batch,
                        ImportKind.PROPERTY_VALUES,
                        CommerceMlRecord.PropertyValue.class,
                        rows -> catalog.propertyValues(
                                rows.stream().map(RowMapping::value).toList()));
            }
            case GOODS ->
                dictionary(
                        batch,
                        ImportKind.GOODS,
                        CommerceMlRecord.Goods.class,
                        rows -> catalog.products(
                                rows.stream().map(RowMapping::product).toList()));
            case OFFERS, PRICES, RESTS -> offers(batch);
            case CONTRAGENTS -> counterparties(batch);
        }
        malformed(batch);
        return rowsRead() - before;
    }

    private <R extends CommerceMlRecord> void dictionary(
            RowBatch batch, ImportKind kind, Class<R> type, Taking<R> taking) throws SQLException {
        if (!wanted.contains(kind)) {
            return;
        }
        List<R> rows = new ArrayList<>(batch.records().size());
        for (CommerceMlRecord row : batch.records()) {
            if (type.isInstance(row)) {
                rows.add(type.cast(row));
            }
        }
        if (!rows.isEmpty()) {
            add(kind, taking.take(rows));
            closeOlder(
                    kind,
                    () -> rows.stream()
                            .map(RejectedRetry::id)
                            .filter(Objects::nonNull)
                            .toList(),
                    Set.of());
        }
    }

    /** @param blocked keys of the rows that were not taken after all */
    private void closeOlder(ImportKind kind, Supplier<List<String>> keys, Set<String> blocked) throws SQLException {
        if (open != null && open.isAnyOpen(kind)) {
            open.taken(
                    kind,
                    keys.get().stream().filter(key -> !blocked.contains(key)).toList());
        }
    }

    private void counterparties(RowBatch batch) throws SQLException {
        if (counterparties != null && wanted.contains(ImportKind.CONTRAGENTS)) {
            CounterpartyBatch taken = CounterpartyBatch.take(batch, counterparties);
            add(ImportKind.CONTRAGENTS, taken.tally());
            closeOlder(ImportKind.CONTRAGENTS, taken::changed, Set.of());
            taken.malformed().forEach(this::addUntaken);
            others += taken.others();
            conflicts += taken.conflicts();
        }
    }

    /** Counterparties that buy nothing: read, and not customers. */
    int others() {
        return others;
    }

    /** Conflicts about customers that people must decide. */
    int conflicts() {
        return conflicts;
    }

    private void offers(RowBatch batch) throws SQLException {
        Offers all = new Offers();
        for (int i = 0; i < batch.records().size(); i++) {
            if (batch.records().get(i) instanceof CommerceMlRecord.Offer offer) {
                all.add(offer, batch.positions().get(i));
            }
        }
        describe(all.only(CommerceMlRecord.Offer::described));
        prices(all.only(CommerceMlRecord.Offer::hasPrices));
        rests(all.only(CommerceMlRecord.Offer::hasRests));
    }

    private void describe(Offers offers) throws SQLException {
        if (offers.isEmpty() || !wanted.contains(ImportKind.OFFERS)) {
            return;
        }
        Set<String> blocked = new HashSet<>();
        add(ImportKind.OFFERS, catalog.variants(offers.map(RowMapping::variant), (row, _, obstacle) -> {
            blocked.add(offers.id(row));
            addUntaken(UntakenRow.blocked(ImportKind.OFFERS, offers.id(row), obstacle, offers.at(row)));
        }));
        closeOlder(ImportKind.OFFERS, () -> offers.keys(_ -> 1, (offer, _) -> offer.id()), blocked);
    }

    private void prices(Offers offers) throws SQLException {
        if (offers.isEmpty() || !wanted.contains(ImportKind.PRICES)) {
            return;
        }
        Set<String> blocked = new HashSet<>();
        add(ImportKind.PRICES, catalog.prices(offers.map(RowMapping::prices), (row, part, obstacle) -> {
            String key = RowKey.price(offers.get(row), part);
            blocked.add(key);
            addUntaken(UntakenRow.blocked(ImportKind.PRICES, key, obstacle, offers.at(row)));
        }));
        closeOlder(ImportKind.PRICES, () -> offers.keys(offer -> offer.prices().size(), RowKey::price), blocked);
    }

    private void rests(Offers offers) throws SQLException {
        if (offers.isEmpty() || !wanted.contains(ImportKind.RESTS)) {
            return;
        }
        Set<String> blocked = new HashSet<>();
        add(ImportKind.RESTS, catalog.stock(offers.map(RowMapping::stock), (row, part, obstacle) -> {
            String key = RowKey.rest(offers.get(row), part);
            blocked.add(key);
            addUntaken(UntakenRow.blocked(ImportKind.RESTS, key, obstacle, offers.at(row)));
        }));
        closeOlder(ImportKind.RESTS, () -> offers.keys(offer -> offer.rests().size(), RowKey::rest), blocked);
    }

    private void malformed(RowBatch batch) {
        each(batch, (row, at) -> {
            ImportKind kind = ImportKind.of(row.kind());
            if (wanted.contains(kind)) {
                addUntaken(UntakenRow.rejected(kind, row, at));
            }
        });
    }

    private static void each(RowBatch batch, BiConsumer<CommerceMlRecord.Malformed, Position> action) {
        for (int i = 0; i < batch.records().size(); i++) {
            if (batch.records().get(i) instanceof CommerceMlRecord.Malformed row) {
                action.accept(row, batch.positions().get(i));
            }
        }
    }

    private long rowsRead() {
        return counts.values().stream().mapToLong(KindCounts::read).sum();
    }

    private interface PartKey {

        String of(CommerceMlRecord.Offer offer, int part);
    }

    private interface Taking<R> {

        Tally take(List<R> rows) throws SQLException;
    }

    /** Offers of a batch with the places they stand at. */
    private static final class Offers {

        private final List<CommerceMlRecord.Offer> offers = new ArrayList<>();
        private final List<Position> positions = new ArrayList<>();

        void add(CommerceMlRecord.Offer offer, Position at) {
            offers.add(offer);
            positions.add(at);
        }

        Offers only(java.util.function.Predicate<CommerceMlRecord.Offer> condition) {
            Offers some = new Offers();
            for (int i = 0; i < offers.size(); i++) {
                if (condition.test(offers.get(i))) {
                    some.add(offers.get(i), positions.get(i));
                }
            }
            return some;
        }

        <R> List<R> map(java.util.function.Function<CommerceMlRecord.Offer, R> mapping) {
            return offers.stream().map(mapping).toList();
        }

        /** The keys of all parts of all offers. */
        List<String> keys(ToIntFunction<CommerceMlRecord.Offer> parts, PartKey key) {
            List<String> keys = new ArrayList<>(offers.size());
            for (CommerceMlRecord.Offer offer : offers) {
                for (int part = 0; part < parts.applyAsInt(offer); part++) {
                    keys.add(key.of(offer, part));
                }
            }
            return keys;
        }

        boolean isEmpty() {
            return offers.isEmpty();
        }

        CommerceMlRecord.Offer get(int row) {
            return offers.get(row);
        }

        String id(int row) {
            return offers.get(row).id();
        }

        Position at(int row) {
            return positions.get(row);
        }
    }
}
