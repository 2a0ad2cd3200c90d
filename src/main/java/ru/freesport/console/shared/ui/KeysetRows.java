package ru.freesport.console.shared.ui;

import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a lazy grid from a list that is read by "what comes after this one": the ends of pages already seen are
 * remembered, so that scrolling never makes the database count rows it does not show.
 *
 * @param <K> the place of a row in the list
 */
public class KeysetRows<T, K> implements CallbackDataProvider.FetchCallback<T, Void> {

    /** Reads a page. */
    @FunctionalInterface
    public interface Pages<T, K> {
        /** @param after place of the last row before the page; null asks for the first page */
        List<T> read(@Nullable K after, int limit);
    }

    private final Function<T, K> place;
    private final Pages<T, K> pages;
    private final TreeMap<Integer, K> endsBefore = new TreeMap<>();

    public KeysetRows(Function<T, K> place, Pages<T, K> pages) {
        this.place = place;
        this.pages = pages;
    }

    /** To be called when the list itself becomes another one. */
    public void forget() {
        endsBefore.clear();
    }

    @Override
    public Stream<T> fetch(Query<T, Void> query) {
        int offset = query.getOffset();
        if (offset == 0) {
            forget();
        }
        Map.Entry<Integer, K> known = endsBefore.floorEntry(offset);
        int skipped = known == null ? offset : offset - known.getKey();
        List<T> rows = pages.read(known == null ? null : known.getValue(), skipped + query.getLimit());
        List<T> page = rows.subList(Math.min(skipped, rows.size()), rows.size());
        if (!page.isEmpty()) {
            endsBefore.put(offset + page.size(), place.apply(page.getLast()));
        }
        return page.stream();
    }
}
