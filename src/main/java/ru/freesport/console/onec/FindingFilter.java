package ru.freesport.console.onec;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.FindingKind;

/**
 * Which findings of a run a list shows.
 *
 * @param text found in the name, the article or the 1C id
 */
public record FindingFilter(long runId, @Nullable FindingKind kind, String text) {

    public static FindingFilter ofRun(long runId) {
        return new FindingFilter(runId, null, "");
    }

    String sql() {
        return "f.run_id = :run"
                + (kind == null ? "" : " AND f.kind = :kind")
                + (text.isEmpty() ? "" : " AND (f.name ILIKE :text OR f.article ILIKE :text OR f.onec_id ILIKE :text)");
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("run", runId);
        if (kind != null) {
            values.put("kind", kind.name());
        }
        if (!text.isEmpty()) {
            values.put("text", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        return values;
    }
}
