package ru.freesport.console.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import ru.freesport.console.shared.Actor;

/** Circuits as rows: a change reads the row under a lock, applies a rule, writes it with its transition and tells all nodes. */
@Repository
class CircuitTable {

    static final String CHANNEL = "circuit";

    private static final String COLUMNS = "name, state, failures, probes, changed_at, open_until, probe_until,"
            + " override_until, override_by, override_reason, last_error, last_failure, version";

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    CircuitTable(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A circuit as it was read; of two readings the one with the higher version is the newer. */
    record Reading(Circuit circuit, long version) {}

    /** What a change made of a circuit. */
    record Change(Circuit was, Reading became) {}

    /** Who wants a change and why. */
    record Wish(
            TransitionCause cause,
            Actor actor,
            @Nullable String reason,
            @Nullable CallError error) {

        static Wish of(TransitionCause cause, @Nullable CallError error) {
            return new Wish(cause, Actor.system(), null, error);
        }
    }

    void introduce(String name) {
        database.sql("INSERT INTO circuit (name) VALUES (?) ON CONFLICT DO NOTHING")
                .param(name)
                .update();
    }

    List<Reading> all() {
        return database.sql("SELECT " + COLUMNS + " FROM circuit ORDER BY name")
                .query(CircuitTable::reading)
                .list();
    }

    /** The database's time, which all nodes share. */
    Instant now() {
        return database.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /**
     * Applies a rule to the circuit as it is now.
     *
     * @throws IllegalArgumentException when there is no such circuit
     */
    Change change(String name, Wish wish, BiFunction<Circuit, Instant, Circuit> rule) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            Reading read = database.sql("SELECT " + COLUMNS + " FROM circuit WHERE name = ? FOR UPDATE")
                    .param(name)
                    .query(CircuitTable::reading)
                    .optional()
                    .orElseThrow(() -> new IllegalArgumentException("There is no circuit " + name));
            Circuit was = read.circuit();
            Instant now = now();
            Circuit timed = CircuitRules.at(was, now);
            note(was, timed, Wish.of(TransitionCause.OVERRIDE_ENDED, null));
            Circuit became = rule.apply(timed, now);
            note(timed, became, wish);
            if (became.equals(was)) {
                return new Change(was, read);
            }
            write(became);
            tell(name);
            return new Change(was, new Reading(became, read.version() + 1));
        }));
    }

    /** Has the screens look at the circuit again. */
    void tell(String name) {
        database.sql("SELECT pg_notify(?, ?)")
                .params(CHANNEL, name)
                .query((_, _) -> name)
                .single();
    }

    List<CircuitTransition> history(String circuit, int most) {
        return database.sql("SELECT * FROM circuit_transition WHERE circuit = ? ORDER BY id DESC LIMIT ?")
                .params(circuit, most)
                .query(CircuitTable::transition)
                .list();
    }

    /** Every opening by failures since then, the earliest first. */
    List<CircuitTransition> trips(Duration back) {
        return database.sql("SELECT * FROM circuit_transition WHERE became = 'OPEN' AND cause IN ('FAILURES',"
                        + " 'PROBE_FAILED') AND at > clock_timestamp() - make_interval(secs => ?) ORDER BY id")
                .param((double) back.toSeconds())
                .query(CircuitTable::transition)
                .list();
    }

    private void note(Circuit was, Circuit became, Wish wish) {
        boolean isAnew = wish.cause() == TransitionCause.OPERATOR && !became.equals(was);
        if (was.state() == became.state() && !isAnew) {
            return;
        }
        database.sql("""
                        INSERT INTO circuit_transition
                            (circuit, was, became, cause, actor_kind, actor, reason, error, until)
                        VALUES (:circuit, :was, :became, :cause, :kind, :actor, :reason, :error, :until)
                        """)
                .param("circuit", became.name())
                .param("was", was.state().name())
                .param("became", became.state().name())
                .param("cause", wish.cause().name())
                .param("kind", wish.actor().kind().name())
                .param("actor", wish.actor().name())
                .param("reason", wish.reason())
                .param("error", wish.error() == null ? null : wish.error().name())
                .param("until", stored(until(became)))
                .update();
    }

    private static @Nullable Instant until(Circuit circuit) {
        return circuit.override() == null
                ? circuit.openUntil()
                : circuit.override().until();
    }

    private void write(Circuit circuit) {
        Circuit.Override word = circuit.override();
        database.sql("""
                        UPDATE circuit SET version = version + 1, state = :state, failures = :failures, probes = :probes,
                            changed_at = :changedAt, open_until = :openUntil, probe_until = :probeUntil,
                            override_until = :overrideUntil, override_by = :overrideBy,
                            override_reason = :overrideReason, last_error = :lastError, last_failure = :lastFailure
                        WHERE name = :name
                        """)
                .param("name", circuit.name())
                .param("state", circuit.state().name())
                .param("failures", circuit.failures())
                .param("probes", circuit.probes())
                .param("changedAt", stored(circuit.changedAt()))
                .param("openUntil", stored(circuit.openUntil()))
                .param("probeUntil", stored(circuit.probeUntil()))
                .param("overrideUntil", word == null ? null : stored(word.until()))
                .param("overrideBy", word == null ? null : word.by())
                .param("overrideReason", word == null ? null : word.reason())
                .param(
                        "lastError",
                        circuit.lastError() == null ? null : circuit.lastError().name())
                .param("lastFailure", circuit.lastFailure())
                .update();
    }

    private static Reading reading(ResultSet row, int number) throws SQLException {
        return new Reading(circuit(row), row.getLong("version"));
    }

    private static Circuit circuit(ResultSet row) throws SQLException {
        Instant overrideUntil = instant(row, "override_until");
        String lastError = row.getString("last_error");
        return new Circuit(
                row.getString("name"),
                CircuitState.valueOf(row.getString("state")),
                row.getInt("failures"),
                row.getInt("probes"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                instant(row, "open_until"),
                instant(row, "probe_until"),
                overrideUntil == null
                        ? null
                        : new Circuit.Override(
                                row.getString("override_by"), row.getString("override_reason"), overrideUntil),
                lastError == null ? null : CallError.valueOf(lastError),
                row.getString("last_failure"));
    }

    private static CircuitTransition transition(ResultSet row, int number) throws SQLException {
        String error = row.getString("error");
        return new CircuitTransition(
                row.getLong("id"),
                row.getString("circuit"),
                CircuitState.valueOf(row.getString("was")),
                CircuitState.valueOf(row.getString("became")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                TransitionCause.valueOf(row.getString("cause")),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                row.getString("reason"),
                error == null ? null : CallError.valueOf(error),
                instant(row, "until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime stored(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
