package ru.freesport.console.shared.ui;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Feeds a lazy grid from a list whose rows stand in the order of their numbers. */
public final class KeysetItems<T> extends KeysetRows<T, Long> {

    /** Reads a page. */
    @FunctionalInterface
    public interface Pages<T> {
        /** @param after id of the last row before the page; null asks for the first page */
        List<T> read(@Nullable Long after, int limit);
    }

    public KeysetItems(Function<T, Long> id, Pages<T> pages) {
        super(id, pages::read);
    }
}
