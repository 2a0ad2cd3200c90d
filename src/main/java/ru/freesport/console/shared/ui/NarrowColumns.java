package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.shared.Registration;
import java.util.List;

/**
 * On a narrow screen a grid shows one card per row instead of columns that nobody can read side by side. The cards are made
 * only where they are shown: a hidden column would make its components all the same.
 */
public final class NarrowColumns<T> {

    private static final int NARROW = 700;

    private final List<? extends Grid.Column<?>> columns;
    private final Grid.Column<T> card;
    private final Renderer<T> content;

    private NarrowColumns(List<? extends Grid.Column<?>> columns, Grid.Column<T> card) {
        this.columns = columns;
        this.card = card;
        this.content = card.getRenderer();
        card.setVisible(false);
        card.setRenderer(LitRenderer.of(""));
    }

    public static <T> void on(Grid<T> grid, List<? extends Grid.Column<?>> columns, Grid.Column<T> card) {
        NarrowColumns<T> narrow = new NarrowColumns<>(columns, card);
        grid.addAttachListener(attach -> {
            UI ui = attach.getUI();
            Registration resizes = ui.getPage().addBrowserWindowResizeListener(resize -> narrow.fit(resize.getWidth()));
            grid.addDetachListener(detach -> {
                detach.unregisterListener();
                resizes.remove();
            });
            ui.getPage().retrieveExtendedClientDetails(details -> narrow.fit(details.getWindowInnerWidth()));
        });
    }

    private void fit(int width) {
        boolean isNarrow = width > 0 && width < NARROW;
        if (isNarrow != card.isVisible()) {
            card.setRenderer(isNarrow ? content : LitRenderer.of(""));
            card.setVisible(isNarrow);
            columns.forEach(column -> column.setVisible(!isNarrow));
        }
    }
}
