package ru.freesport.console.onec;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What runs have counted, by kind, also while they go on. */
@Service
public class RunCounts {

    private final JdbcClient database;

    RunCounts(JdbcClient database) {
        this.database = database;
    }

    /** In order of import, by the kinds' codes; empty for a run that counted nothing. */
    public Map<String, KindCounts> of(long runId) {
        Map<ImportKind, KindCounts> counts = new EnumMap<>(ImportKind.class);
        database.sql("""
                        SELECT kind, read, created, changed, unchanged, held, parked, rejected
                        FROM run_count WHERE run_id = ?""")
                .param(runId)
                .query((row, _) -> Map.entry(ImportKind.ofCode(row.getString(1)), counts(row)))
                .list()
                .forEach(entry -> entry.getKey().ifPresent(kind -> counts.put(kind, entry.getValue())));
        Map<String, KindCounts> byCode = new LinkedHashMap<>();
        counts.forEach((kind, count) -> byCode.put(kind.code(), count));
        return byCode;
    }

    static KindCounts counts(java.sql.ResultSet row) throws java.sql.SQLException {
        return new KindCounts(
                row.getLong("read"),
                row.getLong("created"),
                row.getLong("changed"),
                row.getLong("unchanged"),
                row.getLong("held"),
                row.getLong("parked"),
                row.getLong("rejected"));
    }
}
