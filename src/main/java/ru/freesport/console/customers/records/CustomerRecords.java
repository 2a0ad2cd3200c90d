package ru.freesport.console.customers.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerOrigin;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.customers.SyncState;
import ru.freesport.console.customers.Verification;
import ru.freesport.console.shared.Phone;

/**
 * Single customers read and written, with the history of each value; a contact that gives way stays as a further one.
 * Rights and rules are the callers'.
 */
@Component
public class CustomerRecords {

    private final JdbcClient database;
    private final ChangeLog changes;
    private final Contacts contacts;

    CustomerRecords(JdbcClient database, ChangeLog changes, Contacts contacts) {
        this.database = database;
        this.changes = changes;
        this.contacts = contacts;
    }

    public Optional<Customer> find(UUID id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    public Map<UUID, Customer> find(Collection<UUID> ids) {
        return database
                .sql("SELECT * FROM customer WHERE id = ANY(?)")
                .param((Object) ids.toArray(UUID[]::new))
                .query(CustomerRow::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Customer::id, Function.identity()));
    }

    /** Until the end of the transaction nobody else changes this customer. */
    public Optional<Customer> lock(UUID id) {
        return database.sql("SELECT * FROM customer WHERE id = ? FOR UPDATE")
                .param(id)
                .query(CustomerRow::read)
                .optional();
    }

    /** @param values in the spelling they are kept in */
    public Customer insert(
            CustomerType type,
            Map<CustomerField, String> values,
            @Nullable String phoneRaw,
            CustomerOrigin origin,
            SyncState sync) {
        List<String> columns = new ArrayList<>();
        Map<String, Object> parameters = new java.util.HashMap<>();
        values.forEach((field, value) -> {
            columns.add(CustomerRow.column(field));
            parameters.put(CustomerRow.column(field), value);
        });
        String names = columns.stream().map(column -> ", " + column).collect(Collectors.joining());
        String places = columns.stream().map(column -> ", :" + column).collect(Collectors.joining());
        return database.sql("INSERT INTO customer (id, type, phone_raw, origin, sync_state, verification" + names
                        + ") VALUES (:id, :type, :phoneRaw, :origin, :sync, :verification" + places + ") RETURNING *")
                .params(parameters)
                .param("id", UUID.randomUUID())
                .param("type", type.name())
                .param("phoneRaw", phoneRaw)
                .param("origin", origin.name())
                .param("sync", sync.name())
                .param("verification", verification(type, origin).name())
                .query(CustomerRow::read)
                .single();
    }

    /** Whoever 1C trades with already needs no verification to be asked for. */
    private static Verification.State verification(CustomerType type, CustomerOrigin origin) {
        return type == CustomerType.PERSON || origin == CustomerOrigin.ONEC
                ? Verification.State.UNVERIFIED
                : Verification.State.PENDING;
    }

    public Customer changeType(Customer known, CustomerType type) {
        return database.sql("""
                        UPDATE customer SET type = ?, changed_at = now(), version = version + 1
                        WHERE id = ? RETURNING *""")
                .params(type.name(), known.id())
                .query(CustomerRow::read)
                .single();
    }

    /**
     * Writes those values that differ, to the letter, from what is known.
     *
     * @param values a null value erases; a list of numbers becomes the phone and further contacts
     */
    public Customer change(Customer known, Map<CustomerField, @Nullable String> values, ChangeOrigin origin) {
        Map<CustomerField, @Nullable String> changed = new EnumMap<>(CustomerField.class);
        String phoneRaw = known.phoneRaw();
        for (Map.Entry<CustomerField, @Nullable String> one : values.entrySet()) {
            CustomerField field = one.getKey();
            String value = one.getValue();
            if (field == CustomerField.PHONE && value != null) {
                String used = field.kept(value);
                phoneRaw = value.equals(used) ? null : value;
                contacts.keep(
                        known.id(),
                        field,
                        Phone.all(value).stream()
                                .filter(number -> !number.normal().equals(used))
                                .toList(),
                        origin.source());
                value = used;
            }
            if (!java.util.Objects.equals(known.value(field), value)) {
                changed.put(field, value);
            }
        }
        if (changed.isEmpty()) {
            return known;
        }
        changed.forEach((field, value) -> {
            String was = known.value(field);
            changes.add(known.id(), field, was, value, origin);
            if (field.isContact()) {
                contacts.replaced(known.id(), field, was, value, origin.source());
            }
        });
        return update(known.id(), changed, phoneRaw);
    }

    private Customer update(UUID id, Map<CustomerField, @Nullable String> values, @Nullable String phoneRaw) {
        String columns = values.keySet().stream()
                .map(field -> CustomerRow.column(field) + " = :" + CustomerRow.column(field) + ", ")
                .collect(Collectors.joining());
        JdbcClient.StatementSpec statement = database.sql("UPDATE customer SET " + columns
                + "phone_raw = :phoneRaw, changed_at = now(), version = version + 1 WHERE id = :id RETURNING *");
        for (Map.Entry<CustomerField, @Nullable String> one : values.entrySet()) {
            statement = statement.param(CustomerRow.column(one.getKey()), one.getValue());
        }
        return statement
                .param("phoneRaw", phoneRaw)
                .param("id", id)
                .query(CustomerRow::read)
                .single();
    }

    /**
     * 1C is to get what changed, unless a person must decide first.
     *
     * @param after null: as soon as possible
     */
    public void toBeSent(UUID id, @Nullable Instant after) {
        database.sql("""
                        UPDATE customer SET sync_state = 'PENDING', sync_error = NULL,
                            send_after = CAST(:after AS timestamptz)
                        WHERE id = :id AND sync_state <> 'CONFLICT' AND merged_into IS NULL
                            AND (onec_id IS NOT NULL OR type <> 'PERSON')""")
                .param("id", id)
                .param("after", after == null ? null : java.sql.Timestamp.from(after))
                .update();
    }

    public void state(UUID id, SyncState state, @Nullable Instant sendAfter) {
        database.sql("""
                        UPDATE customer SET sync_state = :state, send_after = CAST(:after AS timestamptz),
                            synced_at = CASE WHEN :state = 'SYNCED' THEN now() ELSE synced_at END
                        WHERE id = :id""")
                .param("id", id)
                .param("state", state.name())
                .param("after", sendAfter == null ? null : java.sql.Timestamp.from(sendAfter))
                .update();
    }
}
