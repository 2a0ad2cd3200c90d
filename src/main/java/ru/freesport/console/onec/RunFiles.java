package ru.freesport.console.onec;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Which files a run worked on, and what they said of themselves. */
@Service
public class RunFiles {

    private final JdbcClient database;

    RunFiles(JdbcClient database) {
        this.database = database;
    }

    @PreAuthorize(SyncRights.LOOK)
    public List<RunFile> of(long runId) {
        return database.sql("""
                        SELECT path, message_id, bytes, encoding, schema_version, only_changes
                        FROM run_file WHERE run_id = ? ORDER BY path""")
                .param(runId)
                .query((row, _) -> new RunFile(
                        row.getString(1),
                        (Long) row.getObject(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        (Boolean) row.getObject(6)))
                .list();
    }
}
