package ru.freesport.console.customers.conflicts;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.conflicts.FoundConflict.Field;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in what synchronisation finds: opens a conflict, refreshes the one that waits, lets one fade when both sides came
 * to the same, and reopens what 1C brought back. Whoever calls has locked the customer.
 */
@Component
public class ConflictIntake {

    private final JdbcClient database;
    private final ConflictTable table;
    private final ConflictTransitions transitions;
    private final DecisionTable decisions;
    private final ConflictsSettings settings;
    private final CurrentUser user;
    private final JsonMapper json;

    ConflictIntake(
            JdbcClient database,
            ConflictTable table,
            ConflictTransitions transitions,
            DecisionTable decisions,
            ConflictsSettings settings,
            CurrentUser user,
            JsonMapper json) {
        this.database = database;
        this.table = table;
        this.transitions = transitions;
        this.decisions = decisions;
        this.settings = settings;
        this.user = user;
        this.json = json;
    }

    /** The same over another connection, for work that has a transaction of its own. */
    public ConflictIntake over(JdbcClient other) {
        ConflictTable conflicts = new ConflictTable(other);
        return new ConflictIntake(
                other,
                conflicts,
                new ConflictTransitions(other, conflicts, user),
                new DecisionTable(other, json),
                settings,
                user,
                json);
    }

    /** How long after it was told 1C may still say the old. */
    public Duration echo() {
        return settings.echo();
    }

