package ru.freesport.console.onec;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.CatalogIntake;
import ru.freesport.console.catalog.Obstacle;
import ru.freesport.console.catalog.Tally;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.onec.commerceml.CommerceMlKind;
import ru.freesport.console.onec.commerceml.CommerceMlReader;
import ru.freesport.console.onec.commerceml.CommerceMlRecord;
import ru.freesport.console.onec.commerceml.CommerceMlRefused;
import ru.freesport.console.onec.commerceml.Header;
import ru.freesport.console.onec.commerceml.Position;
import ru.freesport.console.onec.commerceml.RawElements;
import ru.freesport.console.onec.commerceml.RecordSink;
import ru.freesport.console.onec.commerceml.Section;

/** Reads rows that wait once more out of the stored files and takes those that nothing blocks any longer. */
final class RowRetry {

    private static final int PAGE = 1000;

    private final RunContext run;
    private final Packets packets;
    private final CatalogIntake catalog;
    private final BatchIntake books;
    private final RunTransaction transaction;
    private final OpenRows rows;
    private final RejectedRetry rejected;

    RowRetry(
            Connection connection,
            RunContext run,
            Packets packets,
            CatalogIntake catalog,
            BatchIntake books,
            RunTransaction transaction) {
        this.run = run;
        this.packets = packets;
        this.catalog = catalog;
        this.books = books;
        this.transaction = transaction;
        this.rows = new OpenRows(connection);
        this.rejected = new RejectedRetry(run, catalog, books, rows);
    }

    /** Variants first: prices and stock may wait for them. */
    void retryUnblocked() throws Exception {
        retry(RowCondition.of("r.kind = 'offers' AND " + OpenRows.UNBLOCKED));
        retry(RowCondition.of("r.kind <> 'offers' AND " + OpenRows.UNBLOCKED));
    }

    /** Documents about orders are no part of the catalogue and are tried by a task of their own. */
    void retry(RowCondition wanted) throws Exception {
        RowCondition condition =
                new RowCondition("r.kind <> 'orderStatuses' AND (" + wanted.sql() + ")", wanted.values());
        OpenRow last = null;
        String openFile = "";
        RawElements elements = null;
        InputStream content = null;
        try {
            List<OpenRow> page = rows.page(condition, null, PAGE);
            while (!page.isEmpty()) {
                for (OpenRow row : page) {
                    if (elements == null || !row.sha256().equals(openFile) || isBehind(row, last)) {
                        close(content);
                        content = packets.blobs().open(row.sha256());
                        elements = RawElements.of(content);
                        openFile = row.sha256();
                        last = null;
                    }
                    element = isSameElement(row, last) ? element : elements.cut(row.at());
                    take(row, element);
                    last = row;
                }
                OpenRow end = page.getLast();
                transaction.step();
                page = rows.page(condition, end, PAGE);
            }
        } finally {
            close(content);
        }
    }

    private String element = "";

    private static boolean isSameElement(OpenRow row, @Nullable OpenRow last) {
        return last != null
                && last.at().startChar() == row.at().startChar()
                && last.at().endChar() == row.at().endChar();
    }

    /** It begins inside the element before it: the file has to be read from its beginning again. */
    private static boolean isBehind(OpenRow row, @Nullable OpenRow last) {
        return last != null
                && !isSameElement(row, last)
                && row.at().startChar() < last.at().endChar();
    }

    private void take(OpenRow row, String rawElement) throws Exception {
        Found found = new Found();
        try {
            CommerceMlReader.readElement(
                    rawElement,
                    CommerceMlKind.valueOf(row.kind().name()),
                    new Header("3.1", null, "", "UTF-8", null),
                    row.parentId(),
                    found);
        } catch (CommerceMlRefused refused) {
            return;
        }
        if (row.state() == UntakenState.REJECTED) {
            rejected.take(row, found.records);
            return;
        }
        for (CommerceMlRecord record : found.records) {
            if (record instanceof CommerceMlRecord.Malformed) {
                continue;
            }
            if (take(row, record)) {
                return;
            }
        }
    }

    /** Returns true when the record was the one the row is about. */
    private boolean take(OpenRow row, CommerceMlRecord record) throws SQLException {
        List<Obstacle> obstacles = new ArrayList<>();
        Tally tally;
        if (record instanceof CommerceMlRecord.Offer offer) {
            tally = takeOffer(row, offer, obstacles);
        } else {
            return false;
        }
        if (tally == null) {
            return false;
        }
        if (!obstacles.isEmpty()) {
            rows.stillBlocked(row, obstacles.getFirst());
            return true;
        }
        boolean superseded = tally == SUPERSEDED;
        rows.resolve(row, run.runId(), superseded ? "SUPERSEDED" : "TAKEN");
        if (!superseded) {
            books.add(row.kind(), tally);
            run.rows(1);
        }
        return true;
    }

    private static final Tally SUPERSEDED = new Tally(0, 0, 0);

    private @Nullable Tally takeOffer(OpenRow row, CommerceMlRecord.Offer offer, List<Obstacle> obstacles)
            throws SQLException {
        return switch (row.kind()) {
            case OFFERS ->
                catalog.hasNewerVariant(offer.id(), row.runId())
                        ? SUPERSEDED
                        : catalog.variants(List.of(RowMapping.variant(offer)), (_, _, o) -> obstacles.add(o));
            case PRICES -> {
                var prices = RowMapping.prices(offer);
                for (int part = 0; part < prices.prices().size(); part++) {
                    if (RowKey.price(offer, part).equals(row.key())) {
                        var price = prices.prices().get(part);
                        yield catalog.hasNewerPrice(offer.id(), price.priceTypeOnecId(), row.runId())
                                ? SUPERSEDED
                                : catalog.prices(
                                        List.of(new ru.freesport.console.catalog.VariantPrices(
                                                offer.id(), offer.productId(), List.of(price))),
                                        (_, _, o) -> obstacles.add(o));
                    }
                }
                yield null;
            }
            case RESTS -> {
                var stock = RowMapping.stock(offer);
                for (int part = 0; part < stock.quantities().size(); part++) {
                    if (RowKey.rest(offer, part).equals(row.key())) {
                        var quantity = stock.quantities().get(part);
                        yield catalog.hasNewerStock(offer.id(), quantity.warehouseOnecId(), row.runId())
                                ? SUPERSEDED
                                : catalog.stock(
                                        List.of(new ru.freesport.console.catalog.VariantStock(
                                                offer.id(), offer.productId(), List.of(quantity))),
                                        (_, _, o) -> obstacles.add(o));
                    }
                }
                yield null;
            }
            default -> null;
        };
    }

    private static void close(@Nullable InputStream content) throws java.io.IOException {
        if (content != null) {
            content.close();
        }
    }

    private static final class Found implements RecordSink {

        private final List<CommerceMlRecord> records = new ArrayList<>();

        @Override
        public void header(Header header) {
            // the whole file's was kept when it was read
        }

        @Override
        public void section(Section section) {
            // known from the row
        }

        @Override
        public void record(CommerceMlRecord row, Position at) {
            records.add(row);
        }
    }
}
