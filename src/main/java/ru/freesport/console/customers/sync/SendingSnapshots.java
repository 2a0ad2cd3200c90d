package ru.freesport.console.customers.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerContact;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.customers.SyncState;
import ru.freesport.console.customers.conflicts.LeftAlone;
import ru.freesport.console.customers.records.Contacts;
import ru.freesport.console.customers.records.CustomerRecords;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What 1C is to be told of customers, kept from the moment it is written until 1C answers. */
@Component
class SendingSnapshots {

    private static final TypeReference<Map<CustomerField, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient database;
    private final CustomerRecords records;
    private final Contacts contacts;
    private final JsonMapper json;

    SendingSnapshots(JdbcClient database, CustomerRecords records, Contacts contacts, JsonMapper json) {
        this.database = database;
        this.records = records;
        this.contacts = contacts;
        this.json = json;
    }

    /** @return the keys of those that may be told */
    Set<String> take(List<UUID> ids) {
        Set<String> keys = new HashSet<>();
        for (UUID id : ids) {
            records.lock(id)
                    .filter(customer -> customer.standing().sync() != SyncState.CONFLICT
                            && customer.standing().mergedInto() == null
                            && isPastGrace(id))
                    .ifPresent(customer -> keys.add(keep(customer)));
        }
        return keys;
    }

    /** What was just decided can still be taken back. */
    private boolean isPastGrace(UUID customer) {
        return database.sql("SELECT coalesce(send_after, '-infinity') <= clock_timestamp() FROM customer WHERE id = ?")
                .param(customer)
                .query(Boolean.class)
                .single();
    }

    private String keep(Customer customer) {
        String key = customer.onecId() == null ? CustomerHandover.ownKey(customer.id()) : customer.onecId();
        database.sql("""
                        INSERT INTO customer_sending (customer_id, key, version, said)
                        VALUES (:id, :key, :version, CAST(:said AS jsonb))
                        ON CONFLICT (customer_id) DO UPDATE SET key = excluded.key, version = excluded.version,
                            said = excluded.said, prepared_at = clock_timestamp()""")
                .param("id", customer.id())
                .param("key", key)
                .param("version", customer.version())
                .param("said", json.writeValueAsString(said(customer)))
                .update();
        return key;
    }

    /** What is malformed is not told, and what people left alone is told as 1C has it. */
    private Map<CustomerField, String> said(Customer customer) {
        Map<CustomerField, String> said = new EnumMap<>(CustomerField.class);
        customer.values().forEach((field, value) -> {
            if (field.isValid(value)) {
                said.put(field, value);
            }
        });
        List<String> numbers = Stream.concat(
                        Stream.ofNullable(said.get(CustomerField.PHONE)),
                        contacts.of(customer.id()).stream()
                                .filter(contact -> contact.field() == CustomerField.PHONE)
                                .map(CustomerContact::value)
                                .filter(CustomerField.PHONE::isValid))
                .distinct()
                .toList();
        if (!numbers.isEmpty()) {
            said.put(CustomerField.PHONE, String.join(", ", numbers));
        }
        leftAlone(customer, said);
        return said;
    }

    private void leftAlone(Customer customer, Map<CustomerField, String> said) {
        if (customer.onecId() == null) {
            return;
        }
        database.sql("SELECT said, left_alone FROM counterparty WHERE onec_id = ?")
                .param(customer.onecId())
                .query(row -> {
                    Map<CustomerField, String> onec = values(row.getString("said"));
                    values(row.getString("left_alone")).forEach((field, pair) -> {
                        if (LeftAlone.holds(pair, field, customer.value(field), onec.get(field))) {
                            said.put(field, Objects.requireNonNull(onec.get(field)));
                        }
                    });
                });
    }

    List<CounterpartyForExport> find(Collection<String> keys) {
        return new ArrayList<>(database.sql("""
                        SELECT s.key, s.version, s.said, c.type, c.company_name, c.last_name, c.first_name
                        FROM customer_sending s JOIN customer c ON c.id = s.customer_id
                        WHERE s.key = ANY(?) ORDER BY s.key""")
                .param((Object) keys.toArray(String[]::new))
                .query((row, _) -> new CounterpartyForExport(
                        row.getString("key"),
                        row.getLong("version"),
                        CustomerType.valueOf(row.getString("type")),
                        name(row.getString("company_name"), row.getString("last_name"), row.getString("first_name")),
                        values(row.getString("said"))))
                .list());
    }

    private Map<CustomerField, String> values(String text) {
        return text.length() <= 2 ? Map.of() : json.readValue(text, VALUES);
    }

    private static String name(@Nullable String company, @Nullable String lastName, @Nullable String firstName) {
        return company != null
                ? company
                : String.join(
                        " ",
                        Stream.of(lastName, firstName).filter(Objects::nonNull).toList());
    }
}
