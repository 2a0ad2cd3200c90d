package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Cells of big lists as templates of the browser: a page of rows is data then, not hundreds of components of the server. */
public final class Cells {

    private static final String LINK = "<a href=\"${item.address}\" router-link>${item.text}</a>";
    private static final String SPAN = "<span class=\"${item.css}\" title=\"${item.title}\">${item.text}</span>";
    private static final String TIME = """
            <time-ago lang="${item.lang}" at="${item.at}" title="${item.full}" .textContent="${item.text}"></time-ago>""";
    private static final String BADGES = "<div class=\"cell-badges\">" + badge(0) + badge(1) + "</div>";

    private Cells() {}

    /** Leads to a page of the console. */
    public static <T> LitRenderer<T> link(Function<T, String> address, Function<T, String> text) {
        return LitRenderer.<T>of(LINK).withProperty("address", address::apply).withProperty("text", text::apply);
    }

    /** A text with its class and its title. */
    public static <T> LitRenderer<T> span(Function<T, Span> span) {
        return LitRenderer.<T>of(SPAN)
                .withProperty("css", row -> css(span.apply(row)))
                .withProperty("title", row -> title(span.apply(row)))
                .withProperty("text", row -> span.apply(row).getText());
    }

    /** As {@link TimeAgo} shows it. */
    public static <T> LitRenderer<T> time(Function<T, Instant> moment) {
        return LitRenderer.<T>of(TIME)
                .withProperty("lang", _ -> Texts.locale().getLanguage())
                .withProperty("at", row -> moment.apply(row).toString())
                .withProperty("full", row -> Formats.absolute(moment.apply(row)))
                .withProperty("text", row -> Formats.relative(moment.apply(row), Instant.now()));
    }

    /** States as word, icon and colour; one or two of them. */
    public static <T> LitRenderer<T> badges(Function<T, List<StatusBadge>> badges) {
        LitRenderer<T> cell = LitRenderer.of(BADGES);
        for (int place = 0; place < 2; place++) {
            int mine = place;
            cell.withProperty("css" + place, row -> of(badges.apply(row), mine, Cells::css))
                    .withProperty("title" + place, row -> of(badges.apply(row), mine, Cells::title))
                    .withProperty("icon" + place, row -> of(badges.apply(row), mine, Cells::icon))
                    .withProperty("word" + place, row -> of(badges.apply(row), mine, StatusBadge::getText));
        }
        return cell;
    }

    private static String badge(int place) {
        return """
                <span class="${item.css%1$d}" title="${item.title%1$d}" ?hidden="${!item.word%1$d}">
                <vaadin-icon icon="${item.icon%1$d}" aria-hidden="true"></vaadin-icon><span>${item.word%1$d}</span></span>""".formatted(place);
    }

    private static String of(List<StatusBadge> badges, int place, Function<StatusBadge, String> what) {
        return place < badges.size() ? what.apply(badges.get(place)) : "";
    }

    private static String icon(StatusBadge badge) {
        Element icon = badge.getElement().getChild(0);
        return icon.getAttribute("icon");
    }

    private static String css(Span span) {
        return String.join(" ", span.getClassNames());
    }

    private static String title(Span span) {
        return span.getTitle().orElse("");
    }
}
