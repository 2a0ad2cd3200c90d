package ru.freesport.console.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import ru.freesport.console.simulator.ftp.SimulatedFiles;
import ru.freesport.console.simulator.onec.SimulatedOnec;
import ru.freesport.console.simulator.yookassa.SimulatedYooKassa;

/** Every simulated system, started together; what the demo runs beside the console and tests run in between. */
public final class Simulators implements AutoCloseable {

    private final SimulatedFiles files;
    private final SimulatedOnec onec;
    private final SimulatedYooKassa yookassa;
    private final LabServer server;

    private Simulators(SimulatorSettings settings, Clock clock, Consumer<LabExchange> watcher) throws IOException {
        files = SimulatedFiles.start(settings, clock);
        onec = new SimulatedOnec(settings, files.folder(), clock);
        yookassa = new SimulatedYooKassa(settings, clock);
        server = new LabServer(settings.httpPort(), systems(), watcher);
        yookassa.isAt("http://localhost:" + server.port());
    }

    /** @throws UncheckedIOException when a port is taken or there is no room for the file server's folder */
    public static Simulators start(SimulatorSettings settings) {
        return start(settings, _ -> {});
    }

    /** The same, with somebody who is shown every request to an HTTP system and its answer. */
    public static Simulators start(SimulatorSettings settings, Consumer<LabExchange> watcher) {
        try {
            return new Simulators(settings, Clock.systemUTC(), watcher);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public int httpPort() {
        return server.port();
    }

    public int ftpPort() {
        return files.port();
    }

    public SimulatedOnec onec() {
        return onec;
    }

    public SimulatedYooKassa yookassa() {
        return yookassa;
    }

    public SimulatedFiles files() {
        return files;
    }

    public List<SimulatedSystem> systems() {
        return List.of(onec, files, yookassa);
    }

    @Override
    public void close() {
        server.close();
        onec.close();
        yookassa.close();
        files.close();
    }
}
