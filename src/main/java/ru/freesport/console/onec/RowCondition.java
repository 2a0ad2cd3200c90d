package ru.freesport.console.onec;

import java.util.Map;

/** A condition on {@code untaken_row r}; what people typed is only ever in the values. */
record RowCondition(String sql, Map<String, ?> values) {

    static RowCondition ofRow(long id) {
        return new RowCondition("r.id = :row", Map.of("row", id));
    }

    static RowCondition of(String sql) {
        return new RowCondition(sql, Map.of());
    }
}
