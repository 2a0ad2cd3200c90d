package ru.freesport.console.onec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.onec.files.FtpFiles.Listed;
import ru.freesport.console.onec.outgoing.Acknowledgement;
import ru.freesport.console.onec.outgoing.Debt;
import ru.freesport.console.shared.Actor;

/** Takes one whole file from 1C: an acknowledgement at once, anything else as a packet whose import begins. */
@Component
class FtpIntake {

    private static final int CHUNK = 1 << 16;

    private final Debt debt;
    private final LocalFiles files;
    private final PacketImport imports;
    private final JdbcClient database;
    private final TransactionOperations transaction;

    FtpIntake(
            Debt debt, LocalFiles files, PacketImport imports, JdbcClient database, TransactionOperations transaction) {
        this.debt = debt;
        this.files = files;
        this.imports = imports;
        this.database = database;
        this.transaction = transaction;
    }

    /** @return whether the file is done with, now or before */
    boolean take(Listed file, Path copy, RunContext run) throws IOException {
        if (Acknowledgement.isOne(file.name())) {
            acknowledge(file.name(), copy, run);
            return true;
        }
        Taken taken = new Taken(file, sha256(copy));
        if (!isKnown(taken)) {
            importOf(taken, copy, run);
        }
        return true;
    }

    private record Taken(Listed file, String sha256) {

        List<Object> key() {
            return List.of(file.name(), file.size(), Timestamp.from(file.modified()), sha256);
        }
    }

    private void acknowledge(String name, Path copy, RunContext run) throws IOException {
        Acknowledgement said = Acknowledgement.read(name, Files.readAllBytes(copy));
        if (said.unreadable() > 0) {
            run.warn("onec.event.ackUnreadable", name);
        }
        RunAs.system(() -> debt.answered(said.file(), said.confirmed(), said.rejected()));
        run.note(
                "onec.event.acknowledged",
                name,
                said.confirmed().size(),
                said.rejected().size());
    }

    /** That the file was taken and that it will be worked on is made durable at once, so a killed node does neither or both. */
    private void importOf(Taken taken, Path copy, RunContext run) throws IOException {
        String name = taken.file().name();
        long packet;
        try {
            packet = files.store(copy, Door.FTP, Actor.system(), (_, _) -> {});
        } catch (LocalFiles.NothingToImport nothing) {
            run.warn("onec.event.inboxNothing", name);
            return;
        }
        RunRequest order = imports.packet(
                packet,
                LocalFiles.isWhole(copy),
                EnumSet.allOf(ImportKind.class),
                RunTrigger.FOLDER,
                Actor.system(),
                false,
                null,
                name);
        Long begun = transaction.execute(_ -> isNews(taken) ? imports.start(order) : null);
        if (begun != null) {
            run.note("onec.event.inboxTaken", name, begun);
        }
    }

    private boolean isKnown(Taken taken) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM incoming_file"
                        + " WHERE name = ? AND size = ? AND modified = ? AND sha256 = ?)")
                .params(taken.key())
                .query(Boolean.class)
                .single();
    }

    private boolean isNews(Taken taken) {
        return database.sql("INSERT INTO incoming_file (name, size, modified, sha256) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                        .params(taken.key())
                        .update()
                > 0;
    }

    private static String sha256(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
