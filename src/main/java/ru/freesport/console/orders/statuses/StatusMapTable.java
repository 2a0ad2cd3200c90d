package ru.freesport.console.orders.statuses;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.shared.Actor;

/** Keeps every version of the status map whole. */
@Component
class StatusMapTable {

    private final JdbcClient database;

    StatusMapTable(JdbcClient database) {
        this.database = database;
    }

    StatusMap newest() {
        return versions("ORDER BY version DESC LIMIT 1", Map.of()).getFirst();
    }

    Optional<StatusMap> find(long version) {
        return versions("WHERE version = :version", Map.of("version", version)).stream()
                .findFirst();
    }

    /** Newest first. */
    List<StatusMap> history(int limit) {
        return versions("ORDER BY version DESC LIMIT :limit", Map.of("limit", limit));
    }

    /** False when somebody else made that version. */
    boolean insert(
            long version, List<StatusMap.Word> words, Actor actor, @Nullable String reason, @Nullable Long restores) {
        int inserted = database.sql("""
                        INSERT INTO status_map (version, actor_kind, actor, reason, restores)
                        VALUES (:version, :kind, :actor, :reason, :restores) ON CONFLICT DO NOTHING""")
                .param("version", version)
                .param("kind", actor.kind().name())
                .param("actor", actor.name())
                .param("reason", reason)
                .param("restores", restores)
                .update();
        if (inserted == 0) {
            return false;
        }
        for (StatusMap.Word word : words) {
            database.sql("""
                            INSERT INTO status_map_word (version, word_key, word, status)
                            VALUES (:version, :key, :word, :status)""")
                    .param("version", version)
                    .param("key", word.key())
                    .param("word", word.word())
                    .param(
                            "status",
                            word.status() == null ? null : word.status().name())
                    .update();
        }
        return true;
    }

    void retriedBy(long version, long runId) {
        database.sql("UPDATE status_map SET run_id = :run WHERE version = :version")
                .param("run", runId)
                .param("version", version)
                .update();
    }

    private List<StatusMap> versions(String which, Map<String, ?> values) {
        List<StatusMap> heads = database.sql("SELECT * FROM status_map " + which)
                .params(values)
                .query((row, _) -> new StatusMap(
                        row.getLong("version"),
                        row.getTimestamp("at").toInstant(),
                        new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                        row.getString("reason"),
                        (Long) row.getObject("restores"),
                        (Long) row.getObject("run_id"),
                        List.of()))
                .list();
        Map<Long, List<StatusMap.Word>> words = new HashMap<>();
        database.sql("SELECT version, word, status FROM status_map_word WHERE version = ANY(:versions) ORDER BY word")
                .param("versions", heads.stream().map(StatusMap::version).toArray(Long[]::new))
                .query(row -> {
                    String status = row.getString("status");
                    words.computeIfAbsent(row.getLong("version"), _ -> new ArrayList<>())
                            .add(new StatusMap.Word(
                                    row.getString("word"), status == null ? null : OrderStatus.valueOf(status)));
                });
        return heads.stream()
                .map(head -> new StatusMap(
                        head.version(),
                        head.at(),
                        head.actor(),
                        head.reason(),
                        head.restores(),
                        head.runId(),
                        words.getOrDefault(head.version(), List.of())))
                .toList();
    }
}
