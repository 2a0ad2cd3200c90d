package ru.freesport.console.customers.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.customers.ChangeSource;
import ru.freesport.console.customers.CustomerChange;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.shared.Actor;

/** The history of customers' values. */
@Component
public class ChangeLog {

    private final JdbcClient database;

    ChangeLog(JdbcClient database) {
        this.database = database;
    }

    void add(UUID customer, CustomerField field, @Nullable String was, @Nullable String became, ChangeOrigin origin) {
        database.sql("""
                        INSERT INTO customer_change
                            (customer_id, field, was, became, source, actor_kind, actor, reference)
                        VALUES (:customer, :field, :was, :became, :source, :kind, :actor, :reference)""")
                .param("customer", customer)
                .param("field", field.name())
                .param("was", was)
                .param("became", became)
                .param("source", origin.source().name())
                .param("kind", origin.actor().kind().name())
                .param("actor", origin.actor().name())
                .param("reference", origin.reference())
                .update();
    }

    /** Newest first. */
    public List<CustomerChange> of(UUID customer, int limit) {
        return database.sql("SELECT * FROM customer_change WHERE customer_id = ? ORDER BY id DESC LIMIT ?")
                .params(customer, limit)
                .query(ChangeLog::change)
                .list();
    }

    /** The last change of each field; what never changed is absent. */
    public Map<CustomerField, CustomerChange> latest(UUID customer) {
        Map<CustomerField, CustomerChange> latest = new EnumMap<>(CustomerField.class);
        database.sql("""
                        SELECT DISTINCT ON (field) * FROM customer_change WHERE customer_id = ?
                        ORDER BY field, id DESC""")
                .param(customer)
                .query(ChangeLog::change)
                .list()
                .forEach(change -> latest.put(change.field(), change));
        return latest;
    }

    /** The same for many customers, over another connection. */
    public static Map<UUID, Map<CustomerField, CustomerChange>> latest(Connection connection, Set<UUID> customers)
            throws SQLException {
        Map<UUID, Map<CustomerField, CustomerChange>> latest = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT DISTINCT ON (customer_id, field) * FROM customer_change WHERE customer_id = ANY(?)
                ORDER BY customer_id, field, id DESC""")) {
            statement.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    CustomerChange change = change(row, 0);
                    latest.computeIfAbsent(
                                    row.getObject("customer_id", UUID.class), _ -> new EnumMap<>(CustomerField.class))
                            .put(change.field(), change);
                }
            }
        }
        return latest;
    }

    private static CustomerChange change(ResultSet row, int number) throws SQLException {
        return new CustomerChange(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                CustomerField.valueOf(row.getString("field")),
                row.getString("was"),
                row.getString("became"),
                ChangeSource.valueOf(row.getString("source")),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                row.getString("reference"));
    }
}
