package ru.freesport.console.customers.conflicts;

import java.sql.Timestamp;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.customers.ChangeSource;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.SyncState;
import ru.freesport.console.customers.conflicts.DecisionTable.Decision;
import ru.freesport.console.customers.conflicts.DecisionTable.Stored;
import ru.freesport.console.customers.records.ChangeOrigin;
import ru.freesport.console.customers.records.Contacts;
import ru.freesport.console.customers.records.CustomerRecords;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.Phone;

/** Carries a decision out in the shop, and takes it back. */
@Component
class DecisionEffects {

    private final JdbcClient database;
    private final CustomerRecords records;
    private final Contacts contacts;

    DecisionEffects(JdbcClient database, CustomerRecords records, Contacts contacts) {
        this.database = database;
        this.records = records;
        this.contacts = contacts;
    }

    /** The choices with what the shop has until now. */
    static List<Stored> withBefore(List<Stored> choices, Customer customer) {
        return choices.stream()
                .map(one -> new Stored(one.field(), one.choice(), one.value(), customer.value(one.field())))
                .toList();
    }

    /** @param customer locked */
    void apply(Customer customer, ConflictRow row, List<ConflictField> fields, List<Stored> stored, Actor who) {
        Map<CustomerField, @Nullable String> values = new EnumMap<>(CustomerField.class);
        for (Stored one : stored) {
            if (!one.field().isSame(one.value(), one.before()) && one.value() != null) {
                values.put(one.field(), one.value());
            }
            database.sql("""
                            UPDATE customer_conflict_field SET choice = ?, result = ?
                            WHERE conflict_id = ? AND field = ?""")
                    .params(
                            one.choice().name(),
                            one.value(),
                            row.id(),
                            one.field().name())
                    .update();
        }
        records.change(customer, values, new ChangeOrigin(ChangeSource.DECISION, who, "conflict:" + row.id()));
        fields.forEach(field -> keepContact(customer.id(), field, stored));
    }

    /** 1C's number or address that was not chosen stays with the customer. */
    private void keepContact(UUID customer, ConflictField field, List<Stored> stored) {
        String onec = field.onec().value();
        if (!field.field().isContact() || onec == null || !field.field().isValid(onec)) {
            return;
        }
        String result = stored.stream()
                .filter(one -> one.field() == field.field())
                .map(Stored::value)
                .findFirst()
                .orElse(null);
        if (field.field() == CustomerField.PHONE) {
            List<Phone> lost = Phone.all(onec).stream()
                    .filter(phone -> result == null
                            || Phone.all(result).stream()
                                    .noneMatch(kept -> kept.normal().equals(phone.normal())))
                    .toList();
            contacts.keep(customer, field.field(), lost, ChangeSource.DECISION);
        } else if (!field.field().isSame(onec, result)) {
            contacts.add(customer, field.field(), field.field().normal(onec), onec, ChangeSource.DECISION);
        }
    }

    /** @return the field that somebody has changed since, when there is one: nothing is undone then */
    Optional<CustomerField> undo(
            Customer customer, ConflictRow row, List<ConflictField> fields, Decision decision, Actor who) {
        Map<CustomerField, @Nullable String> before = new EnumMap<>(CustomerField.class);
        for (Stored one : decision.choices()) {
            if (!one.field().agree(customer.value(one.field()), one.value())) {
                return Optional.of(one.field());
            }
            before.put(one.field(), one.before());
        }
        records.change(customer, before, new ChangeOrigin(ChangeSource.UNDO, who, "conflict:" + row.id()));
        database.sql("UPDATE customer_conflict_field SET choice = NULL, result = NULL WHERE conflict_id = ?")
                .param(row.id())
                .update();
        database.sql("""
                        DELETE FROM customer_contact WHERE customer_id = ? AND source IN ('DECISION', 'UNDO')
                            AND added_at >= ? AND field = ANY(?)""")
                .params(
                        customer.id(),
                        Timestamp.from(decision.view().at()),
                        fields.stream().map(field -> field.field().name()).toArray(String[]::new))
                .update();
        records.state(customer.id(), SyncState.CONFLICT, null);
        return Optional.empty();
    }
}
