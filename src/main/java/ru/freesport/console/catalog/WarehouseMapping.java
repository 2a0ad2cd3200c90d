package ru.freesport.console.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.shared.Actor;

/**
 * Which 1C ids lead to which warehouse. Stock stays where it was written when an id moves: a warehouse to which no id
 * leads any more is switched off and counts no longer, and is switched on again when an id comes back.
 */
@Component
class WarehouseMapping {

    private static final String USES = """
            SELECT k.onec_id, k.warehouse_id, w.name, k.ignored, k.changed_by, k.changed_at, k.version
            FROM warehouse_onec_id k LEFT JOIN warehouse w ON w.id = k.warehouse_id""";

    private final JdbcClient database;
    private final MappingHistory history;

    WarehouseMapping(JdbcClient database, MappingHistory history) {
        this.database = database;
        this.history = history;
    }

    List<Warehouse> warehouses() {
        return database.sql("""
                        SELECT w.id, w.name, w.active, w.run_id, w.changed_at,
                            (SELECT count(*) FROM warehouse_onec_id k WHERE k.warehouse_id = w.id) AS onec_ids
                        FROM warehouse w ORDER BY w.active DESC, w.name, w.id""").query(WarehouseMapping::warehouse).list();
    }

    List<WarehouseUse> uses() {
        return database.sql(USES + " ORDER BY w.name NULLS FIRST, k.onec_id")
                .query(WarehouseMapping::use)
                .list();
    }

    MappingOutcome join(String onecId, int warehouseId, long version, @Nullable String reason, Actor actor) {
        boolean known = database.sql("SELECT EXISTS (SELECT FROM warehouse WHERE id = ?)")
                .param(warehouseId)
                .query(Boolean.class)
                .single();
        return known
                ? decide(onecId, warehouseId, false, version, reason, actor)
                : new MappingOutcome.Refused(MappingOutcome.Why.NO_SUCH_THING);
    }

    MappingOutcome accept(String onecId, String name, long version, @Nullable String reason, Actor actor) {
        if (name.isBlank()) {
            return new MappingOutcome.Refused(MappingOutcome.Why.NAME_MISSING);
        }
        MappingOutcome obstacle = obstacle(onecId, version, reason);
        if (obstacle != null) {
            return obstacle;
        }
        int created = database.sql("INSERT INTO warehouse (name, run_id) VALUES (?, 0) RETURNING id")
                .param(name.strip())
                .query(Integer.class)
                .single();
        return decide(onecId, created, false, version, reason, actor);
    }

    MappingOutcome ignore(String onecId, boolean ignored, long version, @Nullable String reason, Actor actor) {
        return decide(onecId, null, ignored, version, reason, actor);
    }

    private MappingOutcome decide(
            String onecId,
            @Nullable Integer warehouseId,
            boolean ignored,
            long version,
            @Nullable String reason,
            Actor actor) {
        WarehouseUse before = find(onecId).orElse(null);
        if (before != null && before.ignored() == ignored && Objects.equals(before.warehouseId(), warehouseId)) {
            return new MappingOutcome.Unchanged();
        }
        MappingOutcome obstacle = obstacle(onecId, version, reason);
        if (obstacle != null || before == null) {
            return obstacle == null ? new MappingOutcome.Refused(MappingOutcome.Why.NO_SUCH_THING) : obstacle;
        }
        database.sql("""
                        UPDATE warehouse_onec_id SET warehouse_id = ?, ignored = ?, changed_by = ?, changed_at = now(),
                            version = version + 1
                        WHERE onec_id = ?""").params(warehouseId, ignored, actor.name(), onecId).update();
        switchOnOrOff(before.warehouseId(), false);
        switchOnOrOff(warehouseId, true);
        return history.changed(
                actor,
                MappingChange.Kind.WAREHOUSE,
                onecId,
                state(before.warehouseId(), before.ignored()),
                state(warehouseId, ignored),
                reason,
                warehouseId != null || ignored ? new Obstacle(Obstacle.Kind.WAREHOUSE, onecId) : null);
    }

    private @Nullable MappingOutcome obstacle(String onecId, long version, @Nullable String reason) {
        WarehouseUse before = find(onecId).orElse(null);
        if (before == null) {
            return new MappingOutcome.Refused(MappingOutcome.Why.NO_SUCH_THING);
        }
        if (before.version() != version) {
            return history.clash(MappingChange.Kind.WAREHOUSE, onecId);
        }
        return before.warehouseId() != null && (reason == null || reason.isBlank())
                ? new MappingOutcome.Refused(MappingOutcome.Why.REASON_MISSING)
                : null;
    }

    private void switchOnOrOff(@Nullable Integer warehouseId, boolean active) {
        if (warehouseId != null) {
            database.sql("""
                            UPDATE warehouse w SET active = ?, changed_at = now() WHERE id = ? AND active <> ?
                                AND (? OR NOT EXISTS (SELECT FROM warehouse_onec_id k WHERE k.warehouse_id = w.id))""").params(active, warehouseId, active, active).update();
        }
    }

    private Optional<WarehouseUse> find(String onecId) {
        return database.sql(USES + " WHERE k.onec_id = ? FOR UPDATE OF k")
                .param(onecId)
                .query(WarehouseMapping::use)
                .optional();
    }

    private static @Nullable String state(@Nullable Integer warehouseId, boolean ignored) {
        if (ignored) {
            return MappingChange.IGNORED;
        }
        return warehouseId == null ? null : warehouseId.toString();
    }

    private static WarehouseUse use(ResultSet row, int number) throws SQLException {
        return new WarehouseUse(
                row.getString("onec_id"),
                (Integer) row.getObject("warehouse_id"),
                row.getString("name"),
                row.getBoolean("ignored"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("version"));
    }

    private static Warehouse warehouse(ResultSet row, int number) throws SQLException {
        return new Warehouse(
                row.getInt("id"),
                row.getString("name"),
                row.getBoolean("active"),
                row.getInt("onec_ids"),
                row.getLong("run_id"),
                row.getTimestamp("changed_at").toInstant());
    }
}
