package ru.freesport.console.onec.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.onec.outgoing.OrderOffers;
import ru.freesport.console.orders.PartForExport;
import ru.freesport.console.partners.Blobs;
import ru.freesport.console.partners.Message;
import ru.freesport.console.partners.Messages;
import ru.freesport.console.partners.NewMessage;

/**
 * mode=query: the orders 1C has not confirmed. That it asked confirms nothing; the answer is stored and what is in it is
 * remembered before a byte of it is sent.
 */
@Component
class QueryMode {

    private static final String CHANNEL = "exchange";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final ExchangeSettings settings;
    private final ReplyTexts texts;
    private final ExchangeSessions sessions;
    private final SaleBatches batches;
    private final SaleDocuments documents;
    private final OrderOffers offers;
    private final Messages messages;
    private final Blobs blobs;
    private final TransactionOperations transaction;
    private final Clock clock;

    QueryMode(
            ExchangeSettings settings,
            ReplyTexts texts,
            ExchangeSessions sessions,
            SaleBatches batches,
            SaleDocuments documents,
            OrderOffers offers,
            Messages messages,
            Blobs blobs,
            TransactionOperations transaction,
            Clock clock) {
        this.settings = settings;
        this.texts = texts;
        this.sessions = sessions;
        this.batches = batches;
        this.documents = documents;
        this.offers = offers;
        this.messages = messages;
        this.blobs = blobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    ExchangeReply answer(ExchangeCall call) {
        ExchangeSession session = call.session();
        return RunAs.actor(session.actor(), () -> Objects.requireNonNull(transaction.execute(_ -> answer(session))));
    }

    private ExchangeReply answer(ExchangeSession session) {
        // two questions at once would only wait for each other's rows
        sessions.lock("exchange sale query");
        List<PartForExport> parts = offers.offer(settings.ordersAtOnce());
        Instant formed = clock.instant();
        byte[] xml = documents.orders(parts, session.saleVersion(), formed);
        boolean isZip = session.saleZip();
        byte[] answer = isZip ? documents.zipped(xml, "orders.xml", formed) : xml;
        String type = isZip ? "application/zip" : documents.contentType();
        List<String> keys = parts.stream().map(PartForExport::key).toList();
        ExchangeReply reply = ExchangeReply.document(answer, type, texts.text("orders", keys.size()));
        if (keys.isEmpty()) {
            batches.remember(session, null, keys);
            return reply;
        }
        String name = "orders_" + STAMP.format(formed) + "_" + session.id() + (isZip ? ".zip" : ".xml");
        long message = store(session, answer, name, type);
        batches.remember(session, message, keys);
        offers.given(keys, name);
        return reply.noting(texts.text("note.message", message));
    }

    private long store(ExchangeSession session, byte[] answer, String name, String type) {
        try {
            return messages.store(new NewMessage(
                    Message.Direction.OUT,
                    CHANNEL,
                    name,
                    type,
                    blobs.store(new ByteArrayInputStream(answer)),
                    session.actor(),
                    session.correlationId(),
                    null));
        } catch (IOException unstored) {
            throw new UncheckedIOException(unstored);
        }
    }
}