    /** Of these counterparties those that a person must decide something about. */
    public Set<String> waiting(Collection<String> onecIds) {
        return new HashSet<>(database.sql("""
                        SELECT onec_id FROM customer_conflict
                        WHERE onec_id = ANY(?) AND state IN ('OPEN', 'CLAIMED', 'REOPENED')""")
                .param((Object) onecIds.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Of each counterparty the latest conflict that people decided, to be followed up. */
    public Map<String, Settled> settled(Collection<String> onecIds) {
        Map<String, Settled> settled = new HashMap<>();
        database.sql("""
                        SELECT c.*, f.field, f.onec, f.result FROM (
                            SELECT DISTINCT ON (onec_id) id, onec_id, state, sent_at FROM customer_conflict
                            WHERE onec_id = ANY(?) AND kind = 'FIELDS' AND decision_id IS NOT NULL
                            ORDER BY onec_id, id DESC) c
                        JOIN customer_conflict_field f ON f.conflict_id = c.id AND f.result IS NOT NULL""").param((Object) onecIds.toArray(String[]::new)).query(row -> {
            Timestamp sent = row.getTimestamp("sent_at");
            Settled one = new Settled(
                    row.getLong("id"),
                    ConflictState.valueOf(row.getString("state")),
                    new EnumMap<>(CustomerField.class),
                    new EnumMap<>(CustomerField.class),
                    sent == null ? null : sent.toInstant());
            Settled known = settled.merge(row.getString("onec_id"), one, (earlier, _) -> earlier);
            CustomerField field = CustomerField.valueOf(row.getString("field"));
            known.results().put(field, row.getString("result"));
            if (row.getString("onec") != null) {
                known.onec().put(field, row.getString("onec"));
            }
        });
        return settled;
    }

    /** 1C gave back what was decided, or had it anyway. */
    public void confirmed(long conflict) {
        table.lock(conflict)
                .filter(row -> row.state().isUnderWay())
                .ifPresent(row -> transitions.move(
                        row,
                        ConflictMove.to(ConflictState.CONFIRMED, ConflictEvent.Kind.CONFIRMED, null)
                                .held(null)
                                .now("confirmed_at")));
    }

    /** What collides is opened as a conflict, or changes the one that is at work about the same counterparty. */
    public void found(List<FoundConflict> all) {
        if (all.isEmpty()) {
            return;
        }
        Set<String> atWork = new HashSet<>(database.sql("""
                        SELECT onec_id FROM customer_conflict
                        WHERE onec_id = ANY(?) AND state NOT IN ('CONFIRMED', 'DISMISSED')""")
                .param((Object) all.stream().map(FoundConflict::onecId).toArray(String[]::new))
                .query(String.class)
                .list());
        for (FoundConflict found : all) {
            if (atWork.contains(found.onecId())) {
                renew(found);
            } else {
                open(found);
            }
        }
    }

    private void renew(FoundConflict found) {
        Optional<ConflictRow> atWork = atWork(found.onecId());
        if (atWork.isEmpty()) {
            open(found);
            return;
        }
        ConflictRow row = atWork.get();
        if (row.state().isWaiting()) {
            refresh(row, found);
        } else {
            overtake(row, found, ConflictEvent.Kind.REOPENED);
        }
    }

    /** 1C brought back what was decided against. */
    public void returned(long conflict, FoundConflict found) {
        table.lock(conflict).ifPresent(row -> overtake(row, found, ConflictEvent.Kind.RETURNED));
    }

    /** Nothing collides any more: both sides came to the same by themselves. */
    public void faded(String onecId) {
        atWork(onecId).filter(row -> row.state().isWaiting()).ifPresent(row -> {
            endProposal(row);
            transitions.move(
                    row,
                    ConflictMove.to(ConflictState.CONFIRMED, ConflictEvent.Kind.FADED, null)
                            .proposal(null)
                            .unclaimed()
                            .now("confirmed_at"));
        });
    }

    /** What was decided about this counterparty has left for 1C, if its time of grace was over. */
    public void sent(String onecId) {
        atWork(onecId)
                .filter(row -> row.state() == ConflictState.RESOLVED && row.kind() == ConflictKind.FIELDS)
                .filter(row -> !row.canBeUndone(table.now()))
                .ifPresent(row -> transitions.move(
                        row,
                        ConflictMove.to(ConflictState.SENT, ConflictEvent.Kind.SENT, null)
                                .held(null)
                                .now("sent_at")));
    }

    /** An answer that cannot be carried out any more is asked for again. */
    public void stale(long conflict) {
        table.lock(conflict)
                .filter(row -> row.state() == ConflictState.RESOLVED)
                .ifPresent(row -> {
                    decisions.current(row.id()).ifPresent(one -> decisions.end(one.id(), DecisionView.State.OVERTAKEN));
                    transitions.move(
                            row,
                            ConflictMove.to(ConflictState.REOPENED, ConflictEvent.Kind.REOPENED, null)
                                    .decision(null)
                                    .held(null)
                                    .dueIn(settings.norm(row.severity())));
                });
    }

    private Optional<ConflictRow> atWork(String onecId) {
        return database.sql(ConflictTable.ROW + """
                         WHERE c.onec_id = ? AND c.state NOT IN ('CONFIRMED', 'DISMISSED') FOR UPDATE OF c""")
                .param(onecId)
                .query(ConflictTable::row)
                .optional();
    }

    private void open(FoundConflict found) {
        long id = database.sql("""
                        INSERT INTO customer_conflict
                            (kind, onec_id, customer_id, name, severity, state, fields, pattern, due_at)
                        VALUES (:kind, :onecId, :customer, :name, :severity, 'OPEN', :fields, :pattern,
                            clock_timestamp() + make_interval(secs => :norm))
                        RETURNING id""")
                .param("kind", found.isIdentity() ? ConflictKind.IDENTITY.name() : ConflictKind.FIELDS.name())
                .param("onecId", found.onecId())
                .param("customer", found.customerId())
                .param("name", found.name())
                .param("severity", found.severity().name())
                .param("fields", found.fieldNames().stream().map(Enum::name).toArray(String[]::new))
                .param("pattern", found.pattern())
                .param("norm", (double) settings.norm(found.severity()).toSeconds())
                .query(Long.class)
                .single();
        add(id, found);
        transitions.opened(id);
    }

    /** While it waits, the values may change; only then whoever looks at it is told. */
    private void refresh(ConflictRow row, FoundConflict found) {
        List<ConflictField> before = table.fields(row.id());
        write(row.id(), found);
        List<ConflictField> after = table.fields(row.id());
        if (isSame(before, after)) {
            return;
        }
        endProposal(row);
        transitions.move(
                row,
                about(
                                ConflictMove.to(
                                        row.awaitsSecond() ? ConflictClaims.waiting(row) : row.state(),
                                        ConflictEvent.Kind.CHANGED,
                                        null),
                                found)
                        .proposal(null));
    }

    private static boolean isSame(List<ConflictField> before, List<ConflictField> after) {
        return before.size() == after.size()
                && after.stream()
                        .allMatch(now ->
                                before.stream().anyMatch(was -> was.field() == now.field() && was.hasInputsOf(now)));
    }

    private void overtake(ConflictRow row, FoundConflict found, ConflictEvent.Kind kind) {
        decisions.current(row.id()).ifPresent(one -> decisions.end(one.id(), DecisionView.State.OVERTAKEN));
        write(row.id(), found);
        ConflictMove move = about(ConflictMove.to(ConflictState.REOPENED, kind, null), found)
                .decision(null)
                .held(null)
                .unclaimed()
                .dueIn(settings.norm(found.severity()));
        transitions.move(row, kind == ConflictEvent.Kind.RETURNED ? move.returnedOnce() : move);
    }

    private void endProposal(ConflictRow row) {
        if (row.awaitsSecond()) {
            decisions.current(row.id()).ifPresent(one -> decisions.end(one.id(), DecisionView.State.OVERTAKEN));
        }
    }

    private static ConflictMove about(ConflictMove move, FoundConflict found) {
        return move.set("severity", "severity", found.severity().name())
                .set("name", "name", found.name())
                .set("pattern", "pattern", found.pattern())
                .set(
                        "fields",
                        "fields",
                        found.fieldNames().stream().map(Enum::name).toArray(String[]::new));
    }

    private void write(long id, FoundConflict found) {
        database.sql("DELETE FROM customer_conflict_field WHERE conflict_id = ? AND NOT field = ANY(?)")
                .params(
                        id,
                        found.fields().stream()
                                .map(one -> one.trio().field().name())
                                .toArray(String[]::new))
                .update();
        database.sql("DELETE FROM customer_conflict_candidate WHERE conflict_id = ?")
                .param(id)
                .update();
        add(id, found);
    }

    private void add(long id, FoundConflict found) {
        found.fields().forEach(field -> write(id, field));
        found.candidates()
                .forEach(candidate -> database.sql(
                                "INSERT INTO customer_conflict_candidate (conflict_id, customer_id, keys) VALUES (?, ?, ?)")
                        .params(
                                id,
                                candidate.customer(),
                                candidate.keys().stream().map(Enum::name).toArray(String[]::new))
                        .update());
    }

    private void write(long id, Field field) {
        database.sql("""
                        INSERT INTO customer_conflict_field (conflict_id, field, base, base_at, shop, shop_at,
                            shop_source, shop_by, onec, onec_at, onec_source, strategy, policy, rule, suggested, suggestion)
                        VALUES (:id, :field, :base, CAST(:baseAt AS timestamptz), :shop, CAST(:shopAt AS timestamptz),
                            :shopSource, :shopBy, :onec, CAST(:onecAt AS timestamptz), :onecSource, :strategy, :policy,
                            :rule, :suggested, :suggestion)
                        ON CONFLICT (conflict_id, field) DO UPDATE SET base = excluded.base, base_at = excluded.base_at,
                            shop = excluded.shop, shop_at = excluded.shop_at, shop_source = excluded.shop_source,
                            shop_by = excluded.shop_by, onec = excluded.onec, onec_at = excluded.onec_at,
                            onec_source = excluded.onec_source, strategy = excluded.strategy, policy = excluded.policy,
                            rule = excluded.rule, suggested = excluded.suggested, suggestion = excluded.suggestion,
                            choice = NULL, result = NULL""")
                .param("id", id)
                .param("field", field.trio().field().name())
                .param("base", field.trio().base())
                .param("baseAt", timestamp(field.baseAt()))
                .param("shop", field.trio().shop())
                .param("shopAt", timestamp(field.trio().shopAt()))
                .param("shopSource", field.shopSource())
                .param("shopBy", field.shopBy())
                .param("onec", field.trio().onec())
                .param("onecAt", timestamp(field.onecSeenAt()))
                .param("onecSource", field.onecSource())
                .param("strategy", field.strategy().name())
                .param("policy", field.policy())
                .param("rule", name(field.settlement().rule()))
                .param("suggested", field.settlement().value())
                .param("suggestion", name(field.settlement().choice()))
                .update();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(Objects.requireNonNull(time));
    }
}
