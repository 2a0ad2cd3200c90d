package ru.freesport.console.onec.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.filesystem.nativefs.impl.NativeFileSystemView;
import org.apache.ftpserver.filesystem.nativefs.impl.NativeFtpFile;
import org.apache.ftpserver.ftplet.FileSystemFactory;
import org.apache.ftpserver.ftplet.FileSystemView;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpFile;
import org.apache.ftpserver.ftplet.User;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** A file server with the troubles a real one has; run as a process of its own it can be killed like one. */
public final class SomeFtpServer implements AutoCloseable {

    /** What goes wrong. */
    public enum Trouble {
        NONE,
        /** It hangs in the middle of an upload. */
        HANGS,
        /** Its disk is full after some bytes. */
        DISK_FULL,
        /** The account may only read. */
        READ_ONLY,
        /** It begins every upload anew, whatever place it was told. */
        NO_RESUME
    }

    static final int TAKEN_BEFORE_TROUBLE = 1_000;

    private final FtpServer server;
    public final int port;

    public SomeFtpServer(int port, Path folder, Trouble trouble, Path keys) throws IOException, FtpException {
        this.port = port == 0 ? freePort() : port;
        Files.createDirectories(folder.resolve("from-shop"));
        Files.createDirectories(folder.resolve("to-shop"));
        ListenerFactory listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(this.port);
        DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
        data.setPassiveAddress("127.0.0.1");
        listener.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        if (keys != null) {
            SslConfigurationFactory tls = new SslConfigurationFactory();
            tls.setKeystoreFile(keys.toFile());
            tls.setKeystorePassword(SomeCertificate.PASSWORD);
            tls.setSslProtocol("TLSv1.3");
            listener.setSslConfiguration(tls.createSslConfiguration());
        }
        FtpServerFactory factory = new FtpServerFactory();
        factory.addListener("default", listener.createListener());
        factory.setFileSystem(new TroubledFiles(trouble));
        factory.setUserManager(users(folder, trouble));
        server = factory.createServer();
        server.start();
    }

    /** @param arguments port, folder, trouble */
    public static void main(String[] arguments) throws Exception {
        new SomeFtpServer(Integer.parseInt(arguments[0]), Path.of(arguments[1]), Trouble.valueOf(arguments[2]), null);
        System.out.println("ready");
    }

    private static UserManager users(Path folder, Trouble trouble) throws FtpException {
        UserManager users = new PropertiesUserManagerFactory().createUserManager();
        BaseUser user = new BaseUser();
        user.setName("onec");
        user.setPassword("onec");
        user.setHomeDirectory(folder.toString());
        user.setAuthorities(trouble == Trouble.READ_ONLY ? List.of() : List.of(new WritePermission()));
        users.save(user);
        return users;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private record TroubledFiles(Trouble trouble) implements FileSystemFactory {

        @Override
        public FileSystemView createFileSystemView(User user) throws FtpException {
            return new NativeFileSystemView(user, false) {
                @Override
                public FtpFile getFile(String name) {
                    return new TroubledFile((NativeFtpFile) super.getFile(name), user, trouble);
                }
            };
        }
    }

    private static final class TroubledFile extends NativeFtpFile {

        private final Trouble trouble;

        TroubledFile(NativeFtpFile file, User user, Trouble trouble) {
            super(file.getAbsolutePath(), file.getPhysicalFile(), user);
            this.trouble = trouble;
        }

        @Override
        public OutputStream createOutputStream(long offset) throws IOException {
            OutputStream out = super.createOutputStream(trouble == Trouble.NO_RESUME ? 0 : offset);
            return switch (trouble) {
                case HANGS, DISK_FULL -> new TroubledStream(out, trouble);
                case NONE, READ_ONLY, NO_RESUME -> out;
            };
        }
    }

    private static final class TroubledStream extends FilterOutputStream {

        private final Trouble trouble;
        private int left = TAKEN_BEFORE_TROUBLE;

        TroubledStream(OutputStream out, Trouble trouble) {
            super(out);
            this.trouble = trouble;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int taken = Math.min(length, left);
            out.write(bytes, from, taken);
            left -= taken;
            if (taken < length) {
                out.flush();
                if (trouble == Trouble.DISK_FULL) {
                    throw new IOException("No space left on device");
                }
                hang();
            }
        }

        private static void hang() {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
