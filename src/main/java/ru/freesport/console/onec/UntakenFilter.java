package ru.freesport.console.onec;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a run that were not taken a list shows, or a retry tries again.
 *
 * @param reason code of the reason; null means any
 * @param text found in the row's key, its detail or its file
 * @param open only rows that still wait
 */
public record UntakenFilter(
        long runId,
        @Nullable UntakenState state,
        @Nullable ImportKind kind,
        @Nullable String reason,
        String text,
        boolean open) {

    public static UntakenFilter ofRun(long runId) {
        return new UntakenFilter(runId, null, null, null, "", false);
    }

    public UntakenFilter inState(@Nullable UntakenState wanted) {
        return new UntakenFilter(runId, wanted, kind, reason, text, open);
    }

    public UntakenFilter ofKind(@Nullable ImportKind wanted) {
        return new UntakenFilter(runId, state, wanted, reason, text, open);
    }

    public UntakenFilter because(@Nullable String wanted) {
        return new UntakenFilter(runId, state, kind, wanted, text, open);
    }

    public UntakenFilter withText(String words) {
        return new UntakenFilter(runId, state, kind, reason, words.strip(), open);
    }

    public UntakenFilter onlyOpen(boolean wanted) {
        return new UntakenFilter(runId, state, kind, reason, text, wanted);
    }

    RowCondition condition() {
        StringBuilder sql = new StringBuilder("r.run_id = :run");
        Map<String, Object> values = new HashMap<>();
        values.put("run", runId);
        if (state != null) {
            sql.append(" AND r.state = :state");
            values.put("state", state.name());
        }
        if (kind != null) {
            sql.append(" AND r.kind = :kind");
            values.put("kind", kind.code());
        }
        if (reason != null) {
            sql.append(" AND r.reason = :reason");
            values.put("reason", reason);
        }
        if (!text.isEmpty()) {
            sql.append(" AND (r.row_key ILIKE :text OR r.detail ILIKE :text OR r.path ILIKE :text)");
            values.put("text", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (open) {
            sql.append(" AND r.resolved_at IS NULL");
        }
        return new RowCondition(sql.toString(), values);
    }
}
