package ru.freesport.console.orders;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;

/**
 * Who sells what lies in which warehouse, at which VAT: people decide, with a reason, and orders placed from then on
 * follow. Orders that are placed already keep what they were placed with.
 */
@Service
public class OrderRoutes {

    static final String MAY_SEE = "hasAnyRole('ADMIN', 'OPERATIONS', 'MANAGER', 'FINANCE', 'VIEWER', 'SYSTEM')";
    private static final String MAY_DECIDE = "hasAnyRole('ADMIN', 'OPERATIONS')";
    private static final long EVERYBODY = 7_151_101;

    private final JdbcClient database;
    private final OrderRouteTable table;
    private final CurrentUser user;
    private final AuditLog audit;

    OrderRoutes(JdbcClient database, OrderRouteTable table, CurrentUser user, AuditLog audit) {
        this.database = database;
        this.table = table;
        this.user = user;
        this.audit = audit;
    }

    /** In the order that warehouses are tried in. */
    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public List<OrderRoute> list() {
        return table.routes();
    }

    /** Organisation by the code of a VAT rate, highest first, for warehouses without a route. */
    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public Map<String, String> organisationsByVat() {
        Map<String, String> found = new LinkedHashMap<>();
        database.sql(
                        "SELECT vat_rate, organisation FROM organisation_by_vat ORDER BY length(vat_rate) DESC, vat_rate DESC")
                .query(row -> {
                    found.put(row.getString(1), row.getString(2));
                });
        return found;
    }

    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public RouteChange add(RouteFields wish, String reason) {
        RouteFields fields = wish.clean();
        one();
        Optional<RouteChange.Why> objection = objection(fields, reason, null);
        if (objection.isPresent()) {
            return new RouteChange.Refused(objection.get());
        }
        with(database.sql("""
                INSERT INTO order_route (warehouse_onec_id, warehouse_name, organisation, fixed_vat, position, changed_by)
                VALUES (:onecId, :name, :organisation, :vat, :position, :who)"""), fields).update();
        audit.record(user.actor(), "orders.route.added", subject(fields), null, fields.words(), reason.strip());
        return new RouteChange.Done();
    }

    /** @param version as the person saw it */
    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public RouteChange change(long id, RouteFields wish, long version, String reason) {
        RouteFields fields = wish.clean();
        one();
        OrderRoute before = find(id).orElse(null);
        if (before == null || before.version() != version) {
            return new RouteChange.Clash(before);
        }
        Optional<RouteChange.Why> objection = objection(fields, reason, id);
        if (objection.isPresent()) {
            return new RouteChange.Refused(objection.get());
        }
        with(database.sql("""
                UPDATE order_route SET warehouse_onec_id = :onecId, warehouse_name = :name,
                    organisation = :organisation, fixed_vat = :vat, position = :position, version = version + 1,
                    changed_by = :who, changed_at = now()
                WHERE id = :id"""), fields).param("id", id).update();
        audit.record(
                user.actor(),
                "orders.route.changed",
                subject(fields),
                of(before).words(),
                fields.words(),
                reason.strip());
        return new RouteChange.Done();
    }

    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public RouteChange remove(long id, long version, String reason) {
        one();
        OrderRoute before = find(id).orElse(null);
        if (before == null || before.version() != version) {
            return new RouteChange.Clash(before);
        }
        if (reason.isBlank()) {
            return new RouteChange.Refused(RouteChange.Why.REASON_MISSING);
        }
        if (table.routes().size() == 1) {
            return new RouteChange.Refused(RouteChange.Why.LAST_ONE);
        }
        database.sql("DELETE FROM order_route WHERE id = ?").param(id).update();
        audit.record(
                user.actor(),
                "orders.route.removed",
                subject(of(before)),
                of(before).words(),
                null,
                reason.strip());
        return new RouteChange.Done();
    }

    /** @param organisation blank: none, the first route's then sells */
    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public RouteChange sellAt(VatRate rate, String organisation, String reason) {
        if (reason.isBlank()) {
            return new RouteChange.Refused(RouteChange.Why.REASON_MISSING);
        }
        one();
        String before = organisationsByVat().get(rate.code());
        String name = organisation.strip();
        if (name.isEmpty()) {
            database.sql("DELETE FROM organisation_by_vat WHERE vat_rate = ?")
                    .param(rate.code())
                    .update();
        } else {
            database.sql("""
                            INSERT INTO organisation_by_vat (vat_rate, organisation, changed_by) VALUES (?, ?, ?)
                            ON CONFLICT (vat_rate) DO UPDATE SET organisation = excluded.organisation,
                                changed_by = excluded.changed_by, changed_at = now(),
                                version = organisation_by_vat.version + 1""").params(rate.code(), name, user.name()).update();
        }
        audit.record(user.actor(), "orders.organisation.changed", "vat:" + rate.code(), before, name, reason.strip());
        return new RouteChange.Done();
    }

    /** There are few routes and few who change them: one at a time. */
    private void one() {
        database.sql("SELECT pg_advisory_xact_lock(?)::text")
                .param(EVERYBODY)
                .query(String.class)
                .single();
    }

    private Optional<OrderRoute> find(long id) {
        return table.routes().stream().filter(route -> route.id() == id).findFirst();
    }

    private Optional<RouteChange.Why> objection(RouteFields fields, String reason, @Nullable Long id) {
        List<OrderRoute> others = table.routes().stream()
                .filter(route -> id == null || route.id() != id)
                .toList();
        if (fields.warehouseName().isEmpty()) {
            return Optional.of(RouteChange.Why.NAME_MISSING);
        }
        if (fields.organisation().isEmpty()) {
            return Optional.of(RouteChange.Why.ORGANISATION_MISSING);
        }
        if (others.stream().anyMatch(route -> route.warehouseName().equals(fields.warehouseName()))) {
            return Optional.of(RouteChange.Why.NAME_TAKEN);
        }
        if (fields.warehouseOnecId() != null
                && others.stream().anyMatch(route -> fields.warehouseOnecId().equals(route.warehouseOnecId()))) {
            return Optional.of(RouteChange.Why.ID_TAKEN);
        }
        return reason.isBlank() ? Optional.of(RouteChange.Why.REASON_MISSING) : Optional.empty();
    }

    private JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, RouteFields fields) {
        VatRate vat = fields.fixedVat();
        return statement
                .param("onecId", fields.warehouseOnecId())
                .param("name", fields.warehouseName())
                .param("organisation", fields.organisation())
                .param("vat", vat == null ? null : vat.code())
                .param("position", fields.position())
                .param("who", user.name());
    }

    private static RouteFields of(OrderRoute route) {
        return new RouteFields(
                route.warehouseOnecId(),
                route.warehouseName(),
                route.organisation(),
                route.fixedVat(),
                route.position());
    }

    private static String subject(RouteFields fields) {
        return "order_route:" + fields.warehouseName();
    }
}
