package ru.freesport.console.customers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;

/** The customers as a list shows them, newest first: contacts hidden, to a viewer names too. */
@Service
@PreAuthorize(CustomerList.MAY_LOOK)
@Transactional(readOnly = true)
public class CustomerList {

    static final String MAY_LOOK =
            "hasAnyRole('ADMIN', 'MANAGER', 'OPERATIONS', 'SUPPORT', 'FINANCE', 'VIEWER', 'SYSTEM')";

    /** Beyond this a list says "more than". */
    public static final int COUNTED = 1000;

    private static final int MOST_FOUND = 2000;

    private final JdbcClient database;
    private final Customers customers;
    private final CurrentUser user;
    private final AuditLog audit;

    CustomerList(JdbcClient database, Customers customers, CurrentUser user, AuditLog audit) {
        this.database = database;
        this.customers = customers;
        this.user = user;
        this.audit = audit;
    }

    /** @param below number of the last customer before the page; null asks for the first page */
    public List<Customer> page(CustomerFilter filter, @Nullable Long below, int limit) {
        Asked asked = asked(filter);
        if (below != null) {
            asked.and("c.code < :below", "below", below);
        }
        List<UUID> ids = database.sql(
                        "SELECT c.id FROM customer c WHERE " + asked.conditions + " ORDER BY c.code DESC LIMIT :limit")
                .params(asked.values)
                .param("limit", limit)
                .query(UUID.class)
                .list();
        Map<UUID, Customer> seen = customers.glance(ids);
        return ids.stream().filter(seen::containsKey).map(seen::get).toList();
    }

    /** No further than one beyond {@link #COUNTED}. */
    public int count(CustomerFilter filter) {
        Asked asked = asked(filter);
        return database.sql("SELECT count(*) FROM (SELECT FROM customer c WHERE " + asked.conditions
                        + " LIMIT :limit) counted")
                .params(asked.values)
                .param("limit", COUNTED + 1)
                .query(Integer.class)
                .single();
    }

    /** Businesses that wait for a person's word, for the badge. */
    public int unverified() {
        return count(new CustomerFilter("", null, Verification.State.PENDING, null, null));
    }

    /** Every customer of the filter, page by page: no long transaction, no growing memory. It is audited. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void export(CustomerFilter filter, Consumer<Customer> row) {
        audit.record(user.actor(), "customers.exported", "customers", null, filter.toString(), null);
        Long below = null;
        List<Customer> page;
        do {
            page = page(filter, below, COUNTED);
            page.forEach(row);
            below = page.isEmpty() ? below : Long.valueOf(page.getLast().code());
        } while (page.size() == COUNTED);
    }

    private Asked asked(CustomerFilter filter) {
        Asked asked = new Asked();
        if (filter.type() != null) {
            asked.and("c.type = :type", "type", filter.type().name());
        }
        if (filter.verification() != null) {
            asked.and(
                    "c.verification = :verification",
                    "verification",
                    filter.verification().name());
        }
        if (filter.sync() != null) {
            asked.and("c.sync_state = :sync", "sync", filter.sync().name());
        }
        if (filter.level() != null) {
            asked.and("c.level = :level", "level", filter.level().name());
        }
        if (!filter.text().isEmpty()) {
            // who may not know customers cannot find them by what is hidden
            List<UUID> found = customers.mayKnow() ? customers.search(filter.text(), MOST_FOUND) : List.of();
            asked.and("(c.id = ANY(:found) OR c.code = :code)", "found", found.toArray(UUID[]::new));
            asked.values.put("code", filter.text().matches("[0-9]{1,9}") ? Long.parseLong(filter.text()) : -1L);
        }
        return asked;
    }

    /** Conditions on {@code customer c}. */
    private static final class Asked {

        private final StringBuilder conditions = new StringBuilder("c.merged_into IS NULL");
        private final Map<String, Object> values = new HashMap<>();

        void and(String condition, String name, Object value) {
            conditions.append(" AND ").append(condition);
            values.put(name, value);
        }
    }
}
