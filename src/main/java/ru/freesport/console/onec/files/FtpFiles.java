package ru.freesport.console.onec.files;

import static ru.freesport.console.onec.files.FtpServer.enter;
import static ru.freesport.console.onec.files.FtpServer.reply;
import static ru.freesport.console.onec.files.FtpServer.require;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallFailure;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.Masking;
import ru.freesport.console.partners.PartnerCall;
import ru.freesport.console.partners.PartnerCalls;

/** Puts files on the file server and takes them from it, as guarded and journalled calls. */
@Component
public class FtpFiles {

    public static final String CIRCUIT = "onec.ftp";

    private static final String PART = ".part";
    private static final String ARCHIVE = "archive";

    private final FtpSettings settings;
    private final FtpServer server;
    private final PartnerCalls calls;

    public FtpFiles(FtpSettings settings, PartnerCalls calls) {
        this.settings = settings;
        Masking.hide(settings.password());
        this.server = new FtpServer(settings);
        this.calls = calls;
    }

    /** A file as the server lists it. */
    public record Listed(String name, long size, Instant modified) {}

    public boolean isSet() {
        return settings.isSet();
    }

    /**
     * Uploads to {@code from-shop}: under a temporary name, checked, then renamed, so that 1C never sees half a file. Goes on where
     * an earlier try broke off, and does nothing when the whole file is there, or was taken by 1C, already.
     *
     * @param message the stored message whose bytes these are
     */
    public CallOutcome<Boolean> upload(String name, byte[] content, long message) {
        return calls.call(PartnerCall.writing(CIRCUIT, "STOR " + settings.fromShop(), name), attempt -> {
            attempt.message(message);
            attempt.sent("STOR " + settings.fromShop() + "/" + name + " (" + content.length + " B)", null, new byte[0]);
            return server.connected(attempt, ftp -> {
                enter(ftp, settings.fromShop());
                if (!isThere(ftp, name, content.length)) {
                    store(ftp, name, content);
                }
                return true;
            });
        });
    }

    /** Removes from {@code from-shop} what 1C has not taken yet, and what is left of a broken upload; true when 1C could see it. */
    public CallOutcome<Boolean> withdraw(String name) {
        return calls.call(PartnerCall.writing(CIRCUIT, "DELE " + settings.fromShop(), name), attempt -> {
            attempt.sent("DELE " + settings.fromShop() + "/" + name, null, new byte[0]);
            return server.connected(attempt, ftp -> {
                enter(ftp, settings.fromShop());
                ftp.deleteFile(name + PART);
                boolean wasThere = find(ftp, name).isPresent();
                require(
                        ftp,
                        !wasThere || ftp.deleteFile(name) || find(ftp, name).isEmpty(),
                        "DELE " + name);
                return wasThere;
            });
        });
    }

    /** Everything that lies in {@code to-shop} now, folders left out. */
    public CallOutcome<List<Listed>> listed() {
        return calls.call(
                PartnerCall.reading(CIRCUIT, "LIST " + settings.toShop()),
                attempt -> server.connected(attempt, ftp -> {
                    enter(ftp, settings.toShop());
                    return Arrays.stream(files(ftp))
                            .filter(FTPFile::isFile)
                            .map(file -> new Listed(file.getName(), file.getSize(), modified(file)))
                            .toList();
                }));
    }

    /** Copies a file of {@code to-shop}; a broken copy is begun anew by the next try. */
    public CallOutcome<Boolean> download(String name, Path target) {
        return calls.call(
                PartnerCall.reading(CIRCUIT, "RETR " + settings.toShop()),
                attempt -> server.connected(attempt, ftp -> {
                    enter(ftp, settings.toShop());
                    try (OutputStream copy = Files.newOutputStream(target)) {
                        require(ftp, ftp.retrieveFile(name, copy), "RETR " + name);
                    }
                    return true;
                }));
    }

    /** Removes from {@code to-shop} what says nothing any more; true when it was there. */
    public CallOutcome<Boolean> remove(String name) {
        return calls.call(
                PartnerCall.writing(CIRCUIT, "DELE " + settings.toShop(), name),
                attempt -> server.connected(attempt, ftp -> {
                    enter(ftp, settings.toShop());
                    return ftp.deleteFile(name);
                }));
    }

    /** Moves what was taken aside, into {@code to-shop/archive}. */
    public CallOutcome<Boolean> archive(String name) {
        return calls.call(
                PartnerCall.writing(CIRCUIT, "RNTO " + settings.toShop(), name),
                attempt -> server.connected(attempt, ftp -> {
                    enter(ftp, settings.toShop());
                    ftp.makeDirectory(ARCHIVE);
                    String target = ARCHIVE + "/" + name;
                    if (!ftp.rename(name, target)) {
                        // a namesake from before lies there
                        require(
                                ftp,
                                ftp.rename(name, target + "." + Instant.now().getEpochSecond()),
                                "RNTO " + name);
                    }
                    return true;
                }));
    }

    private void store(FTPClient ftp, String name, byte[] content) throws IOException {
        String part = name + PART;
        long have = find(ftp, part).map(FTPFile::getSize).orElse(0L);
        if (have > content.length) {
            ftp.deleteFile(part);
            have = 0;
        }
        if (have < content.length) {
            append(ftp, part, content, (int) have);
        }
        long size = find(ftp, part).map(FTPFile::getSize).orElse(-1L);
        if (size != content.length) {
            // a server that cannot go on in the middle: the next try begins anew
            ftp.deleteFile(part);
            throw new CallFailure(
                    CallError.SYSTEM_UNAVAILABLE,
                    false,
                    part + " has " + size + " B there instead of " + content.length);
        }
        require(ftp, ftp.rename(part, name), "RNTO " + name);
    }

    private static void append(FTPClient ftp, String part, byte[] content, int from) throws IOException {
        ftp.setRestartOffset(from);
        boolean isStored = ftp.storeFile(part, new ByteArrayInputStream(content, from, content.length - from));
        if (!isStored && from > 0) {
            String reply = reply(ftp);
            ftp.deleteFile(part);
            throw new CallFailure(CallError.SYSTEM_UNAVAILABLE, false, "REST " + from + ": " + reply);
        }
        require(ftp, isStored, "STOR " + part);
    }

    /** In its place, or where 1C puts what it has taken. */
    private static boolean isThere(FTPClient ftp, String name, long size) throws IOException {
        return find(ftp, name).filter(file -> file.getSize() == size).isPresent()
                || find(ftp, ARCHIVE + "/" + name)
                        .filter(file -> file.getSize() == size)
                        .isPresent();
    }

    private static Optional<FTPFile> find(FTPClient ftp, String name) throws IOException {
        return Arrays.stream(ftp.listFiles(name)).filter(FTPFile::isFile).findFirst();
    }

    private static FTPFile[] files(FTPClient ftp) throws IOException {
        FTPFile[] files = ftp.mlistDir();
        return files.length == 0 ? ftp.listFiles() : files;
    }

    private static Instant modified(FTPFile file) {
        return file.getTimestampInstant() == null ? Instant.EPOCH : file.getTimestampInstant();
    }
}
