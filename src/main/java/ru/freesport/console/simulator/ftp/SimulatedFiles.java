package ru.freesport.console.simulator.ftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.springframework.util.FileSystemUtils;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;
import ru.freesport.console.simulator.LabExchange;
import ru.freesport.console.simulator.LabJournal;
import ru.freesport.console.simulator.SimulatedSystem;
import ru.freesport.console.simulator.SimulatorSettings;

/** The file server between the shop and 1C: one account, {@code from-shop} and {@code to-shop}, in a folder of its own. */
public final class SimulatedFiles implements SimulatedSystem, AutoCloseable {

    public static final String FROM_SHOP = "from-shop";
    public static final String TO_SHOP = "to-shop";

    private static final String LISTENER = "default";
    private static final int LONGEST_SILENCE_S = 300;

    private final Faults faults = new Faults(EnumSet.of(FaultMode.DOWN, FaultMode.KILLED_MID_UPLOAD));
    private final LabJournal journal;
    private final SimulatorSettings settings;
    private final Path folder;
    private final int port;
    private FtpServer server;

    private SimulatedFiles(SimulatorSettings settings, Clock clock) throws IOException {
        this.settings = settings;
        this.journal = new LabJournal(clock);
        this.folder = Files.createTempDirectory("console-lab-ftp");
        Files.createDirectories(folder.resolve(FROM_SHOP));
        Files.createDirectories(folder.resolve(TO_SHOP));
        this.port = settings.ftpPort() > 0 ? settings.ftpPort() : freePort();
        this.server = started();
    }

    /** @throws IOException when there is no room for the folder or the port is taken */
    public static SimulatedFiles start(SimulatorSettings settings, Clock clock) throws IOException {
        return new SimulatedFiles(settings, clock);
    }

    public int port() {
        return port;
    }

    /** Where the files lie that the server shows. */
    public Path folder() {
        return folder;
    }

    /** Ends the server as a crash would: open transfers break, files stay as far as they were written. */
    public synchronized void kill() {
        server.stop();
    }

    /** Starts the server again after {@link #kill()}, on the same port with the same files. */
    public synchronized void restart() throws IOException {
        server = started();
    }

    private FtpServer started() throws IOException {
        ListenerFactory listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(port);
        listener.setIdleTimeout(LONGEST_SILENCE_S);
        DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
        data.setPassiveAddress("127.0.0.1");
        listener.setDataConnectionConfiguration(data.createDataConnectionConfiguration());

        FtpServerFactory factory = new FtpServerFactory();
        factory.addListener(LISTENER, listener.createListener());
        factory.setFileSystem(new BreakingFileSystem(faults));
        factory.getFtplets().put("lab", new LabFtplet(faults, journal));
        FtpServer made = factory.createServer();
        try {
            factory.setUserManager(users());
            made.start();
        } catch (FtpException impossible) {
            throw new IOException("The file server does not start on port " + port, impossible);
        }
        return made;
    }

    private UserManager users() throws FtpException {
        UserManager users = new PropertiesUserManagerFactory().createUserManager();
        BaseUser user = new BaseUser();
        user.setName(settings.ftpAccount().name());
        user.setPassword(settings.ftpAccount().password());
        user.setHomeDirectory(folder.toString());
        user.setAuthorities(List.of(new WritePermission()));
        users.save(user);
        return users;
    }

    @Override
    public String name() {
        return "ftp";
    }

    @Override
    public Faults faults() {
        return faults;
    }

    @Override
    public LabJournal journal() {
        return journal;
    }

    @Override
    public List<Map<String, Object>> objects() {
        List<Map<String, Object>> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                Map<String, Object> shown = new LinkedHashMap<>();
                shown.put("id", folder.relativize(file).toString());
                shown.put("size", Files.size(file));
                shown.put(
                        "modified",
                        Instant.ofEpochMilli(file.toFile().lastModified()).toString());
                files.add(shown);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return files;
    }

    @Override
    public void act(String id, String act) {
        throw new IllegalArgumentException("Files do nothing by themselves");
    }

    @Override
    public void serve(LabExchange exchange) throws IOException {
        exchange.answerJson(404, Map.of("error", "Files are served over FTP on port " + port));
    }

    @Override
    public synchronized void close() {
        server.stop();
        FileSystemUtils.deleteRecursively(folder.toFile());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
