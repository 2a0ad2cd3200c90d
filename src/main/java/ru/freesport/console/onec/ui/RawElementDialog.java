package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.io.IOException;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import ru.freesport.console.onec.UntakenRows;
import ru.freesport.console.onec.UntakenView;
import ru.freesport.console.shared.ui.Texts;

/** The element exactly as 1C sent it; a large file takes a moment to be gone through. */
final class RawElementDialog extends Dialog {

    private final Pre text = new Pre();
    private final Span problem = new Span();
    private final ProgressBar waiting = new ProgressBar();

    RawElementDialog(UntakenView row) {
        setHeaderTitle(Texts.t("onec.raw.title", row.path(), Long.toString(row.line())));
        addClassName("raw-element");
        setWidth("52rem");
        text.setVisible(false);
        text.getElement().setAttribute("tabindex", "0");
        problem.setVisible(false);
        waiting.setIndeterminate(true);
        add(waiting, problem, text);
        getFooter().add(new Button(Texts.t("shared.close"), _ -> close()));
    }

    /** Opens at once and reads beside the screen. */
    void open(UntakenRows rows, UntakenView row, UI ui) {
        open();
        Thread.ofVirtual().name("raw-element").start(new DelegatingSecurityContextRunnable(() -> {
            String found = read(rows, row);
            ui.access(() -> show(found));
        }));
    }

    private static String read(UntakenRows rows, UntakenView row) {
        try {
            return rows.rawElement(row.id()).orElse("");
        } catch (IOException | RuntimeException e) {
            org.slf4j.LoggerFactory.getLogger(RawElementDialog.class)
                    .warn("The element of row {} could not be read", row.id(), e);
            return "";
        }
    }

    private void show(String element) {
        waiting.setVisible(false);
        text.setText(element);
        text.setVisible(!element.isEmpty());
        problem.setText(Texts.t("onec.raw.none"));
        problem.setVisible(element.isEmpty());
    }
}
