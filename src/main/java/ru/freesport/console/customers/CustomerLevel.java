package ru.freesport.console.customers;

/** The price level a customer buys at; named as the catalogue names its levels. Set by people only. */
public enum CustomerLevel {
    RETAIL,
    WHOLESALE1,
    WHOLESALE2,
    WHOLESALE3,
    TRAINER,
    FEDERATION;

    /** The wholesale level that an application is approved with. */
    static CustomerLevel wholesale(int level) {
        return switch (level) {
            case 1 -> WHOLESALE1;
            case 2 -> WHOLESALE2;
            case 3 -> WHOLESALE3;
            default -> throw new IllegalArgumentException("There is no wholesale level " + level);
        };
    }
}
