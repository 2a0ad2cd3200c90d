package ru.freesport.console.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.shared.Actor;

/** The editable table of price levels: each has one source or none, one price type may feed several. */
@Component
class PriceTypeMapping {

    private static final String TYPES = """
            SELECT t.onec_id, t.name, t.currency, t.active, t.ignored, t.run_id, t.changed_at, t.version,
                array(SELECT l.level FROM price_level l WHERE l.price_type_onec_id = t.onec_id ORDER BY l.position) AS levels
            FROM price_type t""";

    private final JdbcClient database;
    private final MappingHistory history;

    PriceTypeMapping(JdbcClient database, MappingHistory history) {
        this.database = database;
        this.history = history;
    }

    List<LevelSource> levels() {
        return database.sql("""
                        SELECT l.level, l.price_type_onec_id, t.name, l.changed_by, l.changed_at, l.version
                        FROM price_level l LEFT JOIN price_type t ON t.onec_id = l.price_type_onec_id
                        ORDER BY l.position""").query(PriceTypeMapping::level).list();
    }

    List<PriceTypeUse> types() {
        return database.sql(TYPES + " ORDER BY t.name NULLS FIRST, t.onec_id")
                .query(PriceTypeMapping::type)
                .list();
    }

    MappingOutcome feed(PriceLevel level, @Nullable String onecId, long version, @Nullable String reason, Actor actor) {
        String before = database.sql("SELECT price_type_onec_id FROM price_level WHERE level = ? FOR UPDATE")
                .param(level.name())
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
        if (Objects.equals(before, onecId)) {
            return new MappingOutcome.Unchanged();
        }
        if (onecId != null && find(onecId).isEmpty()) {
            return new MappingOutcome.Refused(MappingOutcome.Why.NO_SUCH_THING);
        }
        if (before != null && (reason == null || reason.isBlank())) {
            return new MappingOutcome.Refused(MappingOutcome.Why.REASON_MISSING);
        }
        int changed = database.sql("""
                        UPDATE price_level SET price_type_onec_id = ?, changed_by = ?, changed_at = now(),
                            version = version + 1
                        WHERE level = ? AND version = ?""")
                .params(onecId, actor.name(), level.name(), version)
                .update();
        if (changed == 0) {
            return history.clash(MappingChange.Kind.PRICE_LEVEL, level.name());
        }
        Obstacle freed = null;
        if (onecId != null) {
            database.sql("UPDATE price_type SET ignored = false, version = version + 1 WHERE onec_id = ? AND ignored")
                    .param(onecId)
                    .update();
            freed = new Obstacle(Obstacle.Kind.PRICE_TYPE, onecId);
        }
        return history.changed(actor, MappingChange.Kind.PRICE_LEVEL, level.name(), before, onecId, reason, freed);
    }

    MappingOutcome ignore(String onecId, boolean ignored, long version, @Nullable String reason, Actor actor) {
        PriceTypeUse type = find(onecId).orElse(null);
        if (type == null) {
            return new MappingOutcome.Refused(MappingOutcome.Why.NO_SUCH_THING);
        }
        if (type.ignored() == ignored) {
            return new MappingOutcome.Unchanged();
        }
        if (!type.levels().isEmpty()) {
            return new MappingOutcome.Refused(MappingOutcome.Why.FEEDS_A_LEVEL);
        }
        int changed = database.sql(
                        "UPDATE price_type SET ignored = ?, version = version + 1 WHERE onec_id = ? AND version = ?")
                .params(ignored, onecId, version)
                .update();
        if (changed == 0) {
            return history.clash(MappingChange.Kind.PRICE_TYPE, onecId);
        }
        return history.changed(
                actor,
                MappingChange.Kind.PRICE_TYPE,
                onecId,
                ignored ? null : MappingChange.IGNORED,
                ignored ? MappingChange.IGNORED : null,
                reason,
                ignored ? new Obstacle(Obstacle.Kind.PRICE_TYPE, onecId) : null);
    }

    private Optional<PriceTypeUse> find(String onecId) {
        return database.sql(TYPES + " WHERE t.onec_id = ? FOR UPDATE OF t")
                .param(onecId)
                .query(PriceTypeMapping::type)
                .optional();
    }

    private static LevelSource level(ResultSet row, int number) throws SQLException {
        return new LevelSource(
                PriceLevel.valueOf(row.getString("level")),
                row.getString("price_type_onec_id"),
                row.getString("name"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("version"));
    }

    private static PriceTypeUse type(ResultSet row, int number) throws SQLException {
        return new PriceTypeUse(
                row.getString("onec_id"),
                row.getString("name"),
                row.getString("currency"),
                row.getBoolean("active"),
                row.getBoolean("ignored"),
                Arrays.stream((String[]) row.getArray("levels").getArray())
                        .map(PriceLevel::valueOf)
                        .toList(),
                row.getLong("run_id"),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("version"));
    }
}
