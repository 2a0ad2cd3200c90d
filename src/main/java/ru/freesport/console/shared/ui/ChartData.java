package ru.freesport.console.shared.ui;

import java.util.List;

/** What a chart shows: labels along the axis and one or more rows of numbers. */
public record ChartData(List<String> labels, List<Series> series) {

    /** One line, one colour of bars, or the slices of a ring; a value may be missing (null) in a line. */
    public record Series(String name, Tone tone, List<? extends Number> values) {}
}
