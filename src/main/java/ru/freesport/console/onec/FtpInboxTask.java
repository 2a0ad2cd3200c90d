package ru.freesport.console.onec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.ScheduledTask;
import ru.freesport.console.onec.files.FtpFiles;
import ru.freesport.console.onec.outgoing.Debt;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.shared.Actor;

/**
 * Looks at what 1C left on the file server: acknowledgements of our files, and packets for the import. A file is taken when its
 * size stands still or its marker lies beside it, stored before it is worked on, moved to the archive, and never taken twice.
 */
@Component
public class FtpInboxTask implements ScheduledTask {

    public static final String NAME = "onec.ftp-inbox";

    private static final String ACKNOWLEDGEMENT = ".ack";
    private static final String MARKER = ".done";
    private static final String TEMPORARY = ".part";
    private static final int ACK_FIELDS = 3;

    private final FtpFiles ftp;
    private final Debt debt;
    private final LocalFiles files;
    private final PacketImport imports;
    private final JdbcClient database;
    private final Duration pause;

    FtpInboxTask(
            FtpFiles ftp,
            Debt debt,
            LocalFiles files,
            PacketImport imports,
            JdbcClient database,
            FtpInboxSettings settings) {
        this.ftp = ftp;
        this.debt = debt;
        this.files = files;
        this.imports = imports;
        this.database = database;
        this.pause = settings.pause();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> cron() {
        return ftp.isSet() ? Optional.of("15 * * * * ?") : Optional.empty();
    }

    @Override
    public RunState run(RunContext run) throws IOException, InterruptedException {
        List<FtpFiles.Listed> complete = complete();
        int taken = 0;
        for (FtpFiles.Listed file : complete) {
            run.checkpoint();
            taken += take(file, run) ? 1 : 0;
        }
        run.rows(taken);
        return RunState.COMPLETED;
    }

    /** What is whole: its marker says so, or it is the same after a while. */
    private List<FtpFiles.Listed> complete() throws InterruptedException {
        List<FtpFiles.Listed> first = listed();
        if (first.isEmpty()) {
            return first;
        }
        Thread.sleep(pause);
        Set<FtpFiles.Listed> second = new HashSet<>(listed());
        Set<String> names = first.stream().map(FtpFiles.Listed::name).collect(Collectors.toSet());
        return first.stream()
                .filter(file -> !file.name().endsWith(MARKER) && !file.name().endsWith(TEMPORARY))
                .filter(file -> names.contains(file.name() + MARKER) || second.contains(file))
                .toList();
    }

    private List<FtpFiles.Listed> listed() {
        return ftp.listed() instanceof CallOutcome.Succeeded<List<FtpFiles.Listed>>(long _, var listed)
                ? listed
                : List.of();
    }

    private boolean take(FtpFiles.Listed file, RunContext run) throws IOException {
        Path folder = Files.createTempDirectory("console-ftp-inbox");
        try {
            Path copy = folder.resolve(Path.of(file.name()).getFileName());
            try (OutputStream target = Files.newOutputStream(copy)) {
                if (!(ftp.download(file.name(), target) instanceof CallOutcome.Succeeded<Boolean>)) {
                    return false;
                }
            }
            if (Files.size(copy) != file.size()) {
                return false;
            }
            if (file.name().endsWith(ACKNOWLEDGEMENT)) {
                acknowledge(file.name(), copy, run);
            } else if (isNew(file, copy)) {
                work(copy, run);
            }
            ftp.archive(file.name());
            return true;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** {@code key;outcome;number} a line; as {@code 1c-exchange.ru.md} describes it. */
    private void acknowledge(String name, Path copy, RunContext run) throws IOException {
        Map<String, String> confirmed = new HashMap<>();
        Map<String, String> rejected = new HashMap<>();
        for (String line :
                Files.readString(copy, StandardCharsets.UTF_8).lines().toList()) {
            String[] fields = line.split(";", ACK_FIELDS);
            if (fields.length < 2 || fields[0].isBlank()) {
                run.warn("onec.event.ackUnreadable", name);
                continue;
            }
            String last = fields.length == ACK_FIELDS ? fields[2].strip() : "";
            switch (fields[1].strip()) {
                case "CREATED", "EXISTS" -> confirmed.put(fields[0].strip(), last);
                case "REJECTED" -> rejected.put(fields[0].strip(), last);
                default -> run.warn("onec.event.ackUnreadable", name);
            }
        }
        String file = name.substring(0, name.length() - ACKNOWLEDGEMENT.length());
        RunAs.system(() -> debt.answered(file, confirmed, rejected));
        run.note("onec.event.acknowledged", name, confirmed.size(), rejected.size());
    }

    /** False when exactly this file was taken before; the row is there before the work begins. */
    private boolean isNew(FtpFiles.Listed file, Path copy) throws IOException {
        return database.sql("INSERT INTO incoming_file (name, size, modified, sha256) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                        .params(file.name(), file.size(), Timestamp.from(file.modified()), sha256(copy))
                        .update()
                > 0;
    }

    private void work(Path copy, RunContext run) throws IOException {
        String name = copy.getFileName().toString();
        try {
            Actor actor = Actor.system();
            long packet = files.store(copy, Door.FTP, actor, (_, _) -> {});
            long importRun = imports.start(imports.packet(
                    packet,
                    LocalFiles.isWhole(copy),
                    EnumSet.allOf(ImportKind.class),
                    RunTrigger.FOLDER,
                    actor,
                    false,
                    null,
                    name));
            run.note("onec.event.inboxTaken", name, importRun);
        } catch (LocalFiles.NothingToImport nothing) {
            run.warn("onec.event.inboxNothing", name);
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            java.security.MessageDigest digest = java.security.MessageDigest.getInstance("SHA-256");
            try (OutputStream sink = new java.security.DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                Files.copy(file, sink);
            }
            return java.util.HexFormat.of().formatHex(digest.digest());
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
