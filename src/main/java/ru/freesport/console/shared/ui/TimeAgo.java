package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** "5 мин назад", counted on in the browser, with the full date and zone on hover. */
@Tag("time-ago")
@JsModule("./time-ago.ts")
public final class TimeAgo extends Component {

    public TimeAgo(@Nullable Instant moment) {
        this("", moment);
    }

    /** @param prefix words before the time, e.g. "обновлено" */
    public TimeAgo(String prefix, @Nullable Instant moment) {
        getElement().setAttribute("lang", Texts.locale().getLanguage());
        if (!prefix.isEmpty()) {
            getElement().setAttribute("prefix", prefix);
        }
        show(moment);
    }

    /** Null shows a dash: it has not happened yet. */
    public void show(@Nullable Instant moment) {
        if (moment == null) {
            getElement().removeAttribute("at");
            getElement().removeAttribute("title");
            getElement().setText("—");
        } else {
            String prefix = getElement().getAttribute("prefix");
            String text = Formats.relative(moment, Instant.now());
            getElement().setAttribute("at", moment.toString());
            getElement().setAttribute("title", Formats.absolute(moment));
            getElement().setText(prefix == null ? text : prefix + " " + text);
        }
    }
}
