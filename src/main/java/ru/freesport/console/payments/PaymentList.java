package ru.freesport.console.payments;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.audit.AuditLog;

/** The payments as a list shows them, newest first. What is one statement needs no transaction around it. */
@Service
@PreAuthorize(PaymentList.MAY_LOOK)
@Transactional(readOnly = true)
public class PaymentList {

    static final String MAY_LOOK =
            "hasAnyRole('ADMIN', 'MANAGER', 'OPERATIONS', 'SUPPORT', 'FINANCE', 'VIEWER', 'SYSTEM')";

    /** Beyond this a list says "more than". */
    public static final int COUNTED = 1000;

    private final JdbcClient database;
    private final CurrentUser user;
    private final AuditLog audit;

    PaymentList(JdbcClient database, CurrentUser user, AuditLog audit) {
        this.database = database;
        this.user = user;
        this.audit = audit;
    }

    /** @param below position of the last payment before the page; null asks for the first page */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Payment> page(PaymentFilter filter, @Nullable Long below, int limit) {
        PaymentQuery query = query(filter);
        if (below != null) {
            query.below(below);
        }
        return database.sql("SELECT p.* FROM payment p WHERE " + query.conditions() + " ORDER BY p.position DESC LIMIT "
                        + limit)
                .params(query.values())
                .query(PaymentTable::payment)
                .list();
    }

    /** No further than one beyond {@link #COUNTED}. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public int count(PaymentFilter filter) {
        PaymentQuery query = query(filter);
        return database.sql("SELECT count(*) FROM (SELECT FROM payment p WHERE " + query.conditions()
                        + " LIMIT :limit) counted")
                .params(query.values())
                .param("limit", COUNTED + 1)
                .query(Integer.class)
                .single();
    }

    /** Payments whose answer was lost, for the badge. */
    public int unknown() {
        return count(new PaymentFilter("", PaymentState.UNKNOWN, null, null, null, false));
    }

    /** Every payment of the filter, page by page: no long transaction, no growing memory. It is audited. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void export(PaymentFilter filter, Consumer<Payment> row) {
        audit.record(user.actor(), "payments.exported", "payments", null, filter.toString(), null);
        Long below = null;
        List<Payment> page;
        do {
            page = page(filter, below, COUNTED);
            page.forEach(row);
            below = page.isEmpty() ? below : Long.valueOf(page.getLast().position());
        } while (page.size() == COUNTED);
    }

    private PaymentQuery query(PaymentFilter filter) {
        return new PaymentQuery(
                filter, user.hasAny(Role.ADMIN, Role.MANAGER, Role.OPERATIONS, Role.SUPPORT, Role.FINANCE));
    }
}
