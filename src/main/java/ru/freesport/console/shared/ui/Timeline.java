package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to one thing: system events, people's acts and messages in one list, newest first. */
public final class Timeline extends OrderedList {

    /**
     * One event.
     *
     * @param who the person or system that did it, or null when it goes without saying
     * @param detail a second line: reason, counts, error
     * @param link address of what the event is about
     */
    public record Entry(
            Instant at,
            Tone tone,
            String text,
            @Nullable String who,
            @Nullable String detail,
            @Nullable String link) {

        public Entry(Instant at, Tone tone, String text) {
            this(at, tone, text, null, null, null);
        }
    }

    public Timeline() {
        addClassName("timeline");
    }

    /** Replaces the events; the caller orders them. */
    public Timeline show(List<Entry> entries) {
        removeAll();
        entries.forEach(entry -> add(item(entry)));
        return this;
    }

    private static ListItem item(Entry entry) {
        Icon icon = entry.tone().icon().create();
        icon.getElement().setAttribute("aria-hidden", "true");
        Div body = new Div();
        body.addClassName("timeline-body");
        if (entry.link() == null) {
            body.add(new Span(entry.text()));
        } else {
            body.add(new Anchor(entry.link(), entry.text()));
        }
        if (entry.detail() != null) {
            Span detail = new Span(entry.detail());
            detail.addClassName("timeline-detail");
            body.add(detail);
        }
        Div meta = new Div();
        meta.addClassName("timeline-meta");
        meta.add(new TimeAgo(entry.at()));
        if (entry.who() != null) {
            meta.add(new Span(entry.who()));
        }
        body.add(meta);
        ListItem item = new ListItem(icon, body);
        item.addClassName(entry.tone().className());
        return item;
    }
}
