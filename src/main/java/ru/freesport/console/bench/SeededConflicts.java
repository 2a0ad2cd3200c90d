package ru.freesport.console.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import ru.freesport.console.customers.Severity;
import ru.freesport.console.customers.conflicts.ConflictFilter;
import ru.freesport.console.customers.conflicts.Conflicts;

/** The queue of conflicts: a third waits, one in five of those is severe. */
final class SeededConflicts implements SeededList {

    private static final int PAGE = 50;
    private static final int SCROLLED = 2_000;
    private static final String PLAIN = """
            SELECT c.*, clock_timestamp() AS now, p.actor AS proposed_by FROM customer_conflict c
                LEFT JOIN customer_conflict_decision p ON p.id = c.proposal_id
            WHERE c.state IN ('OPEN', 'CLAIMED', 'REOPENED') %s ORDER BY c.due_at, c.id LIMIT 50""";
    private static final ConflictFilter SEVERE = new ConflictFilter(
            "",
            ConflictFilter.Scope.WAITING,
            null,
            null,
            Severity.HIGH,
            null,
            ConflictFilter.Owner.ANYBODY,
            false,
            false,
            false,
            null);

    private final Conflicts conflicts;

    SeededConflicts(ApplicationContext application) {
        this.conflicts = application.getBean(Conflicts.class);
    }

    @Override
    public String path() {
        return "conflicts";
    }

    @Override
    public void seed(Connection database, int rows) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("""
                    INSERT INTO counterparty (onec_id, name)
                    SELECT '5e1f0c2a-9b7d-11f0-8d3e-' || lpad(n::text, 12, '0'), 'ООО Спорт ' || n
                    FROM generate_series(1, %d) n""".formatted(rows));
            statement.execute("""
                    INSERT INTO customer_conflict (kind, onec_id, name, severity, state, fields, pattern, opened_at, due_at,
                        decision_id, confirmed_at)
                    SELECT 'FIELDS', '5e1f0c2a-9b7d-11f0-8d3e-' || lpad(n::text, 12, '0'), 'ООО Спорт ' || n,
                        CASE WHEN n %% 5 = 0 THEN 'HIGH' ELSE 'MEDIUM' END,
                        CASE WHEN n %% 3 = 0 THEN 'OPEN' ELSE 'CONFIRMED' END,
                        CASE WHEN n %% 5 = 0 THEN ARRAY['EMAIL'] ELSE ARRAY['PHONE', 'COMPANY_NAME'] END,
                        'bench-' || n %% 100, now() - make_interval(mins => n %% 500000),
                        now() - make_interval(mins => n %% 500000) + interval '1 day',
                        NULL, CASE WHEN n %% 3 = 0 THEN NULL ELSE now() END
                    FROM generate_series(1, %d) n""".formatted(rows));
            statement.execute("RESET session_replication_role");
            statement.execute("VACUUM ANALYZE counterparty, customer_conflict");
            statement.execute("CHECKPOINT");
        }
    }

    @Override
    public List<Page> pages(Connection database) throws SQLException {
        Place place = place(database, "state IN ('OPEN', 'CLAIMED', 'REOPENED')", SCROLLED);
        return List.of(
                new Page("first", "", 0, PLAIN.formatted(""), List.of(), reading(ConflictFilter.WAITING, null)),
                new Page(
                        "filtered",
                        "severity=HIGH",
                        0,
                        PLAIN.formatted("AND c.severity = 'HIGH'"),
                        List.of(),
                        reading(SEVERE, null)),
                new Page(
                        "scrolled",
                        "",
                        SCROLLED,
                        PLAIN.formatted("AND (c.due_at, c.id) > (?, ?)"),
                        List.of(place.dueAt, place.id),
                        reading(ConflictFilter.WAITING, place.id)));
    }

    private record Place(Timestamp dueAt, long id) {}

    /** The last row before a page that begins there. */
    private static Place place(Connection database, String which, int row) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(
                "SELECT due_at, id FROM customer_conflict WHERE " + which + " ORDER BY due_at, id OFFSET ? LIMIT 1")) {
            select.setInt(1, row - 1);
            try (ResultSet found = select.executeQuery()) {
                found.next();
                return new Place(found.getTimestamp(1), found.getLong(2));
            }
        }
    }

    private Callable<Integer> reading(ConflictFilter filter, @Nullable Long after) {
        return () -> conflicts.page(filter, after, PAGE).size();
    }

    @Override
    public Callable<Integer> firstOfAll() {
        return reading(ConflictFilter.ALL, null);
    }

    @Override
    public Callable<Integer> pageAt(Connection database, int row) throws SQLException {
        return reading(ConflictFilter.ALL, place(database, "true", row).id);
    }
}
