package ru.freesport.console.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.audit.AuditLog;

/** Registers customers and finds them. */
@Service
@Transactional(readOnly = true)
public class Customers {

    private static final String MAY_WRITE = "hasAnyRole('STOREFRONT', 'SYSTEM', 'ADMIN', 'MANAGER')";
    /** Programs, and what people have made for 1C; people themselves see customers by {@link #glance}. */
    private static final String MAY_READ =
            "hasAnyRole('ADMIN', 'MANAGER', 'OPERATIONS', 'SUPPORT', 'FINANCE', 'STOREFRONT', 'EXCHANGE', 'SYSTEM')";

    private static final String MAY_LOOK =
            "hasAnyRole('ADMIN', 'MANAGER', 'OPERATIONS', 'SUPPORT', 'FINANCE', 'VIEWER', 'SYSTEM')";
    private static final String MAY_KNOW = "hasAnyRole('ADMIN', 'MANAGER', 'OPERATIONS', 'SUPPORT', 'FINANCE')";
    private static final String VALUES = ":type, :email, :phone, :firstName, :lastName, :companyName, :taxId, :kpp";

    private static final int SHORTEST_PHONE_PART = 4;
    private static final int SHORTEST_TEXT = 3;
    private static final int WHOLE_PHONE = 11;
    private static final String SEARCH = """
            SELECT id FROM customer WHERE tax_id = :text OR onec_id = :text OR phone LIKE :phone
                OR lower(email) LIKE lower(:like)
                OR (coalesce(company_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(first_name, ''))
                    ILIKE :like
            ORDER BY code DESC LIMIT :limit""";

    private final JdbcClient database;
    private final CurrentUser user;
    private final AuditLog audit;

    Customers(JdbcClient database, CurrentUser user, AuditLog audit) {
        this.database = database;
        this.user = user;
        this.audit = audit;
    }

    @PreAuthorize(MAY_WRITE)
    @Transactional
    public Registration register(CustomerFields said) {
        CustomerFields fields = said.clean();
        List<CustomerRule> broken = CustomerRule.brokenBy(fields);
        if (!broken.isEmpty()) {
            return new Registration.Refused(broken);
        }
        return new Registration.Done(
                with(database.sql("""
                        INSERT INTO customer (id, type, email, phone, first_name, last_name, company_name, tax_id, kpp)
                        VALUES (:id, """ + VALUES + ") RETURNING *").param("id", UUID.randomUUID()), fields)
                        .query(Customers::customer)
                        .single());
    }

    /** What is not said stays as it is. */
    @PreAuthorize(MAY_WRITE)
    @Transactional
    public Registration change(UUID id, CustomerFields said) {
        Optional<Customer> known = database.sql("SELECT * FROM customer WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Customers::customer)
                .optional();
        if (known.isEmpty()) {
            return new Registration.Unknown();
        }
        CustomerFields fields = said.clean().over(known.get());
        List<CustomerRule> broken = CustomerRule.brokenBy(fields);
        if (!broken.isEmpty()) {
            return new Registration.Refused(broken);
        }
        return new Registration.Done(with(
                        database.sql("""
                        UPDATE customer SET (type, email, phone, first_name, last_name, company_name, tax_id, kpp) =
                        (""" + VALUES
                                        + "), changed_at = now(), version = version + 1 WHERE id = :id RETURNING *")
                                .param("id", id),
                        fields)
                .query(Customers::customer)
                .single());
    }

    @PreAuthorize(MAY_READ)
    public Optional<Customer> find(UUID id) {
        return database.sql("SELECT * FROM customer WHERE id = ?")
                .param(id)
                .query(Customers::customer)
                .optional();
    }

    @PreAuthorize(MAY_READ)
    public Map<UUID, Customer> find(Collection<UUID> ids) {
        return read(ids);
    }

    private Map<UUID, Customer> read(Collection<UUID> ids) {
        return database
                .sql("SELECT * FROM customer WHERE id = ANY(?)")
                .param((Object) ids.toArray(UUID[]::new))
                .query(Customers::customer)
                .list()
                .stream()
                .collect(Collectors.toMap(Customer::id, Function.identity()));
    }

    /** As they stand beside other things: contacts are hidden, and to a viewer names too. */
    @PreAuthorize(MAY_LOOK)
    public Map<UUID, Customer> glance(Collection<UUID> ids) {
        boolean mayKnow = mayKnow();
        Map<UUID, Customer> seen = new HashMap<>();
        read(ids).forEach((id, customer) -> seen.put(id, mayKnow ? customer.withoutContacts() : customer.anonymous()));
        return seen;
    }

    /** Whether the person may see customers' contacts at all. */
    public boolean mayKnow() {
        return user.hasAny(Role.ADMIN, Role.MANAGER, Role.OPERATIONS, Role.SUPPORT, Role.FINANCE);
    }

    /**
     * With all contacts; it is written down who saw them.
     *
     * @param where the person looked: {@code order:0000126001}
     */
    @PreAuthorize(MAY_KNOW)
    @Transactional
    public Optional<Customer> reveal(UUID id, String where) {
        Optional<Customer> found = Optional.ofNullable(read(List.of(id)).get(id));
        found.ifPresent(
                _ -> audit.record(user.actor(), "customers.contacts.shown", "customer:" + id, null, where, null));
        return found;
    }

    /** Customers by name, a piece of the phone or the e-mail, INN or 1C id; newest first, as many as {@code limit}. */
    @PreAuthorize(MAY_LOOK)
    public List<UUID> search(String text, int limit) {
        String digits = text.replaceAll("[^0-9]", "");
        boolean isPhone = digits.length() >= SHORTEST_PHONE_PART && text.matches("[0-9+() -]+");
        return database.sql(SEARCH)
                .param("text", text)
                .param("phone", isPhone ? "%" + significant(digits) + "%" : "")
                .param("like", text.length() < SHORTEST_TEXT ? "" : "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** 8 and 7 stand for the same country. */
    private static String significant(String digits) {
        return digits.length() == WHOLE_PHONE && (digits.startsWith("8") || digits.startsWith("7"))
                ? digits.substring(1)
                : digits;
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, CustomerFields fields) {
        CustomerType type = fields.type();
        return statement
                .param("type", type == null ? null : type.name())
                .param("email", fields.email())
                .param("phone", fields.phone())
                .param("firstName", fields.firstName())
                .param("lastName", fields.lastName())
                .param("companyName", fields.companyName())
                .param("taxId", fields.taxId())
                .param("kpp", fields.kpp());
    }

    private static Customer customer(ResultSet row, int number) throws SQLException {
        return new Customer(
                row.getObject("id", UUID.class),
                row.getLong("code"),
                CustomerType.valueOf(row.getString("type")),
                row.getString("email"),
                row.getString("phone"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("company_name"),
                row.getString("tax_id"),
                row.getString("kpp"),
                row.getString("onec_id"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"));
    }
}
