package ru.freesport.console.onec.pull;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.CommerceMlKind;
import ru.freesport.console.onec.commerceml.CommerceMlReader;
import ru.freesport.console.onec.commerceml.CommerceMlRecord;
import ru.freesport.console.onec.commerceml.CommerceMlRefused;
import ru.freesport.console.onec.commerceml.Header;
import ru.freesport.console.onec.commerceml.OrderDocumentReader;
import ru.freesport.console.onec.commerceml.OrderDocumentSink;
import ru.freesport.console.onec.commerceml.Position;
import ru.freesport.console.onec.commerceml.RecordSink;
import ru.freesport.console.onec.commerceml.RowProblem;
import ru.freesport.console.onec.commerceml.Section;
import ru.freesport.console.orders.statuses.ReportedOrder;

/** Reads a page to its end as the import will, and counts what it holds. */
final class PageCounting implements RecordSink, OrderDocumentSink {

    private int records;

    private PageCounting() {}

    static int rows(InputStream page, CommerceMlKind kind) throws Exception {
        PageCounting counting = new PageCounting();
        try {
            CommerceMlReader.read(page, kind, counting);
        } catch (CommerceMlRefused refused) {
            if (!refused.isOfNothing()) {
                throw refused;
            }
        }
        return counting.records;
    }

    static int orders(InputStream page) throws Exception {
        PageCounting counting = new PageCounting();
        OrderDocumentReader.read(page, counting);
        return counting.records;
    }

    @Override
    public void header(Header header) {
        // every page has one
    }

    @Override
    public void section(Section section) {
        // an empty section is nothing
    }

    @Override
    public void record(CommerceMlRecord row, Position at) {
        records++;
    }

    @Override
    public void order(ReportedOrder order, Position at) {
        records++;
    }

    @Override
    public void problem(@Nullable String name, RowProblem reason, @Nullable String detail, Position at) {
        records++;
    }

    @Override
    public void other(String operation, Position at) {
        records++;
    }
}
