package ru.freesport.console.catalog.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.GuardLimits;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.Texts;

/** The guard's limits as people read them. */
final class GuardWords {

    private GuardWords() {}

    /** One line per limit. */
    static List<String> lines(GuardLimits limits) {
        return List.of(
                line("priceChange", percent(limits.priceChange())),
                line("zeroed", share(limits.zeroedShare(), limits.zeroedLeast())),
                line("hidden", share(limits.hiddenShare(), limits.hiddenLeast())),
                line("ladder", ladder(limits)));
    }

    /** Only the lines that differ: "Цена: 10 % → 15 %". */
    static String changes(GuardLimits from, GuardLimits to) {
        List<String> before = lines(from);
        List<String> after = lines(to);
        return java.util.stream.IntStream.range(0, before.size())
                .filter(i -> !before.get(i).equals(after.get(i)))
                .mapToObj(i -> Texts.t("catalog.mappings.fromTo", before.get(i), after.get(i)))
                .collect(Collectors.joining("; "));
    }

    private static String line(String name, String value) {
        return Texts.t("catalog.guard.line." + name, value);
    }

    private static String percent(@Nullable BigDecimal limit) {
        return limit == null ? Texts.t("catalog.guard.off") : Texts.t("catalog.guard.percent", Formats.quantity(limit));
    }

    private static String share(@Nullable BigDecimal limit, int least) {
        return limit == null
                ? Texts.t("catalog.guard.off")
                : Texts.t("catalog.guard.share", Formats.quantity(limit), Formats.number(least));
    }

    private static String ladder(GuardLimits limits) {
        return limits.watchesLadder()
                ? limits.ladder().stream().map(MappingWords::level).collect(Collectors.joining(" < "))
                : Texts.t("catalog.guard.off");
    }
}
