package ru.freesport.console.orders.statuses;

import java.time.LocalDate;

/** A date in a document of 1C: said, said to be none, or not spoken of at all. These are three different things. */
public sealed interface StatedDate {

    /** The document does not speak of it. */
    record Absent() implements StatedDate {}

    /** The document says that there is none. */
    record None() implements StatedDate {}

    record On(LocalDate date) implements StatedDate {}
}
