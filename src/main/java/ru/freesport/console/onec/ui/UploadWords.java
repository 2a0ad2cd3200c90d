package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;
import ru.freesport.console.shared.ui.Texts;

/** What the upload field says while it works. */
final class UploadWords {

    private UploadWords() {}

    static UploadI18N i18n() {
        return new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(Texts.t("onec.upload.single"))
                        .setIncorrectFileType(Texts.t("onec.upload.wrong")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(Texts.t("onec.upload.connecting"))
                                .setStalled(Texts.t("onec.upload.stalled"))
                                .setProcessing(Texts.t("onec.upload.processing"))
                                .setHeld(Texts.t("onec.upload.held")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(Texts.t("onec.upload.left"))
                                .setUnknown(Texts.t("onec.upload.leftUnknown")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(Texts.t("onec.upload.unavailable"))
                                .setUnexpectedServerError(Texts.t("onec.upload.broken"))
                                .setForbidden(Texts.t("onec.upload.forbidden"))))
                .setUnits(new UploadI18N.Units()
                        .setSize(List.of(
                                Texts.t("shared.size.B"),
                                Texts.t("shared.size.KB"),
                                Texts.t("shared.size.MB"),
                                Texts.t("shared.size.GB"),
                                Texts.t("shared.size.TB"))));
    }
}
