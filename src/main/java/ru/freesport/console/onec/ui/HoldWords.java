package ru.freesport.console.onec.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.FindingKind;
import ru.freesport.console.catalog.GuardVerdict;
import ru.freesport.console.catalog.PriceLevel;
import ru.freesport.console.onec.Finding;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.Texts;

/** Held packets in the words of their screens. */
final class HoldWords {

    private static final String NOTHING = "—";
    private static final String MINUS = "\u2212";

    private HoldWords() {}

    static String kind(FindingKind kind) {
        return Texts.word("catalog.finding", kind);
    }

    /** "3 цены меняются на 10 % и больше; выключаются 40 товаров из 120 (33,3 %)". */
    static String reasons(GuardVerdict verdict) {
        return verdict.counts().stream()
                .filter(GuardVerdict.Count::over)
                .map(HoldWords::reason)
                .collect(Collectors.joining("; "));
    }

    private static String reason(GuardVerdict.Count count) {
        String words = Texts.plural(
                "onec.hold.reason." + count.kind(),
                count.found() + count.earlier(),
                count.percent() == null ? "" : Formats.quantity(count.percent()),
                count.of() == null ? "" : Formats.number(count.of()),
                count.share().map(Formats::quantity).orElse(""));
        return count.earlier() == 0
                ? words
                : words + " " + Texts.t("onec.hold.earlier", Formats.number(count.earlier()));
    }

    static String levels(List<PriceLevel> levels) {
        return levels.stream().map(HoldWords::level).collect(Collectors.joining(", "));
    }

    static String level(PriceLevel level) {
        return Texts.word("catalog.level", level);
    }

    static String was(Finding found) {
        return value(found, found.was(), found.wasCurrency());
    }

    static String became(Finding found) {
        return value(found, found.became(), found.currency());
    }

    private static String value(Finding found, @Nullable BigDecimal value, @Nullable String currency) {
        return switch (found.kind()) {
            case PRICE_JUMP, LADDER_BROKEN -> value == null ? NOTHING : money(value, currency);
            case STOCK_ZEROED -> value == null ? NOTHING : Formats.quantity(value);
            case GOODS_HIDDEN, OFFERS_HIDDEN -> "";
        };
    }

    private static String money(BigDecimal value, @Nullable String currency) {
        return Formats.money(value, currency == null ? "RUB" : currency);
    }

    /** "+12,5 %"; of another currency nobody can say. */
    static String change(Finding found) {
        BigDecimal change = found.change();
        if (change == null) {
            return found.kind() == FindingKind.PRICE_JUMP ? Texts.t("onec.hold.currency") : "";
        }
        String sign = change.signum() > 0 ? "+" : change.signum() < 0 ? MINUS : "";
        return sign + Texts.t("onec.hold.percent", Formats.quantity(change.abs()));
    }

    /** Of a broken ladder: what it should be dearer than. */
    static String ladder(Finding found) {
        return found.below() == null || found.belowAmount() == null
                ? ""
                : Texts.t("onec.hold.notAbove", level(found.below()), money(found.belowAmount(), found.currency()));
    }
}
