package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.Locale;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A chart in the colours of the theme; people who cannot see it get the same numbers as a table. */
@Tag("chart-canvas")
@NpmPackage(value = "chart.js", version = "4.6.1")
@JsModule("./chart-canvas.ts")
public final class ChartCanvas extends Component implements HasSize {

    /** The shapes we draw. */
    public enum Kind {
        LINE,
        BAR,
        STACKED_BAR,
        DOUGHNUT
    }

    private record Content(String kind, String label, String locale, ChartData data) {}

    private static final ObjectMapper JSON = JsonMapper.shared();

    private final Kind kind;
    private final String label;

    /** @param label what the chart shows, in words */
    public ChartCanvas(Kind kind, String label) {
        this.kind = kind;
        this.label = label;
        getElement().setAttribute("role", "figure");
        getElement().setAttribute("aria-label", label);
    }

    public void show(ChartData data) {
        Content content = new Content(
                kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                label,
                Texts.locale().toLanguageTag(),
                data);
        getElement().setProperty("content", JSON.writeValueAsString(content));
    }
}
