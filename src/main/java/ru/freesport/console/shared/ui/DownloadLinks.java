package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** The links beside a list that take the whole of it away, in either format. */
public final class DownloadLinks extends Span {

    private final Anchor csv = new Anchor();
    private final Anchor xlsx = new Anchor();

    public DownloadLinks() {
        csv.setText(Texts.t("shared.download.csv"));
        csv.setTitle(Texts.t("shared.download.csv.help"));
        xlsx.setText(Texts.t("shared.download.xlsx"));
        xlsx.setTitle(Texts.t("shared.download.xlsx.help"));
        addClassName("download-links");
        add(csv, xlsx);
    }

    public DownloadLinks(TableExport<?> export) {
        this();
        show(export);
    }

    /** From now on the links give this. */
    public void show(TableExport<?> export) {
        csv.setHref(export.csv());
        xlsx.setHref(export.xlsx());
    }
}
