package ru.freesport.console.onec.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.CallAttempt;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallFailure;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.CircuitDefinition;
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
    private final PartnerCalls calls;

    public FtpFiles(FtpSettings settings, PartnerCalls calls) {
        this.settings = settings;
        Masking.hide(settings.password());
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
            return connected(attempt, ftp -> {
                enter(ftp, settings.fromShop());
                if (!isThere(ftp, name, content.length)) {
                    store(ftp, name, content);
                }
                return true;
            });
        });
    }

    /** Removes from {@code from-shop} what 1C has not taken yet; true when it was there. */
    public CallOutcome<Boolean> withdraw(String name) {
        return calls.call(PartnerCall.writing(CIRCUIT, "DELE " + settings.fromShop(), name), attempt -> {
            attempt.sent("DELE " + settings.fromShop() + "/" + name, null, new byte[0]);
            return connected(attempt, ftp -> {
                enter(ftp, settings.fromShop());
                return find(ftp, name).isPresent() && ftp.deleteFile(name);
            });
        });
    }

    /** Everything that lies in {@code to-shop} now, folders left out. */
    public CallOutcome<List<Listed>> listed() {
        return calls.call(
                PartnerCall.reading(CIRCUIT, "LIST " + settings.toShop()),
                attempt -> connected(attempt, ftp -> {
                    enter(ftp, settings.toShop());
                    return Arrays.stream(files(ftp))
                            .filter(FTPFile::isFile)
                            .map(file -> new Listed(file.getName(), file.getSize(), modified(file)))
                            .toList();
                }));
    }

    /** Copies a file of {@code to-shop}. */
    public CallOutcome<Boolean> download(String name, OutputStream target) {
        return calls.call(PartnerCall.reading(CIRCUIT, "RETR " + settings.toShop()), attempt -> {
            if (attempt.number() > 1) {
                throw new CallFailure(CallError.DATA_FORMAT_ERROR, false, "A broken download is begun anew next time");
            }
            return connected(attempt, ftp -> {
                enter(ftp, settings.toShop());
                require(ftp, ftp.retrieveFile(name, target), "RETR " + name);
                return true;
            });
        });
    }

    /** Moves what was taken aside, into {@code to-shop/archive}. */
    public CallOutcome<Boolean> archive(String name) {
        return calls.call(
                PartnerCall.writing(CIRCUIT, "RNTO " + settings.toShop(), name),
                attempt -> connected(attempt, ftp -> {
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
            ftp.setRestartOffset(have);
            boolean stored =
                    ftp.storeFile(part, new ByteArrayInputStream(content, (int) have, content.length - (int) have));
            require(ftp, stored, "STOR " + part);
        }
        long size = find(ftp, part).map(FTPFile::getSize).orElse(-1L);
        if (size != content.length) {
            throw new CallFailure(
                    CallError.SYSTEM_UNAVAILABLE,
                    false,
                    part + " has " + size + " B there instead of " + content.length);
        }
        require(ftp, ftp.rename(part, name), "RNTO " + name);
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

    private <T> T connected(CallAttempt attempt, Work<T> work) throws IOException {
        FTPClient ftp = client();
        try {
            ftp.connect(settings.host(), settings.port());
            require(ftp, FTPReply.isPositiveCompletion(ftp.getReplyCode()), "connection");
            ftp.setSoTimeout((int) settings.dataTimeout().toMillis());
            if (!ftp.login(settings.user(), settings.password())) {
                throw new CallFailure(CallError.AUTHENTICATION_FAILED, false, reply(ftp));
            }
            if (ftp instanceof FTPSClient secured) {
                secured.execPBSZ(0);
                secured.execPROT("P");
            }
            require(ftp, ftp.setFileType(FTP.BINARY_FILE_TYPE), "TYPE I");
            ftp.enterLocalPassiveMode();
            T result = work.with(ftp);
            attempt.received(ftp.getReplyCode(), reply(ftp), null, new byte[0]);
            ftp.logout();
            return result;
        } finally {
            if (ftp.isConnected()) {
                ftp.disconnect();
            }
        }
    }

    private FTPClient client() {
        FTPClient ftp = settings.tls() ? checked(new FTPSClient(false)) : new FTPClient();
        ftp.setControlEncoding(StandardCharsets.UTF_8.name());
        ftp.setConnectTimeout((int) settings.connectTimeout().toMillis());
        ftp.setDefaultTimeout((int) settings.connectTimeout().toMillis());
        ftp.setDataTimeout(settings.dataTimeout());
        ftp.setRemoteVerificationEnabled(true);
        return ftp;
    }

    /** The certificate must be valid, trusted and made out to this host. */
    private static FTPSClient checked(FTPSClient ftp) {
        ftp.setTrustManager(null);
        ftp.setEndpointCheckingEnabled(true);
        return ftp;
    }

    private static void enter(FTPClient ftp, String folder) throws IOException {
        require(ftp, ftp.changeWorkingDirectory("/" + folder) || ftp.changeWorkingDirectory(folder), "CWD " + folder);
    }

    private static void require(FTPClient ftp, boolean done, String what) {
        if (!done) {
            boolean isRefused = ftp.getReplyCode() == FTPReply.FILE_UNAVAILABLE;
            throw new CallFailure(
                    isRefused ? CallError.BUSINESS_LOGIC_ERROR : CallError.SYSTEM_UNAVAILABLE,
                    false,
                    what + ": " + reply(ftp));
        }
    }

    private static String reply(FTPClient ftp) {
        String reply = ftp.getReplyString();
        return reply == null ? "no reply" : reply.strip();
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(FTPClient ftp) throws IOException;
    }

    /** The file server has a circuit of its own: it may be away when 1C is not. */
    @Configuration(proxyBeanMethods = false)
    static class FtpCircuit {

        @Bean
        CircuitDefinition ftpCircuit(org.springframework.beans.factory.ObjectProvider<FtpFiles> files) {
            return new CircuitDefinition(
                    CIRCUIT,
                    "onec.circuit.ftp",
                    "onec.circuit.effect.ftp",
                    () -> files.getObject().listed());
        }
    }
}
