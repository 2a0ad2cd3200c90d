package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.shared.Registration;
import java.util.List;

/** On a narrow screen a grid shows one card per row instead of columns that nobody can read side by side. */
public final class NarrowColumns {

    private static final int NARROW = 700;

    private NarrowColumns() {}

    public static void on(Grid<?> grid, List<? extends Grid.Column<?>> columns, Grid.Column<?> card) {
        card.setVisible(false);
        grid.addAttachListener(attach -> {
            UI ui = attach.getUI();
            Registration resizes =
                    ui.getPage().addBrowserWindowResizeListener(resize -> fit(columns, card, resize.getWidth()));
            grid.addDetachListener(detach -> {
                detach.unregisterListener();
                resizes.remove();
            });
            ui.getPage().retrieveExtendedClientDetails(details -> fit(columns, card, details.getWindowInnerWidth()));
        });
    }

    private static void fit(List<? extends Grid.Column<?>> columns, Grid.Column<?> card, int width) {
        boolean isNarrow = width > 0 && width < NARROW;
        card.setVisible(isNarrow);
        columns.forEach(column -> column.setVisible(!isNarrow));
    }
}
