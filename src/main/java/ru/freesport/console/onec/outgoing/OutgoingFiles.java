package ru.freesport.console.onec.outgoing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.onec.FileNotUploaded;
import ru.freesport.console.onec.files.FtpFiles;
import ru.freesport.console.onec.outgoing.OutgoingTable.Reason;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.partners.BlobRef;
import ru.freesport.console.partners.Blobs;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.Message;
import ru.freesport.console.partners.Messages;
import ru.freesport.console.partners.NewMessage;
import ru.freesport.console.shared.Actor;

/** What goes to 1C as files: written once, uploaded as often as it takes, always the same bytes under the same name. */
@Component
public class OutgoingFiles {

    static final String CHANNEL = "ftp";

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int BATCH_LETTERS = 8;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final OutgoingFileTable table;
    private final FtpFiles ftp;
    private final Messages messages;
    private final Blobs blobs;
    private final Handovers handovers;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public OutgoingFiles(
            OutgoingFileTable table,
            FtpFiles ftp,
            Messages messages,
            Blobs blobs,
            Handovers handovers,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.ftp = ftp;
        this.messages = messages;
        this.blobs = blobs;
        this.handovers = handovers;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    boolean isSet() {
        return ftp.isSet();
    }

    /** Makes the document a file of its own and tries to upload it; if that fails, the next run tries again. */
    void write(OutgoingKind kind, String batch, Set<String> keys, byte[] document, Reason reason) {
        String name = kind.filePrefix() + STAMP.format(clock.instant()) + "_"
                + batch.substring(batch.length() - BATCH_LETTERS) + ".xml";
        try {
            BlobRef content = blobs.store(new ByteArrayInputStream(document));
            long message = messages.store(new NewMessage(
                    Message.Direction.OUT, CHANNEL, name, "application/xml", content, Actor.system(), null, null));
            table.file(batch, keys, name, message, reason);
        } catch (IOException unstored) {
            throw new UncheckedIOException(unstored);
        }
        uploadNext();
    }

    /** Uploads every file that waits and removes every one that was taken back, until the file server does not answer. */
    void upload(Runnable checkpoint) {
        do {
            checkpoint.run();
        } while (uploadNext());
        for (OutgoingFile file : table.withdrawing()) {
            checkpoint.run();
            if (!withdraw(file)) {
                return;
            }
        }
    }

    private boolean uploadNext() {
        Optional<OutgoingFile> next = table.claim(LEASE);
        if (next.isEmpty()) {
            return false;
        }
        OutgoingFile file = next.get();
        long message = Objects.requireNonNull(file.message());
        return switch (ftp.upload(file.name(), bytes(message), message)) {
            case CallOutcome.Succeeded<Boolean> _ -> {
                transaction.executeWithoutResult(
                        _ -> handovers.handedOver(table.uploaded(file.id()), HandoverWay.FTP, file.name()));
                yield true;
            }
            case CallOutcome.Failed failed -> {
                table.notUploaded(file.id(), failed.text());
                events.publishEvent(new FileNotUploaded(file.name(), file.rows(), file.tries(), failed.text()));
                yield false;
            }
        };
    }

    /**
     * Removes a file that was taken back. 1C may have taken it at the same moment, which is safe because it does every key once.
     *
     * @return false when the file server cannot be asked; a later run does it then
     */
    boolean withdraw(OutgoingFile file) {
        return switch (ftp.withdraw(file.name())) {
            case CallOutcome.Succeeded<Boolean>(long _, Boolean wasThere) -> {
                table.withdrawn(file.id(), wasThere);
                yield true;
            }
            case CallOutcome.Failed failed -> {
                table.notUploaded(file.id(), failed.text());
                yield false;
            }
        };
    }

    private byte[] bytes(long message) {
        try (var content = messages.content(message)) {
            return content.readAllBytes();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
