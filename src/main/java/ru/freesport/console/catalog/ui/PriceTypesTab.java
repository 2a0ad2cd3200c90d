package ru.freesport.console.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.LevelSource;
import ru.freesport.console.catalog.Mappings;
import ru.freesport.console.catalog.PriceLevel;
import ru.freesport.console.catalog.PriceLevelGuess;
import ru.freesport.console.catalog.PriceTypeUse;
import ru.freesport.console.shared.ui.CopyChip;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.Tone;

/** Which 1C price type feeds which price level. */
final class PriceTypesTab extends Div {

    private static final Set<Integer> NO_NUMBERS = Set.of();

    private final Mappings mappings;
    private final MappingActs acts;
    private final boolean mayDecide;
    private final List<LevelSource> levels;
    private final List<PriceTypeUse> types;

    PriceTypesTab(Mappings mappings, Map<String, Long> held, MappingActs acts, boolean mayDecide) {
        this.mappings = mappings;
        this.acts = acts;
        this.mayDecide = mayDecide;
        this.levels = mappings.levels();
        this.types = mappings.priceTypes();
        types.stream().filter(PriceTypeUse::isOpen).forEach(type -> add(question(type, held.get(type.onecId()))));
        add(
                Facts.block(Texts.t("catalog.mappings.levels"), levels()),
                Facts.block(Texts.t("catalog.mappings.types"), types()));
    }

