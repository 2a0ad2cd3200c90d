package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadMetadata;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.database.TemporaryFolders;
import ru.freesport.console.onec.CatalogUploads;
import ru.freesport.console.onec.LocalFiles;
import ru.freesport.console.shared.ui.Texts;

/** Takes an export from the person's own disk and has it worked on, or only tried; wants a reason. */
final class UploadDialog extends Dialog {

    private final CatalogUploads uploads;
    private final TemporaryFolders folders;
    private final boolean dryRun;
    private final LongConsumer started;
    private final TextArea reason = new TextArea(Texts.t("onec.upload.reason"));
    private final Span problem = new Span();
    private final Button start;
    private @Nullable Path folder;
    private @Nullable Path export;

    UploadDialog(CatalogUploads uploads, TemporaryFolders folders, boolean dryRun, LongConsumer started) {
        this.uploads = uploads;
        this.folders = folders;
        this.dryRun = dryRun;
        this.started = started;
        start = new Button(Texts.t(dryRun ? "onec.upload.start.dry" : "onec.upload.start"), _ -> begin());
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        start.setDisableOnClick(true);
        problem.addClassNames("problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(500);
        reason.setWidthFull();
        setHeaderTitle(Texts.t(dryRun ? "onec.upload.title.dry" : "onec.upload.title"));
        addClassName("upload-dialog");
        setWidth("32rem");
        add(
                new Paragraph(Texts.t(dryRun ? "onec.upload.effect.dry" : "onec.upload.effect")),
                chooser(),
                reason,
                problem);
        getFooter().add(new Button(Texts.t("shared.cancel"), _ -> close()), start);
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                forget();
            }
        });
        // a tab that is closed never closes its dialog
        addDetachListener(_ -> forget());
    }

    private Upload chooser() {
        Upload chooser = new Upload(UploadHandler.toFile(this::received, this::place));
        chooser.setMaxFiles(1);
        chooser.setAcceptedFileExtensions(".zip", ".xml");
        chooser.setUploadButton(new Button(Texts.t("onec.upload.choose")));
        chooser.setDropLabel(new Span(Texts.t("onec.upload.drop")));
        chooser.setWidthFull();
        chooser.setI18n(UploadWords.i18n());
        chooser.addFileRejectedListener(_ -> tell(Texts.t("onec.upload.wrong")));
        chooser.addFileRemovedListener(_ -> export = null);
        return chooser;
    }

    /** A name from outside is only ever the last part of a path in a folder of our own. */
    private File place(UploadMetadata upload) throws IOException {
        String name = upload.fileName().replaceAll(".*[/\\\\]", "").replaceAll("[^\\p{L}\\p{N} ._()-]", "_");
        forget();
        Path own = folders.create("upload");
        folder = own;
        return own.resolve(name.isBlank() || name.startsWith(".") ? "_" + name : name)
                .toFile();
    }

    private void received(UploadMetadata upload, File file) {
        export = file.toPath();
        problem.setVisible(false);
    }

    private void begin() {
        Path file = export;
        String why = reason.getValue().strip();
        if (file == null || why.isEmpty()) {
            reason.setErrorMessage(Texts.t("shared.confirm.reasonNeeded"));
            reason.setInvalid(why.isEmpty());
            if (file == null) {
                tell(Texts.t("onec.upload.noFile"));
            }
            start.setEnabled(true);
            return;
        }
        try {
            long run = uploads.start(file, dryRun, why);
            close();
            started.accept(run);
        } catch (LocalFiles.NothingToImport nothing) {
            tell(Texts.t("onec.upload.wrong"));
            start.setEnabled(true);
        } catch (IOException broken) {
            tell(Texts.t("onec.upload.failed", String.valueOf(broken.getMessage())));
            start.setEnabled(true);
        }
    }

    private void tell(String words) {
        problem.setText(words);
        problem.setVisible(true);
    }

    private void forget() {
        Path own = folder;
        folder = null;
        export = null;
        try {
            if (own != null) {
                TemporaryFolders.delete(own);
            }
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(UploadDialog.class)
                    .warn("An uploaded file could not be removed: {}", own, e);
        }
    }
}
