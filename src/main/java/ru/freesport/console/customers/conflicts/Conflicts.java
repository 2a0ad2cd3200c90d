package ru.freesport.console.customers.conflicts;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.PersonalData;

/**
 * The queue of conflicts as people see it. What is one statement needs no transaction around it. Open screens follow the channel {@link #CHANNEL}; acts are in
 * {@link ConflictClaims}, {@link ConflictDecisions} and {@link ConflictBulk}.
 */
@Service
@PreAuthorize(ConflictRights.MAY_LOOK)
@Transactional(readOnly = true)
public class Conflicts {

    /** Told with a conflict's id whenever it changes. */
    public static final String CHANNEL = ConflictTransitions.CHANNEL;

    /** Beyond this a list says "more than". */
    public static final int COUNTED = 1000;

    private final JdbcClient database;
    private final ConflictReading reading;
    private final Customers customers;
    private final CurrentUser user;
    private final AuditLog audit;

    Conflicts(JdbcClient database, ConflictReading reading, Customers customers, CurrentUser user, AuditLog audit) {
        this.database = database;
        this.reading = reading;
        this.customers = customers;
        this.user = user;
        this.audit = audit;
    }

    /**
     * What is due first comes first.
     *
     * @param after id of the last row before the page; null asks for the first page
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<ConflictRow> page(ConflictFilter filter, @Nullable Long after, int limit) {
        ConflictQuery query = new ConflictQuery(filter, user.name());
        if (after != null) {
            query.after(after);
        }
        boolean isMasked = !customers.mayKnow();
        // a limit the planner does not know it takes for a tenth of the table
        return database
                .sql(ConflictTable.ROW + " WHERE " + query.conditions() + " ORDER BY c.due_at, c.id LIMIT " + limit)
                .params(query.values())
                .query(ConflictTable::row)
                .list()
                .stream()
                .map(row -> isMasked ? row.named(String.valueOf(PersonalData.name(row.name()))) : row)
                .toList();
    }

    /** No further than one beyond {@link #COUNTED}. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public int count(ConflictFilter filter) {
        ConflictQuery query = new ConflictQuery(filter, user.name());
        return database.sql("SELECT count(*) FROM (SELECT FROM customer_conflict c WHERE " + query.conditions()
                        + " LIMIT :limit) counted")
                .params(query.values())
                .param("limit", COUNTED + 1)
                .query(Integer.class)
                .single();
    }

    /** All of them; for a preview of what a bulk act will touch. */
    public int exactCount(ConflictFilter filter) {
        ConflictQuery query = new ConflictQuery(filter, user.name());
        return database.sql("SELECT count(*) FROM customer_conflict c WHERE " + query.conditions())
                .params(query.values())
                .query(Integer.class)
                .single();
    }

    /** Those that a person must decide, for the badge; no further than one beyond {@link #COUNTED}. */
    public int waiting() {
        return count(ConflictFilter.WAITING);
    }

    /** Everything of one conflict; it is written down who saw whose data, so call {@link #again} when it changed. */
    @Transactional
    public Optional<ConflictDetails> open(long id) {
        Optional<ConflictDetails> found = again(id);
        found.filter(details -> !details.isMasked())
                .ifPresent(details -> audit.record(
                        user.actor(), "customers.conflict.shown", "conflict:" + id, null, subject(details), null));
        return found;
    }

    /** The same for a screen that shows it already. */
    public Optional<ConflictDetails> again(long id) {
        return reading.details(id);
    }

    /** Every conflict of the filter, page by page: no long transaction, no growing memory. It is audited. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void export(ConflictFilter filter, Consumer<ConflictRow> row) {
        audit.record(user.actor(), "customers.conflicts.exported", "conflicts", null, filter.toString(), null);
        Long after = null;
        List<ConflictRow> page;
        do {
            page = page(filter, after, COUNTED);
            page.forEach(row);
            after = page.isEmpty() ? after : Long.valueOf(page.getLast().id());
        } while (page.size() == COUNTED);
    }

    private static String subject(ConflictDetails details) {
        return details.row().customerId() == null
                ? "counterparty:" + details.row().onecId()
                : "customer:" + details.row().customerId();
    }
}
