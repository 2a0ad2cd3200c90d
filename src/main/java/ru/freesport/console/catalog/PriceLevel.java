package ru.freesport.console.catalog;

import java.util.Optional;

/** The prices the shop sells at; which 1C price type feeds each is for people to say. */
public enum PriceLevel {
    RETAIL,
    WHOLESALE1,
    WHOLESALE2,
    WHOLESALE3,
    TRAINER,
    FEDERATION,
    RECOMMENDED,
    MINIMUM;

    /** The level whose price counts where this one has none. */
    public Optional<PriceLevel> fallback() {
        return this == FEDERATION ? Optional.of(RETAIL) : Optional.empty();
    }
}
