package ru.freesport.console.customers.conflicts;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.shared.Actor;

/**
 * The only place where a conflict changes its state: it checks the move, notes it and tells open screens on the channel
 * {@link #CHANNEL}. Whoever moves a conflict has locked it.
 */
@Component
class ConflictTransitions {

    /** The payload is the conflict's id. */
    static final String CHANNEL = "customer_conflict";

    private final JdbcClient database;
    private final ConflictTable table;
    private final CurrentUser user;

    ConflictTransitions(JdbcClient database, ConflictTable table, CurrentUser user) {
        this.database = database;
        this.table = table;
        this.user = user;
    }

    /** A new conflict is about to be noted as opened. */
    void opened(long id) {
        note(id, ConflictEvent.Kind.OPENED, ConflictState.OPEN, null);
    }

    ConflictRow move(ConflictRow locked, ConflictMove move) {
        if (locked.state() != move.next() && !locked.state().canBecome(move.next())) {
            throw new IllegalStateException(
                    "Conflict " + locked.id() + " cannot go from " + locked.state() + " to " + move.next());
        }
        JdbcClient.StatementSpec statement =
                database.sql("UPDATE customer_conflict SET " + move.assignments() + " WHERE id = :id");
        for (var value : move.values().entrySet()) {
            statement = statement.param(value.getKey(), value.getValue());
        }
        statement.param("next", move.next().name()).param("id", locked.id()).update();
        note(locked.id(), move.kind(), move.next(), move.text());
        return table.find(locked.id()).orElseThrow();
    }

    /** Something that changes no state. */
    void note(long id, ConflictEvent.Kind kind, ConflictState state, @Nullable String text) {
        Actor actor = user.actor();
        database.sql("""
                        WITH noted AS (
                            INSERT INTO customer_conflict_event (conflict_id, kind, state, actor_kind, actor, text)
                            VALUES (:id, :kind, :state, :actorKind, :actor, :text) RETURNING conflict_id)
                        SELECT pg_notify(:channel, conflict_id::text)::text FROM noted""")
                .param("id", id)
                .param("kind", kind.name())
                .param("state", state.name())
                .param("actorKind", actor.kind().name())
                .param("actor", actor.name())
                .param("text", text)
                .param("channel", CHANNEL)
                .query(String.class)
                .list();
    }
}
