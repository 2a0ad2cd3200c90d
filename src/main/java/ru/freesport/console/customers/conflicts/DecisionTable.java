package ru.freesport.console.customers.conflicts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.compare.Choice;
import ru.freesport.console.customers.conflicts.DecisionView.State;
import ru.freesport.console.customers.records.CustomerRow;
import ru.freesport.console.shared.Actor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people decided, with what the shop had before, so that it can be taken back. */
@Component
class DecisionTable {

    private static final TypeReference<List<Stored>> STORED = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    DecisionTable(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * @param value what came of the choice
     * @param before what the shop had
     */
    record Stored(
            CustomerField field,
            Choice choice,
            @Nullable String value,
            @Nullable String before) {}

    record Decision(
            long id,
            long conflict,
            State state,
            Actor actor,
            @Nullable String reason,
            List<Stored> choices,
            DecisionView view) {}

    long insert(long conflict, State state, Actor actor, @Nullable String reason, List<Stored> choices) {
        return database.sql("""
                        INSERT INTO customer_conflict_decision (conflict_id, state, actor_kind, actor, reason, choices)
                        VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb)) RETURNING id""")
                .params(
                        conflict,
                        state.name(),
                        actor.kind().name(),
                        actor.name(),
                        reason,
                        json.writeValueAsString(choices))
                .query(Long.class)
                .single();
    }

    /** @param customer null: nobody the shop knows */
    void identified(long id, @Nullable UUID customer) {
        database.sql("UPDATE customer_conflict_decision SET identified_as = CAST(? AS uuid), as_new = ? WHERE id = ?")
                .params(customer, customer == null, id)
                .update();
    }

    void end(long id, State state) {
        database.sql("UPDATE customer_conflict_decision SET state = ? WHERE id = ?")
                .params(state.name(), id)
                .update();
    }

    /** The database refuses a second person who is the first one. */
    void second(long id, State state, Actor second, @Nullable String reason, List<Stored> choices) {
        database.sql("""
                        UPDATE customer_conflict_decision SET state = :state, second_kind = :kind, second = :second,
                            second_at = clock_timestamp(), second_reason = :reason, choices = CAST(:choices AS jsonb)
                        WHERE id = :id""")
                .param("id", id)
                .param("state", state.name())
                .param("kind", second.kind().name())
                .param("second", second.name())
                .param("reason", reason)
                .param("choices", json.writeValueAsString(choices))
                .update();
    }

    /** The one that waits or is in force; there is at most one. */
    Optional<Decision> current(long conflict) {
        return database.sql("""
                        SELECT * FROM customer_conflict_decision
                        WHERE conflict_id = ? AND state IN ('PROPOSED', 'IN_FORCE')""").param(conflict).query(this::decision).optional();
    }

    private Decision decision(ResultSet row, int number) throws SQLException {
        List<Stored> stored = json.readValue(row.getString("choices"), STORED);
        State state = State.valueOf(row.getString("state"));
        Actor actor = new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor"));
        DecisionView view = new DecisionView(
                row.getLong("id"),
                state,
                row.getTimestamp("at").toInstant(),
                actor,
                row.getString("reason"),
                stored.stream()
                        .map(one -> new FieldDecision(one.field(), one.choice(), one.value()))
                        .toList(),
                row.getString("second") == null
                        ? null
                        : new Actor(Actor.Kind.valueOf(row.getString("second_kind")), row.getString("second")),
                CustomerRow.instant(row, "second_at"),
                row.getString("second_reason"),
                row.getObject("identified_as", UUID.class),
                row.getBoolean("as_new"));
        return new Decision(
                row.getLong("id"), row.getLong("conflict_id"), state, actor, row.getString("reason"), stored, view);
    }
}
