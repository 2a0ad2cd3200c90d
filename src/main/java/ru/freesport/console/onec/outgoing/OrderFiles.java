package ru.freesport.console.onec.outgoing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import ru.freesport.console.onec.commerceml.OrderWriter;
import ru.freesport.console.onec.files.FtpFiles;
import ru.freesport.console.onec.outgoing.OutgoingTable.Reason;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.orders.OrderHandover;
import ru.freesport.console.orders.PartForExport;
import ru.freesport.console.partners.BlobRef;
import ru.freesport.console.partners.Blobs;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.Message;
import ru.freesport.console.partners.Messages;
import ru.freesport.console.partners.NewMessage;
import ru.freesport.console.shared.Actor;

/** Orders as files for 1C: written once, uploaded as often as it takes, always the same bytes under the same name. */
@Component
public class OrderFiles {

    static final String CHANNEL = "ftp";

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int BATCH_LETTERS = 8;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final OutgoingTable table;
    private final FtpFiles ftp;
    private final OrderWriter writer;
    private final Messages messages;
    private final Blobs blobs;
    private final OrderHandover handover;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public OrderFiles(
            OutgoingTable table,
            FtpFiles ftp,
            OrderWriter writer,
            Messages messages,
            Blobs blobs,
            OrderHandover handover,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.ftp = ftp;
        this.writer = writer;
        this.messages = messages;
        this.blobs = blobs;
        this.handover = handover;
        this.events = events;
        this.clock = clock;
    }

    boolean isSet() {
        return ftp.isSet();
    }

    /** Writes the parts to a file of their own and tries to upload it; if that fails, the next run tries again. */
    void write(String batch, List<PartForExport> parts, Reason reason) {
        String name = "orders_" + STAMP.format(clock.instant()) + "_" + batch.substring(batch.length() - BATCH_LETTERS)
                + ".xml";
        try {
            BlobRef content = blobs.store(new ByteArrayInputStream(writer.write(parts, clock.instant())));
            long message = messages.store(new NewMessage(
                    Message.Direction.OUT, CHANNEL, name, "application/xml", content, Actor.system(), null, null));
            table.file(parts.stream().map(PartForExport::key).toList(), name, message, reason);
        } catch (IOException unstored) {
            throw new UncheckedIOException(unstored);
        }
        uploadNext();
    }

    /** Uploads every file that waits, until one does not get through. */
    void upload(Runnable checkpoint) {
        do {
            checkpoint.run();
        } while (uploadNext());
    }

    private boolean uploadNext() {
        Optional<OutgoingFile> next = table.claimFile(LEASE);
        if (next.isEmpty()) {
            return false;
        }
        OutgoingFile file = next.get();
        CallOutcome<Boolean> outcome = ftp.upload(file.name(), bytes(file), file.message());
        return switch (outcome) {
            case CallOutcome.Succeeded<Boolean> _ -> {
                Set<String> keys = table.uploaded(file.id());
                handover.handedOver(keys, HandoverWay.FTP, file.name());
                yield true;
            }
            case CallOutcome.Failed failed -> {
                table.notUploaded(file.id(), failed.text());
                events.publishEvent(new FileNotUploaded(file.name(), file.rows(), failed.text()));
                yield false;
            }
        };
    }

    /** Takes back what 1C has not taken; safe because 1C does every key once even if it takes the file at this moment. */
    void withdraw(OutgoingFile file) {
        if (file.state() == OutgoingFile.State.UPLOADED) {
            ftp.withdraw(file.name());
        }
        table.withdrawn(file.id());
    }

    private byte[] bytes(OutgoingFile file) {
        try (var content = messages.content(file.message())) {
            return content.readAllBytes();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
