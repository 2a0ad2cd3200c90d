package ru.freesport.console.onec.pull;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.FtpInboxTask;
import ru.freesport.console.onec.files.FtpFiles;
import ru.freesport.console.onec.files.FtpSettings;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.shared.Actor;

/** What takes over while 1C does not answer: the files it leaves on the file server, and the word to people that it may. */
@Component
class FilesInstead {

    private static final int SHOWN = 5;

    private final FtpFiles ftp;
    private final FtpSettings settings;
    private final Runs runs;

    FilesInstead(FtpFiles ftp, FtpSettings settings, Runs runs) {
        this.ftp = ftp;
        this.settings = settings;
        this.runs = runs;
    }

    /** True when 1C has left files of these lists and they are being taken; says so, or what 1C could leave. */
    boolean takeOver(List<PullList> lists, RunContext run) {
        if (!ftp.isSet()) {
            run.warn("onec.event.pullNoFtp", wanted(lists));
            return false;
        }
        List<String> there = listed().stream()
                .map(FtpFiles.Listed::name)
                .filter(name -> isOf(lists, name))
                .sorted()
                .toList();
        if (there.isEmpty()) {
            run.warn("onec.event.pullNoFiles", wanted(lists), settings.toShop());
            return false;
        }
        runs.submitUnlessBusy(RunRequest.of(FtpInboxTask.NAME, RunTrigger.EVENT, Actor.system()));
        run.warn(
                "onec.event.pullFiles",
                there.size(),
                there.stream().limit(SHOWN).collect(Collectors.joining(", ")));
        return true;
    }

    private List<FtpFiles.Listed> listed() {
        return ftp.listed() instanceof CallOutcome.Succeeded<List<FtpFiles.Listed>>(long _, var listed)
                ? listed
                : List.of();
    }

    private static boolean isOf(List<PullList> lists, String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip") || lists.stream().anyMatch(list -> list.isIn(name));
    }

    private static String wanted(List<PullList> lists) {
        return lists.stream().map(list -> list.prefix() + "*.xml").collect(Collectors.joining(", "));
    }
}
