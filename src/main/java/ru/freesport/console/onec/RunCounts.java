package ru.freesport.console.onec;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What runs have counted, by kind, also while they go on. */
@Service
public class RunCounts {

    private static final TypeReference<Map<String, KindCounts>> BY_CODE = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper mapper;

    RunCounts(JdbcClient database, JsonMapper mapper) {
        this.database = database;
        this.mapper = mapper;
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
        if (counts.isEmpty()) {
            notInForce(runId)
                    .forEach((code, count) -> ImportKind.ofCode(code).ifPresent(kind -> counts.put(kind, count)));
        }
        Map<String, KindCounts> byCode = new LinkedHashMap<>();
        counts.forEach((kind, count) -> byCode.put(kind.code(), count));
        return byCode;
    }

    /** A run that may be held has counted before anything of it is in force, and a held one has counted what it would do. */
    private Map<String, KindCounts> notInForce(long runId) {
        return database.sql("""
                        SELECT summary FROM job_run r WHERE id = ? AND summary IS NOT NULL AND task = ANY (?)
                            AND (state = 'RUNNING' OR EXISTS (SELECT FROM packet_hold h WHERE h.run_id = r.id))""")
                .params(runId, new String[] {CatalogImportTask.NAME, PacketClosingTask.NAME})
                .query(String.class)
                .optional()
                .map(json -> mapper.readValue(json, BY_CODE))
                .orElse(Map.of());
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
