package ru.freesport.console.onec.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import ru.freesport.console.partners.CallAttempt;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallFailure;

/** Opens connections to the file server, checked and logged in, and says what its replies mean. */
final class FtpServer {

    private final FtpSettings settings;
    private final SSLContext trust;

    /** @throws IllegalStateException when the certificate that is to be trusted cannot be read */
    FtpServer(FtpSettings settings) {
        this.settings = settings;
        this.trust = trust(settings);
    }

    /** What is done over one connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(FTPClient ftp) throws IOException;
    }

    <T> T connected(CallAttempt attempt, Work<T> work) throws IOException {
        FTPClient ftp = client();
        try {
            ftp.connect(settings.host(), settings.port());
            require(ftp, FTPReply.isPositiveCompletion(ftp.getReplyCode()), "connection");
            ftp.setSoTimeout((int) settings.dataTimeout().toMillis());
            require(ftp, ftp.login(settings.user(), settings.password()), "USER");
            if (ftp instanceof FTPSClient secured) {
                secured.execPBSZ(0);
                secured.execPROT("P");
            }
            require(ftp, ftp.setFileType(FTP.BINARY_FILE_TYPE), "TYPE I");
            ftp.enterLocalPassiveMode();
            T result = work.with(ftp);
            attempt.received(ftp.getReplyCode(), reply(ftp), null, new byte[0]);
            sayGoodbye(ftp);
            return result;
        } catch (CallFailure refused) {
            attempt.received(ftp.getReplyCode(), reply(ftp), null, new byte[0]);
            throw refused;
        } finally {
            disconnect(ftp);
        }
    }

    /** What was done is done, whether or not the server answers this. */
    private static void sayGoodbye(FTPClient ftp) {
        try {
            ftp.quit();
        } catch (IOException gone) {
            // nothing depends on it
        }
    }

    private static void disconnect(FTPClient ftp) {
        try {
            ftp.disconnect();
        } catch (IOException gone) {
            // nothing depends on it
        }
    }

    private FTPClient client() {
        FTPClient ftp = settings.tls() ? secured() : new FTPClient();
        ftp.setControlEncoding(StandardCharsets.UTF_8.name());
        ftp.setConnectTimeout((int) settings.connectTimeout().toMillis());
        ftp.setDefaultTimeout((int) settings.connectTimeout().toMillis());
        ftp.setDataTimeout(settings.dataTimeout());
        ftp.setRemoteVerificationEnabled(true);
        return ftp;
    }

    /** Explicit FTPS; the certificate must be valid, trusted and made out to this host. */
    private FTPClient secured() {
        FTPSClient ftp = new FTPSClient(false, trust);
        ftp.setEndpointCheckingEnabled(true);
        return ftp;
    }

    private static SSLContext trust(FtpSettings settings) {
        try {
            return settings.certificate().isBlank()
                    ? SSLContext.getDefault()
                    : SslBundle.of(new PemSslStoreBundle(
                                    null, PemSslStoreDetails.forCertificate(settings.certificate())))
                            .createSslContext();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void enter(FTPClient ftp, String folder) throws IOException {
        require(ftp, ftp.changeWorkingDirectory("/" + folder) || ftp.changeWorkingDirectory(folder), "CWD " + folder);
    }

    /** @throws CallFailure when it is not done; what kind says the server's last reply */
    static void require(FTPClient ftp, boolean done, String what) {
        if (!done) {
            CallError error = switch (ftp.getReplyCode()) {
                case FTPReply.NOT_LOGGED_IN, FTPReply.NEED_ACCOUNT_FOR_STORING_FILES -> CallError.AUTHENTICATION_FAILED;
                // no permission, no such folder, no such name
                case FTPReply.FILE_UNAVAILABLE, FTPReply.FILE_NAME_NOT_ALLOWED -> CallError.BUSINESS_LOGIC_ERROR;
                // a full disk among them
                default -> CallError.SYSTEM_UNAVAILABLE;
            };
            throw new CallFailure(error, false, what + ": " + reply(ftp));
        }
    }

    static String reply(FTPClient ftp) {
        String reply = ftp.getReplyString();
        return reply == null ? "no reply" : reply.strip();
    }
}
