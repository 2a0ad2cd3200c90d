package ru.freesport.console.onec;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.CommerceMlRefused;
import ru.freesport.console.onec.commerceml.Dates;
import ru.freesport.console.onec.commerceml.Header;
import ru.freesport.console.onec.commerceml.OrderDocumentReader;
import ru.freesport.console.onec.commerceml.OrderDocumentSink;
import ru.freesport.console.onec.commerceml.Position;
import ru.freesport.console.onec.commerceml.RowProblem;
import ru.freesport.console.orders.statuses.ReportedOrder;

/** A file of order documents in memory: as much of it as could be read, and why no more. */
final class OrderFile implements OrderDocumentSink {

    private static final int MOST_OPERATIONS = 5;

    private final PacketFile file;
    private final int most;
    private final List<Document> documents = new ArrayList<>();
    private final List<UntakenRow> problems = new ArrayList<>();
    private final List<String> operations = new ArrayList<>();
    private int others;
    private @Nullable Header header;
    private @Nullable OrderFileRefusal refusal;

    record Document(ReportedOrder order, Position at) {}

    private OrderFile(PacketFile file, int most) {
        this.file = file;
        this.most = most;
    }

    static OrderFile read(PacketFile file, InputStream content, int most) throws IOException {
        OrderFile found = new OrderFile(file, most);
        try {
            OrderDocumentReader.read(content, found);
        } catch (CommerceMlRefused refused) {
            found.refusal = OrderFileRefusal.of(file.path(), refused);
        } catch (TooMany tooMany) {
            found.refuseWhole(OrderFileRefusal.Reason.TOO_MANY_DOCUMENTS, "more than " + most + " documents");
        } catch (IOException | RuntimeException broken) {
            throw broken;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
        return found;
    }

    static OrderFile tooLarge(PacketFile file, long most) {
        OrderFile refused = new OrderFile(file, 0);
        refused.refuseWhole(OrderFileRefusal.Reason.TOO_LARGE, file.size() + " bytes, more than " + most);
        return refused;
    }

    void refuseWhole(OrderFileRefusal.Reason reason, String detail) {
        documents.clear();
        problems.clear();
        refusal = new OrderFileRefusal(file.path(), reason, 0, detail);
    }

    PacketFile file() {
        return file;
    }

    List<Document> documents() {
        return documents;
    }

    /** Documents, or parts of them, that cannot be taken. */
    List<UntakenRow> problems() {
        return problems;
    }

    /** Documents about payments, shipments and the like. */
    int others() {
        return others;
    }

    String operations() {
        return String.join(", ", operations);
    }

    @Nullable Header header() {
        return header;
    }

    @Nullable OrderFileRefusal refusal() {
        return refusal;
    }

    /** When 1C made it, on the shop's clock. */
    @Nullable LocalDateTime madeAt(ZoneId shop) {
        return header == null ? null : Dates.moment(header.generatedAt(), shop).orElse(null);
    }

    @Override
    public void header(Header found) {
        header = found;
    }

    @Override
    public void order(ReportedOrder order, Position at) throws TooMany {
        counted();
        documents.add(new Document(order, at));
    }

    @Override
    public void problem(@Nullable String name, RowProblem reason, @Nullable String detail, Position at) {
        String owner = name == null ? RowKey.line(at.line()) : name;
        problems.add(new UntakenRow(
                ImportKind.ORDER_STATUSES,
                RowKey.rejected(owner, reason.name()),
                UntakenState.REJECTED,
                reason.name(),
                detail,
                null,
                at));
    }

    @Override
    public void other(String operation, Position at) throws TooMany {
        counted();
        others++;
        if (operations.size() < MOST_OPERATIONS && !operations.contains(operation)) {
            operations.add(operation);
        }
    }

    private void counted() throws TooMany {
        if (documents.size() + others >= most) {
            throw new TooMany();
        }
    }

    private static final class TooMany extends Exception {

        private static final long serialVersionUID = 1L;

        TooMany() {
            super("too many documents", null, false, false);
        }
    }
}
