package ru.freesport.console.catalog.ui;

import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.MappingChange;
import ru.freesport.console.catalog.PriceLevel;
import ru.freesport.console.catalog.PriceTypeUse;
import ru.freesport.console.catalog.Warehouse;
import ru.freesport.console.shared.ui.Texts;

/** How mappings read on a screen. */
final class MappingWords {

    private MappingWords() {}

    static String level(PriceLevel level) {
        return Texts.word("catalog.level", level);
    }

    static String type(PriceTypeUse type) {
        return name(type.name(), type.onecId());
    }

    /** A type that no price list names yet is known by its id alone. */
    static String name(@Nullable String name, String onecId) {
        return name == null ? Texts.t("catalog.mappings.nameless", onecId) : name;
    }

    static String warehouse(Warehouse warehouse) {
        return warehouse.active() ? warehouse.name() : Texts.t("catalog.stock.off", warehouse.name());
    }

    static String subject(MappingChange change) {
        return switch (change.kind()) {
            case PRICE_LEVEL -> Texts.t("catalog.mappings.of.level", level(PriceLevel.valueOf(change.subject())));
            case PRICE_TYPE -> Texts.t("catalog.mappings.of.type", name(change.subjectName(), change.subject()));
            case WAREHOUSE -> Texts.t("catalog.mappings.of.warehouse", change.subject());
        };
    }

    static String fromTo(MappingChange change) {
        return Texts.t("catalog.mappings.fromTo", state(change.from()), state(change.to()));
    }

    static String state(@Nullable String state) {
        if (state == null) {
            return Texts.t("catalog.mappings.nothing");
        }
        return state.equals(MappingChange.IGNORED) ? Texts.t("catalog.mappings.ignored") : state;
    }
}
