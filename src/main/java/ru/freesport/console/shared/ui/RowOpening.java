package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.grid.Grid;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A click on a row, or Enter on the row that has the focus, opens it. */
public final class RowOpening {

    private RowOpening() {}

    public static <T> void on(Grid<T> grid, Consumer<T> open) {
        AtomicReference<T> focused = new AtomicReference<>();
        grid.addItemClickListener(click -> open.accept(click.getItem()));
        grid.addCellFocusListener(focus -> focused.set(focus.getItem().orElse(null)));
        Shortcuts.addShortcutListener(
                        grid,
                        () -> {
                            T row = focused.get();
                            if (row != null) {
                                open.accept(row);
                            }
                        },
                        Key.ENTER)
                .listenOn(grid)
                .setBrowserDefaultAllowed(true);
    }
}
