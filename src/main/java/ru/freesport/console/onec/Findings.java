package ru.freesport.console.onec;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.catalog.FindingKind;
import ru.freesport.console.catalog.GuardVerdict;
import ru.freesport.console.catalog.PriceLevel;
import ru.freesport.console.shared.JdbcRows;

/** Shows what the guard found in a packet: counted, page by page, and as a whole for a download. */
@Service
public class Findings {

    private static final String SELECT = """
            SELECT f.id, f.kind, f.product_onec_id, f.onec_id, f.name, f.article, f.level, f.was, f.became,
                f.was_currency, f.currency, f.change, f.other_level, f.other_amount
            FROM packet_finding f WHERE\s""";

    private final JdbcClient database;
    private final DataSource dataSource;
    private final PacketHoldings holdings;
    private final CurrentUser currentUser;
    private final AuditLog audit;

    Findings(
            JdbcClient database,
            DataSource dataSource,
            PacketHoldings holdings,
            CurrentUser currentUser,
            AuditLog audit) {
        this.database = database;
        this.dataSource = dataSource;
        this.holdings = holdings;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /** Also of a dry run, which is never held: what a real one would be held for. */
    public GuardVerdict counted(long runId) {
        return holdings.found(runId);
    }

    /** The most striking first; give the last id of a page to get the next one. */
    @PreAuthorize(SyncRights.LOOK)
    public List<Finding> page(FindingFilter filter, @Nullable Long afterId, int limit) {
        return database.sql(SELECT + filter.sql() + " AND f.id > :after ORDER BY f.id LIMIT :limit")
                .params(filter.values())
                .params(Map.of("after", afterId == null ? 0 : afterId, "limit", limit))
                .query(Findings::row)
                .list();
    }

    /** How many match, counted up to the given number. */
    @PreAuthorize(SyncRights.LOOK)
    public long count(FindingFilter filter, long atMost) {
        return database.sql("SELECT count(*) FROM (SELECT FROM packet_finding f WHERE " + filter.sql()
                        + " LIMIT :limit) matching")
                .params(filter.values())
                .param("limit", atMost)
                .query(Long.class)
                .single();
    }

    /** Gives every matching one once; that somebody took them out of the house is kept in the audit log. */
    @PreAuthorize(SyncRights.LOOK)
    public void export(FindingFilter filter, Consumer<Finding> consumer) {
        audit.record(currentUser.actor(), "onec.finding.exported", "run:" + filter.runId(), null, filter.sql(), null);
        new JdbcRows<>(dataSource, SELECT + filter.sql() + " ORDER BY f.id", filter.values(), Findings::row)
                .forEach(consumer);
    }

    private static Finding row(ResultSet row, int number) throws SQLException {
        String levels = row.getString("level");
        String below = row.getString("other_level");
        return new Finding(
                row.getLong("id"),
                FindingKind.valueOf(row.getString("kind")),
                row.getString("product_onec_id"),
                row.getString("onec_id"),
                row.getString("name"),
                row.getString("article"),
                levels == null
                        ? List.of()
                        : Arrays.stream(levels.split(","))
                                .map(PriceLevel::valueOf)
                                .toList(),
                row.getBigDecimal("was"),
                row.getBigDecimal("became"),
                row.getString("was_currency"),
                row.getString("currency"),
                row.getBigDecimal("change"),
                below == null ? null : PriceLevel.valueOf(below),
                row.getBigDecimal("other_amount"));
    }
}
