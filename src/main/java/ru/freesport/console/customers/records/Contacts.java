package ru.freesport.console.customers.records;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.customers.ChangeSource;
import ru.freesport.console.customers.CustomerContact;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.shared.Phone;

/** Further phones and e-mails of customers. */
@Component
public class Contacts {

    private final JdbcClient database;

    Contacts(JdbcClient database) {
        this.database = database;
    }

    /** What was in use stays as a further contact, and what is in use now is none. */
    void replaced(
            UUID customer, CustomerField field, @Nullable String was, @Nullable String became, ChangeSource source) {
        if (was != null) {
            add(customer, field, field.normal(was), was, source);
        }
        if (became != null) {
            remove(customer, field, field.normal(became));
        }
    }

    public void keep(UUID customer, CustomerField field, List<Phone> numbers, ChangeSource source) {
        numbers.forEach(number -> add(customer, field, number.normal(), number.raw(), source));
    }

    public void add(UUID customer, CustomerField field, String value, @Nullable String raw, ChangeSource source) {
        database.sql("""
                        INSERT INTO customer_contact (customer_id, field, value, raw, source)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(customer, field.name(), value, raw, source.name())
                .update();
    }

    public void remove(UUID customer, CustomerField field, String value) {
        database.sql("DELETE FROM customer_contact WHERE customer_id = ? AND field = ? AND value = ?")
                .params(customer, field.name(), value)
                .update();
    }

    /** In the order they came. */
    public List<CustomerContact> of(UUID customer) {
        return database.sql("SELECT * FROM customer_contact WHERE customer_id = ? ORDER BY added_at, field, value")
                .param(customer)
                .query((row, _) -> new CustomerContact(
                        CustomerField.valueOf(row.getString("field")),
                        row.getString("value"),
                        row.getString("raw"),
                        ChangeSource.valueOf(row.getString("source")),
                        row.getTimestamp("added_at").toInstant()))
                .list();
    }
}
