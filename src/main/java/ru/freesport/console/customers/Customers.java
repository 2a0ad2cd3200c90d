package ru.freesport.console.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
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

/** Registers customers and finds them. */
@Service
@Transactional(readOnly = true)
public class Customers {

    private static final String MAY_WRITE = "hasAnyRole('STOREFRONT', 'SYSTEM', 'ADMIN', 'MANAGER')";
    private static final String MAY_READ =
            "hasAnyRole('ADMIN', 'MANAGER', 'OPERATIONS', 'SUPPORT', 'FINANCE', 'VIEWER',"
                    + " 'STOREFRONT', 'EXCHANGE', 'SYSTEM')";
    private static final String VALUES = ":type, :email, :phone, :firstName, :lastName, :companyName, :taxId, :kpp";

    private final JdbcClient database;

    Customers(JdbcClient database) {
        this.database = database;
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
        return database
                .sql("SELECT * FROM customer WHERE id = ANY(?)")
                .param((Object) ids.toArray(UUID[]::new))
                .query(Customers::customer)
                .list()
                .stream()
                .collect(Collectors.toMap(Customer::id, Function.identity()));
    }

    /** Customers by name, phone, e-mail, INN or 1C id, as many as {@code limit}. */
    @PreAuthorize(MAY_READ)
    public List<UUID> search(String text, int limit) {
        String digits = text.replaceAll("[^0-9]", "");
        String phone = PhoneNumber.normalised(text);
        return database.sql("""
                        SELECT id FROM customer WHERE lower(email) = lower(:text) OR tax_id = :text OR onec_id = :text
                            OR (length(:digits) >= 10 AND phone = :phone)
                            OR (length(:text) >= 3 AND (coalesce(company_name, '') || ' ' || coalesce(last_name, '')
                                || ' ' || coalesce(first_name, '')) ILIKE :like)
                        ORDER BY code DESC LIMIT :limit""")
                .param("text", text)
                .param("digits", digits)
                .param("phone", phone)
                .param("like", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("limit", limit)
                .query(UUID.class)
                .list();
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
