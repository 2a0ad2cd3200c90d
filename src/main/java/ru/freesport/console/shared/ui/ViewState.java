package ru.freesport.console.shared.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a screen shows, as its address says it: search text, chosen quick filters, sort, opened tab. Nothing personal
 * belongs here, addresses end up in histories and logs: ids only.
 */
public record ViewState(Map<String, List<String>> values) {

    public static final ViewState EMPTY = new ViewState(Map.of());

    private static final String SEARCH = "q";
    private static final String QUICK = "show";

    public ViewState {
        Map<String, List<String>> clean = new TreeMap<>();
        values.forEach((name, list) -> {
            List<String> kept =
                    list.stream().filter(value -> !value.isEmpty()).distinct().toList();
            if (!kept.isEmpty()) {
                clean.put(name, kept);
            }
        });
        values = java.util.Collections.unmodifiableMap(clean);
    }

    public static ViewState of(QueryParameters parameters) {
        return new ViewState(parameters.getParameters());
    }

    public QueryParameters toParameters() {
        return new QueryParameters(values);
    }

    /** The text of the search field, trimmed; empty when nothing is searched. */
    public String search() {
        return one(SEARCH).orElse("").strip();
    }

    public ViewState withSearch(String text) {
        return with(SEARCH, text.strip());
    }

    /** The ids of the quick filters that are switched on. */
    public List<String> quick() {
        return all(QUICK);
    }

    public boolean quick(String id) {
        return quick().contains(id);
    }

    public ViewState withQuick(Collection<String> ids) {
        return with(QUICK, ids.toArray(String[]::new));
    }

    public Optional<String> one(String name) {
        return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The same with other values for a name; no or empty values remove it. */
    public ViewState with(String name, String... newValues) {
        Map<String, List<String>> copy = new TreeMap<>(values);
        copy.put(name, Arrays.asList(newValues));
        return new ViewState(copy);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
