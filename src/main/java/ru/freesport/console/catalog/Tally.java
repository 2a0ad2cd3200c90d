package ru.freesport.console.catalog;

/** How many rows of one kind a batch created, changed and found as they were. */
public record Tally(int created, int changed, int unchanged) {

    public static final Tally NONE = new Tally(0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(created + other.created, changed + other.changed, unchanged + other.unchanged);
    }
}
