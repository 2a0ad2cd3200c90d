package ru.freesport.console.onec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.jobs.RunControl;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.shared.Actor;

/** What people start on the screen: an export they bring, or a look into the watched folder; always with a reason. */
@Service
public class CatalogUploads {

    private final LocalFiles files;
    private final PacketImport imports;
    private final RunControl control;
    private final CurrentUser currentUser;

    CatalogUploads(LocalFiles files, PacketImport imports, RunControl control, CurrentUser currentUser) {
        this.files = files;
        this.imports = imports;
        this.control = control;
        this.currentUser = currentUser;
    }

    /**
     * Stores an export, or one file of it, and has it worked on; returns the run.
     *
     * @param dryRun only to say what would change
     */
    @PreAuthorize(SyncRights.ACT)
    public long start(Path export, boolean dryRun, String reason) throws IOException, LocalFiles.NothingToImport {
        Actor actor = currentUser.actor();
        long packet = files.store(export, Door.BROWSER, actor, (_, _) -> {});
        String name = export.getFileName().toString();
        return control.start(imports.packet(
                packet,
                LocalFiles.isWhole(export),
                EnumSet.allOf(ImportKind.class),
                RunTrigger.MANUAL,
                actor,
                dryRun,
                reason,
                name));
    }

    /** Looks into the watched folder now; returns the run. */
    @PreAuthorize(SyncRights.ACT)
    public long lookIntoInbox(String reason) {
        return control.start(RunRequest.of(FolderInboxTask.NAME, RunTrigger.MANUAL, currentUser.actor())
                .because(reason));
    }
}
