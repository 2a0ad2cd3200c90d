package ru.freesport.console.customers.conflicts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.PersonalData;
import ru.freesport.console.customers.compare.Collisions;
import ru.freesport.console.customers.compare.Settlement;
import ru.freesport.console.customers.compare.Strategy;
import ru.freesport.console.shared.Actor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How collisions are settled without a person: what holds now, who set it, and what another policy would have done. */
@Service
public class Policies {

    private static final TypeReference<Map<CustomerField, Strategy>> STRATEGIES = new TypeReference<>() {};
    private static final int EXAMPLES = 10;

    private final JdbcClient database;
    private final PolicyDefaults defaults;
    private final ConflictsSettings settings;
    private final Customers customers;
    private final JsonMapper json;
    private final CurrentUser user;
    private final AuditLog audit;

    Policies(
            JdbcClient database,
            PolicyDefaults defaults,
            ConflictsSettings settings,
            Customers customers,
            JsonMapper json,
            CurrentUser user,
            AuditLog audit) {
        this.database = database;
        this.defaults = defaults;
        this.settings = settings;
        this.customers = customers;
        this.json = json;
        this.user = user;
        this.audit = audit;
    }

    /** What holds now, for whoever synchronises. */
    public PolicyVersion inForce() {
        return versions(1).stream().findFirst().orElseGet(this::installed);
    }

    @PreAuthorize(ConflictRights.MAY_LOOK)
    @Transactional(readOnly = true)
    public PolicyVersion current() {
        return inForce();
    }

    /** Newest first; the settings of the installation come last. To go back to one, {@link #change} to it. */
    @PreAuthorize(ConflictRights.MAY_LOOK)
    @Transactional(readOnly = true)
    public List<PolicyVersion> history(int limit) {
        List<PolicyVersion> found = new ArrayList<>(versions(limit));
        if (found.size() < limit) {
            found.add(installed());
        }
        return found;
    }

    /** @param seen version that the person looked at while deciding */
    @PreAuthorize(ConflictRights.MAY_DECIDE)
    @Transactional
    public PolicyOutcome change(Map<CustomerField, Strategy> strategies, long seen, String reason) {
        if (reason.isBlank()) {
            return new PolicyOutcome.Refused();
        }
        PolicyVersion before = inForce();
        Map<CustomerField, Strategy> wanted = new EnumMap<>(before.strategies());
        wanted.putAll(strategies);
        if (before.version() == seen && before.strategies().equals(wanted)) {
            return new PolicyOutcome.Unchanged();
        }
        if (before.version() != seen || insert(wanted, seen + 1, reason.strip()) == 0) {
            return new PolicyOutcome.Clash(inForce());
        }
        audit.record(
                user.actor(),
                "customers.policy.changed",
                "policy:customers",
                words(before.strategies()),
                words(wanted),
                reason.strip());
        return new PolicyOutcome.Done(inForce());
    }

    private int insert(Map<CustomerField, Strategy> strategies, long version, String reason) {
        return database.sql("""
                        INSERT INTO customer_policy (version, actor_kind, actor, reason, strategies)
                        VALUES (?, ?, ?, ?, CAST(? AS jsonb)) ON CONFLICT DO NOTHING""")
                .params(
                        version,
                        user.actor().kind().name(),
                        user.actor().name(),
                        reason,
                        json.writeValueAsString(strategies))
                .update();
    }

    /** What a strategy would have made of the last conflicts about this field that people decided. */
    @PreAuthorize(ConflictRights.MAY_LOOK)
    @Transactional(readOnly = true)
    public BackTest backTest(CustomerField field, Strategy strategy) {
        List<Decided> decided = database.sql("""
                        SELECT f.* FROM customer_conflict_field f
                            JOIN customer_conflict c ON c.id = f.conflict_id AND c.decision_id IS NOT NULL
                        WHERE f.field = :field AND f.result IS NOT NULL
                        ORDER BY c.decision_id DESC LIMIT :limit""")
                .param("field", field.name())
                .param("limit", settings.backTest())
                .query((row, number) -> new Decided(row.getLong("conflict_id"), ConflictTable.field(row, number)))
                .list();
        int same = 0;
        int asked = 0;
        List<BackTest.Example> examples = new ArrayList<>();
        for (Decided one : decided) {
            Settlement settlement = Collisions.settle(one.field.trio(), strategy);
            if (settlement.isReview()) {
                asked++;
            } else if (field.isSame(settlement.value(), one.field.result())) {
                same++;
            } else {
                examples.add(example(one, settlement));
            }
        }
        return new BackTest(
                field,
                strategy,
                decided.size(),
                same,
                examples.size(),
                asked,
                examples.stream().limit(EXAMPLES).toList());
    }

    private record Decided(long conflict, ConflictField field) {}

    private BackTest.Example example(Decided one, Settlement settlement) {
        boolean mayKnow = customers.mayKnow();
        return new BackTest.Example(
                one.conflict,
                mayKnow ? one.field.result() : PersonalData.text(one.field.result()),
                mayKnow ? settlement.value() : PersonalData.text(settlement.value()));
    }

    private PolicyVersion installed() {
        return new PolicyVersion(0, defaults.policy(), null, null, null);
    }

    private List<PolicyVersion> versions(int limit) {
        return database.sql("SELECT * FROM customer_policy ORDER BY version DESC LIMIT ?")
                .param(limit)
                .query(this::version)
                .list();
    }

    private PolicyVersion version(ResultSet row, int number) throws SQLException {
        return new PolicyVersion(
                row.getLong("version"),
                json.readValue(row.getString("strategies"), STRATEGIES),
                row.getTimestamp("at").toInstant(),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                row.getString("reason"));
    }

    private static String words(Map<CustomerField, Strategy> strategies) {
        return new EnumMap<>(strategies).toString();
    }
}
