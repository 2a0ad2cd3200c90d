package ru.freesport.console.onec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ScheduledTask;
import ru.freesport.console.onec.files.FtpFiles;
import ru.freesport.console.onec.files.FtpFiles.Listed;
import ru.freesport.console.partners.CallOutcome;

/**
 * Looks at what 1C left on the file server: acknowledgements of our files, and packets for the import. A file is taken when its
 * size stands still or its marker lies beside it, stored before it is worked on, moved to the archive, and never taken twice.
 */
@Component
public class FtpInboxTask implements ScheduledTask {

    public static final String NAME = "onec.ftp-inbox";

    private static final String MARKER = ".done";
    private static final String TEMPORARY = ".part";
    private static final Pattern PLAIN = Pattern.compile("(?!\\.{1,2}$)[^/\\\\\\p{Cntrl}]{1,200}");

    private final FtpFiles ftp;
    private final FtpIntake intake;
    private final Duration pause;

    FtpInboxTask(FtpFiles ftp, FtpIntake intake, FtpInboxSettings settings) {
        this.ftp = ftp;
        this.intake = intake;
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
        Optional<List<Listed>> first = listed(run);
        if (first.isEmpty()) {
            return RunState.FAILED;
        }
        if (first.get().isEmpty()) {
            return RunState.COMPLETED;
        }
        Thread.sleep(pause);
        Optional<List<Listed>> second = listed(run);
        if (second.isEmpty()) {
            return RunState.FAILED;
        }
        Set<String> names = first.get().stream().map(Listed::name).collect(Collectors.toSet());
        for (Listed file : complete(first.get(), new HashSet<>(second.get()), names, run)) {
            run.checkpoint();
            if (take(file, run)) {
                putAway(file, names.contains(file.name() + MARKER), run);
                run.rows(1);
            }
        }
        return RunState.COMPLETED;
    }

    /** What is whole: its marker says so, or it is the same after a while. */
    private static List<Listed> complete(List<Listed> first, Set<Listed> second, Set<String> names, RunContext run) {
        return first.stream()
                .filter(file -> isPlain(file, run))
                .filter(file -> !file.name().endsWith(MARKER) && !file.name().endsWith(TEMPORARY))
                .filter(file -> names.contains(file.name() + MARKER) || second.contains(file))
                .toList();
    }

    private static boolean isPlain(Listed file, RunContext run) {
        boolean isPlain = isPlain(file.name());
        if (!isPlain) {
            run.warn("onec.event.inboxName", file.name().replaceAll("\\p{Cntrl}", "?"));
        }
        return isPlain;
    }

    /** A name that is a path, or no name at all, is not followed anywhere. */
    static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches();
    }

    private Optional<List<Listed>> listed(RunContext run) {
        return switch (ftp.listed()) {
            case CallOutcome.Succeeded<List<Listed>>(long _, var listed) -> Optional.of(listed);
            case CallOutcome.Failed failed -> {
                run.warn("onec.event.inboxUnreachable", failed.text());
                yield Optional.empty();
            }
        };
    }

    private boolean take(Listed file, RunContext run) throws IOException {
        Path folder = Files.createTempDirectory("console-ftp-inbox");
        try {
            Path copy = folder.resolve(file.name());
            if (ftp.download(file.name(), copy) instanceof CallOutcome.Failed failed) {
                run.warn("onec.event.inboxNotTaken", file.name(), failed.text());
                return false;
            }
            // it grew after all
            return Files.size(copy) == file.size() && intake.take(file, copy, run);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** The marker goes first: left behind, it would call the next file of this name complete while that still grows. */
    private void putAway(Listed file, boolean hasMarker, RunContext run) {
        if (hasMarker) {
            ftp.remove(file.name() + MARKER);
        }
        if (ftp.archive(file.name()) instanceof CallOutcome.Failed failed) {
            run.warn("onec.event.inboxNotArchived", file.name(), failed.text());
        }
    }
}
