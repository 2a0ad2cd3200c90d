package ru.freesport.console.onec.exchange;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.onec.outgoing.OrderOffers;

/** mode=success: 1C took what this session was last answered with, exactly that; said again it changes nothing. */
@Component
class SuccessMode {

    private final ReplyTexts texts;
    private final SaleBatches batches;
    private final OrderOffers offers;
    private final TransactionOperations transaction;

    SuccessMode(ReplyTexts texts, SaleBatches batches, OrderOffers offers, TransactionOperations transaction) {
        this.texts = texts;
        this.batches = batches;
        this.offers = offers;
        this.transaction = transaction;
    }

    ExchangeReply answer(ExchangeCall call) {
        ExchangeSession session = call.session();
        return RunAs.actor(session.actor(), () -> Objects.requireNonNull(transaction.execute(_ -> commit(session))));
    }

    private ExchangeReply commit(ExchangeSession session) {
        Optional<SaleBatches.Batch> batch = batches.last(session);
        if (batch.isEmpty()) {
            return texts.failure("noQuery");
        }
        if (batch.get().isCommitted()) {
            return ExchangeReply.success().noting(texts.text("note.confirmedBefore"));
        }
        int news = offers.taken(batch.get().keys()).size();
        batches.commit(batch.get());
        return ExchangeReply.success().noting(texts.text("note.confirmed", news));
    }
}
