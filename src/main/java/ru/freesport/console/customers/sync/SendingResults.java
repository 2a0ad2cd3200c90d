package ru.freesport.console.customers.sync;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.conflicts.ConflictIntake;
import ru.freesport.console.customers.records.CustomerRecords;

/** Writes down what became of customers that 1C was told of. */
@Component
class SendingResults {

    private final JdbcClient database;
    private final CustomerRecords records;
    private final ConflictIntake conflicts;

    SendingResults(JdbcClient database, CustomerRecords records, ConflictIntake conflicts) {
        this.database = database;
        this.records = records;
        this.conflicts = conflicts;
    }

    private record Sent(UUID customer, long version) {}

    /** 1C's answer is still to come, but what people decided has left and cannot be undone. */
    void handedOver(Collection<String> keys) {
        keys.stream()
                .sorted()
                .forEach(key -> sent(key)
                        .ifPresent(one -> records.lock(one.customer)
                                .filter(customer -> customer.version() == one.version)
                                .map(Customer::onecId)
                                .ifPresent(conflicts::sent)));
    }

    /** @param onecId what 1C calls it from now on; null: as before */
    void taken(String key, @Nullable String onecId) {
        Optional<Sent> found = sent(key);
        if (found.isEmpty()) {
            return;
        }
        Sent sent = found.get();
        Customer customer = records.lock(sent.customer).orElseThrow();
        String id = customer.onecId() != null ? customer.onecId() : onecId == null || onecId.isBlank() ? key : onecId;
        if (customer.onecId() == null && !isFree(id, customer.id())) {
            rejected(key, "1C calls it " + id + ", which is another customer");
            return;
        }
        // the next thing 1C says of it is looked at whatever it says
        database.sql("""
                        INSERT INTO counterparty AS c (onec_id, customer_id, name, type, said, sent, sent_at)
                        SELECT :id, s.customer_id, :name, :type, s.said, s.said, clock_timestamp()
                        FROM customer_sending s WHERE s.customer_id = :customer
                        ON CONFLICT (onec_id) DO UPDATE SET customer_id = excluded.customer_id, hash = NULL,
                            sent = excluded.sent, sent_at = excluded.sent_at""")
                .param("id", id)
                .param("customer", customer.id())
                .param("name", customer.name())
                .param("type", customer.type().name())
                .update();
        database.sql("""
                        UPDATE customer SET onec_id = :id, synced_at = now(), sync_error = NULL,
                            sync_state = CASE WHEN sync_state = 'PENDING' AND version = :version THEN 'SYNCED'
                                ELSE sync_state END
                        WHERE id = :customer""")
                .param("id", id)
                .param("customer", customer.id())
                .param("version", sent.version)
                .update();
        if (customer.version() == sent.version) {
            conflicts.sent(id);
        }
    }

    void rejected(String key, String text) {
        sent(key)
                .ifPresent(one -> database.sql("""
                                UPDATE customer SET sync_error = ?,
                                    sync_state = CASE WHEN sync_state = 'PENDING' AND version = ? THEN 'ERROR'
                                        ELSE sync_state END
                                WHERE id = ?""")
                        .params(text, one.version, one.customer)
                        .update());
    }

    private boolean isFree(String onecId, UUID customer) {
        return database.sql("""
                        SELECT NOT EXISTS (SELECT FROM customer WHERE onec_id = :id AND id <> :customer)
                            AND NOT EXISTS (SELECT FROM counterparty WHERE onec_id = :id AND customer_id <> :customer)""")
                .param("id", onecId)
                .param("customer", customer)
                .query(Boolean.class)
                .single();
    }

    private Optional<Sent> sent(String key) {
        return database.sql("SELECT customer_id, version FROM customer_sending WHERE key = ?")
                .param(key)
                .query((row, _) -> new Sent(row.getObject(1, UUID.class), row.getLong(2)))
                .optional();
    }
}
