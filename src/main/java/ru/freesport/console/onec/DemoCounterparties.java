package ru.freesport.console.onec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunWatcher;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.shared.Actor;

/** What 1C knows of the demo's customers, taken the way every file is: most agree, some do not. */
@Component
@Profile("demo")
@Order(300)
class DemoCounterparties implements ApplicationRunner {

    private static final String FILE = "contragents.xml";

    private final JdbcClient database;
    private final LocalFiles files;
    private final PacketImport imports;
    private final Runs runs;
    private final DemoConflicts conflicts;

    DemoCounterparties(
            JdbcClient database, LocalFiles files, PacketImport imports, Runs runs, DemoConflicts conflicts) {
        this.database = database;
        this.files = files;
        this.imports = imports;
        this.runs = runs;
        this.conflicts = conflicts;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        boolean isKnown = database.sql("SELECT EXISTS (SELECT FROM counterparty)")
                .query(Boolean.class)
                .single();
        if (isKnown) {
            return;
        }
        take("contragents-agreed.xml");
        conflicts.changeInTheShop();
        conflicts.asking(() -> take(FILE));
        conflicts.lookAtThem();
        conflicts.decideAndTell();
        take("contragents-returned.xml");
        // and what was decided against comes back
        take(FILE);
    }

    private void take(String resource) throws IOException, LocalFiles.NothingToImport {
        Path folder = Files.createTempDirectory("freesport-demo");
        try (InputStream known = new ClassPathResource("demo/" + resource).getInputStream()) {
            Files.copy(known, folder.resolve(FILE));
            long packet = files.store(folder, Door.FOLDER, Actor.system(), (_, _) -> {});
            runs.runHere(
                    imports.packet(
                            packet,
                            false,
                            EnumSet.allOf(ImportKind.class),
                            RunTrigger.FOLDER,
                            Actor.system(),
                            false,
                            null,
                            "demo"),
                    RunWatcher.NONE);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