    private Component question(PriceTypeUse type, @Nullable Long held) {
        Question question =
                new Question(Texts.t("catalog.mappings.question.type", MappingWords.type(type)), type.onecId(), held);
        if (!mayDecide) {
            return question;
        }
        PriceLevel guess = PriceLevelGuess.of(type.name()).orElse(null);
        if (guess != null) {
            question.button(
                    Texts.t("catalog.mappings.soundsLike", MappingWords.level(guess)),
                    true,
                    () -> feed(source(guess), type));
        }
        Select<PriceLevel> other = new Select<>();
        other.setItems(PriceLevel.values());
        other.setItemLabelGenerator(MappingWords::level);
        other.setPlaceholder(Texts.t("catalog.mappings.chooseLevel"));
        other.setAriaLabel(Texts.t("catalog.mappings.chooseLevel"));
        other.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                feed(source(change.getValue()), type);
                other.clear();
            }
        });
        return question.answer(other).button(Texts.t("catalog.mappings.ignore"), false, () -> ignore(type, true));
    }

    private Component levels() {
        NativeTable table = Facts.table(
                List.of(
                        Texts.t("catalog.price.level"),
                        Texts.t("catalog.mappings.source"),
                        Texts.t("catalog.mappings.changed")),
                NO_NUMBERS);
        levels.forEach(level -> Facts.row(
                table,
                NO_NUMBERS,
                new Span(MappingWords.level(level.level())),
                mayDecide ? editor(level) : new Span(sourceWords(level)),
                changed(level.changedBy(), level.changedAt())));
        return Facts.scrolling(table);
    }

    private Component editor(LevelSource level) {
        Select<PriceTypeUse> editor = new Select<>();
        List<PriceTypeUse> choices = new ArrayList<>(types.stream()
                .filter(type -> type.active() || isSource(level, type))
                .toList());
        editor.setItems(choices);
        editor.setItemLabelGenerator(type -> type == null ? emptyWords(level.level()) : MappingWords.type(type));
        editor.setEmptySelectionAllowed(true);
        editor.setEmptySelectionCaption(emptyWords(level.level()));
        editor.setAriaLabel(Texts.t("catalog.mappings.sourceOf", MappingWords.level(level.level())));
        editor.addClassName("source-editor");
        PriceTypeUse current = choices.stream()
                .filter(type -> isSource(level, type))
                .findFirst()
                .orElse(null);
        if (current == null && level.priceTypeOnecId() != null) {
            editor.setPlaceholder(sourceWords(level));
        } else {
            editor.setValue(current);
        }
        editor.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                editor.setValue(current);
                feed(level, change.getValue());
            }
        });
        return editor;
    }

    private void feed(LevelSource level, @Nullable PriceTypeUse type) {
        String name = type == null ? emptyWords(level.level()) : MappingWords.type(type);
        String onecId = type == null ? null : type.onecId();
        String wish = Texts.t("catalog.mappings.wish", MappingWords.level(level.level()), name);
        if (Objects.equals(level.priceTypeOnecId(), onecId)) {
            return;
        }
        if (level.priceTypeOnecId() == null) {
            acts.decide(wish, "", reason -> mappings.feed(level.level(), onecId, level.version(), reason));
            return;
        }
        boolean leftAlone = levels.stream()
                .noneMatch(other -> other.level() != level.level()
                        && level.priceTypeOnecId().equals(other.priceTypeOnecId()));
        acts.ask(
                Texts.t("catalog.mappings.changeLevel", MappingWords.level(level.level())),
                Texts.t("catalog.mappings.fromTo", sourceWords(level), name),
                Texts.t(leftAlone ? "catalog.mappings.effect.left" : "catalog.mappings.effect", sourceWords(level)),
                Texts.t("catalog.mappings.changeVerb"),
                wish,
                reason -> mappings.feed(level.level(), onecId, level.version(), reason));
    }

    private void ignore(PriceTypeUse type, boolean ignored) {
        String wish = Texts.t(ignored ? "catalog.mappings.ignored" : "catalog.mappings.useAgain");
        acts.ask(
                Texts.t(ignored ? "catalog.mappings.ignoreType" : "catalog.mappings.useTypeAgain"),
                MappingWords.type(type),
                Texts.t(ignored ? "catalog.mappings.ignoreType.effect" : "catalog.mappings.useTypeAgain.effect"),
                Texts.t(ignored ? "catalog.mappings.ignore" : "catalog.mappings.useAgain"),
                wish,
                reason -> mappings.ignorePriceType(type.onecId(), ignored, type.version(), reason));
    }

    private Component types() {
        NativeTable table = Facts.table(
                List.of(
                        Texts.t("catalog.price.type"),
                        Texts.t("catalog.product.currency"),
                        Texts.t("catalog.mappings.feeds"),
                        Texts.t("catalog.product.onecId"),
                        ""),
                NO_NUMBERS);
        types.forEach(type -> Facts.row(
                table,
                NO_NUMBERS,
                new Span(type.name() == null ? ProductWords.NOTHING : type.name()),
                new Span(type.currency() == null ? ProductWords.NOTHING : type.currency()),
                feeds(type),
                new CopyChip(type.onecId()),
                act(type)));
        return Facts.scrolling(table);
    }

    private static Component feeds(PriceTypeUse type) {
        if (type.ignored()) {
            return new StatusBadge(Tone.QUIET, Texts.t("catalog.mappings.ignored"));
        }
        if (type.isOpen()) {
            return new StatusBadge(Tone.WARN, Texts.t("catalog.mappings.open"));
        }
        return type.levels().isEmpty()
                ? new StatusBadge(Tone.QUIET, Texts.t("catalog.state.deleted"))
                : new Span(type.levels().stream().map(MappingWords::level).collect(Collectors.joining(", ")));
    }

    private Component act(PriceTypeUse type) {
        if (!mayDecide || !type.levels().isEmpty()) {
            return new Span();
        }
        Button button = new Button(
                Texts.t(type.ignored() ? "catalog.mappings.useAgain" : "catalog.mappings.ignore"),
                _ -> ignore(type, !type.ignored()));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    static Component changed(String who, java.time.Instant at) {
        Span span = new Span(Facts.quiet(
                switch (who) {
                    case "installation" -> Texts.t("catalog.mappings.byInstallation");
                    default -> who;
                }));
        span.add(new TimeAgo(at));
        span.addClassName("origin");
        return span;
    }

    private String sourceWords(LevelSource level) {
        return level.priceTypeOnecId() == null
                ? emptyWords(level.level())
                : MappingWords.name(level.priceTypeName(), level.priceTypeOnecId());
    }

    private static String emptyWords(PriceLevel level) {
        return level.fallback()
                .map(other -> Texts.t("catalog.mappings.noSourceButFallback", MappingWords.level(other)))
                .orElseGet(() -> Texts.t("catalog.price.noSource"));
    }

    private static boolean isSource(LevelSource level, PriceTypeUse type) {
        return type.onecId().equals(level.priceTypeOnecId());
    }

    private LevelSource source(PriceLevel level) {
        return levels.stream()
                .filter(source -> source.level() == level)
                .findFirst()
                .orElseThrow();
    }
}
