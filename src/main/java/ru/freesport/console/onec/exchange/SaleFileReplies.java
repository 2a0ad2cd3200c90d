package ru.freesport.console.onec.exchange;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.onec.OrderFileRefusal;
import ru.freesport.console.onec.OrderStatusImports;
import ru.freesport.console.onec.OrderStatusReport;

/** What 1C is told of a file about orders: it hears of every failure, in words that say what to do. */
@Component
class SaleFileReplies {

    private final ReplyTexts texts;
    private final OrderStatusImports imports;

    SaleFileReplies(ReplyTexts texts, OrderStatusImports imports) {
        this.texts = texts;
        this.imports = imports;
    }

    /** @param isThere the packet holds a file of that name */
    ExchangeReply of(String path, boolean isThere, RunView run) {
        return switch (run.state()) {
            case QUEUED -> ExchangeReply.progress(texts.text("queued", path, run.id()));
            case RUNNING ->
                ExchangeReply.progress(
                        texts.text("running", path, run.rowsDone(), run.share().orElse(0.0), run.id()));
            case HELD, COMPLETED, FALLBACK -> isThere ? done(path, run) : texts.failure("unknownFile", path);
            case COMPLETED_WITH_REJECTS -> done(path, run);
            case FAILED -> failed(path, run);
            case CANCELLED -> texts.failure("cancelled", path, run.id());
        };
    }

    private ExchangeReply done(String path, RunView run) {
        Optional<OrderStatusReport> report = imports.report(run);
        if (report.filter(OrderStatusReport::isNothingTaken).isPresent()) {
            return texts.failure(
                    "orders.NOTHING_TAKEN", path, report.get().counts().read(), run.id());
        }
        long open = report.map(
                        found -> found.counts().rejected() + found.counts().held())
                .orElse(0L);
        return open == 0
                ? ExchangeReply.success()
                : ExchangeReply.success(texts.text(
                        "rejects",
                        path,
                        report.get().counts().read(),
                        report.get().counts().rejected(),
                        report.get().counts().held(),
                        run.id()));
    }

    private ExchangeReply failed(String path, RunView run) {
        Optional<OrderFileRefusal> refusal =
                imports.report(run).flatMap(report -> report.refused().stream().findFirst());
        return refusal.map(why -> texts.failure("orders." + why.reason().name(), why.path(), why.line(), run.id()))
                .orElseGet(() -> texts.failure("runFailed", path, run.errorMessage(), run.id()));
    }
}
