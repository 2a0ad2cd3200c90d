package ru.freesport.console.catalog.ui;

import java.math.BigDecimal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.ListedProduct;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/** How the facts of a product read on a screen. */
final class ProductWords {

    static final String NOTHING = "—";

    private ProductWords() {}

    static String retail(ListedProduct product) {
        BigDecimal from = product.retailFrom();
        BigDecimal to = product.retailTo();
        if (from == null || to == null || product.currency() == null) {
            return NOTHING;
        }
        String lowest = Formats.money(from, product.currency());
        return from.compareTo(to) == 0 ? lowest : Texts.t("catalog.price.from", lowest);
    }

    static String quantity(@Nullable BigDecimal quantity) {
        return quantity == null ? NOTHING : Formats.quantity(quantity);
    }

    static StatusBadge state(boolean active, boolean deleted) {
        if (active) {
            return new StatusBadge(Tone.GOOD, Texts.t("catalog.state.active"));
        }
        StatusBadge badge =
                new StatusBadge(Tone.QUIET, Texts.t(deleted ? "catalog.state.deleted" : "catalog.state.off"));
        badge.setTitle(Texts.t(deleted ? "catalog.state.deleted.help" : "catalog.state.off.help"));
        return badge;
    }

    /** 1C sends descriptions with markup in them: the words stay, the markup goes, breaks become lines. */
    static String withoutMarkup(String html) {
        Document document = Jsoup.parse(html);
        document.select("script, style").remove();
        document.select("p, div, li, tr, h1, h2, h3, h4").forEach(block -> block.appendText("\n"));
        return document.body()
                .wholeText()
                .replaceAll("[ \t\u00a0]+", " ")
                .replaceAll(" ?\n ?", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }
}
