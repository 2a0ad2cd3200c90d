package ru.freesport.console.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what PostgreSQL leaves in its data folder while it runs. */
final class PostmasterFile {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    private PostmasterFile() {}

    /** The port of the server that runs on this data folder, or null when none does. */
    static @Nullable Integer livePort(Path dataFolder) throws IOException {
        Path file = dataFolder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return null;
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() <= PORT_LINE) {
            return null;
        }
        long pid = Long.parseLong(lines.get(PID_LINE).trim());
        boolean alive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        return alive ? Integer.valueOf(lines.get(PORT_LINE).trim()) : null;
    }

    static Path controlProgram(Path binaries) throws IOException {
        try (Stream<Path> files = Files.find(binaries, 4, (path, _) -> path.endsWith("bin/pg_ctl"))) {
            return files.findFirst().orElseThrow(() -> new IOException("no pg_ctl below " + binaries));
        }
    }
}
