package ru.freesport.console.onec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.RunWatcher;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.shared.Actor;

@ConsoleTest
class RealExportTest {

    private static final Path EXPORT = Path.of("../shared/data/onec-real");

    @Autowired
    private LocalFiles files;

    @Autowired
    private PacketImport imports;

    @Autowired
    private Runs runs;

    @Autowired
    private RunCounts counts;

    @Test
    void everyRowOfTheRealExportIsAccountedForAndASecondRunChangesNothing() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(EXPORT), "the real export is not beside the project");
        RunView first = takeExport();
        Map<String, KindCounts> rows = counts.of(first.id());
        assertThat(first.state()).isEqualTo(RunState.COMPLETED_WITH_REJECTS);
        assertThat(rows.get("groups").read()).isEqualTo(119);
        assertThat(rows.get("goods").read()).isEqualTo(3);
        assertThat(rows.get("offers").read()).isEqualTo(3);
        assertThat(rows.get("prices").read()).isEqualTo(23);
        assertThat(rows.get("rests").read()).isEqualTo(10);
        assertThat(rows.get("priceLists").read()).isEqualTo(6);
        assertThat(rows.get("storages").read()).isEqualTo(2);
        assertThat(rows.get("units").read()).isEqualTo(18);

        RunView second = takeExport();
        assertThat(counts.of(second.id()).values()).noneMatch(KindCounts::changedAnything);
    }

    private RunView takeExport() throws Exception {
        long packet = files.store(EXPORT, Door.COMMAND_LINE, Actor.commandLine(), (_, _) -> {});
        return runs.runHere(
                imports.wholePacket(
                        packet,
                        EnumSet.allOf(ImportKind.class),
                        RunTrigger.COMMAND_LINE,
                        Actor.commandLine(),
                        false,
                        null,
                        "onec-real"),
                RunWatcher.NONE);
    }
}
