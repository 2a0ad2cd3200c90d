package ru.freesport.console.customers.records;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.ChangeSource;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerOrigin;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.customers.SyncState;
import ru.freesport.console.shared.Actor;

/** Many customers written at once, with their history and contacts: one statement per table, whatever the number. */
public final class CustomerBatch {

    private static final List<CustomerField> FIELDS = List.of(CustomerField.values());
    private static final String COLUMNS =
            String.join(", ", FIELDS.stream().map(CustomerRow::column).toList());
    private static final String ARRAYS = ", ?::text[]".repeat(FIELDS.size());

    private static final String INSERT = "INSERT INTO customer (id, type, onec_id, phone_raw, origin, sync_state,"
            + " synced_at, " + COLUMNS + ") SELECT id, type, onec_id, phone_raw, '" + CustomerOrigin.ONEC + "', '"
            + SyncState.SYNCED + "', now(), " + COLUMNS
            + " FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[]" + ARRAYS
            + ") AS i (id, type, onec_id, phone_raw, " + COLUMNS + ")";

    /** How a customer stands with 1C. */
    private static final String STANDING = """
            onec_id = coalesce(i.onec_id, c.onec_id), onec_deleted = i.deleted,
                sync_state = coalesce(i.sync, c.sync_state),
                send_after = CASE WHEN i.sync IS NULL THEN c.send_after END,
                synced_at = CASE WHEN i.sync = 'SYNCED' THEN now() ELSE c.synced_at END""";

    /** Most that 1C tells of say what the shop knows: only how they stand changes. */
    private static final String STAND = "UPDATE customer c SET " + STANDING
            + " FROM unnest(?::uuid[], ?::text[], ?::text[], ?::boolean[]) AS i (id, onec_id, sync, deleted)"
            + " WHERE c.id = i.id";

    /** What is not said stays. */
    private static final String CHANGE = "UPDATE customer c SET " + STANDING + ", "
            + String.join(
                    ", ",
                    FIELDS.stream()
                            .map(CustomerRow::column)
                            .map(column -> column + " = coalesce(i." + column + ", c." + column + ")")
                            .toList())
            + """
            , phone_raw = CASE WHEN i.phone IS NULL THEN c.phone_raw ELSE i.phone_raw END,
                changed_at = now(), version = c.version + 1
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::text[]"""
            + ARRAYS + ") AS i (id, onec_id, sync, deleted, phone_raw, " + COLUMNS + ") WHERE c.id = i.id";

    private static final String CHANGES = """
            INSERT INTO customer_change (customer_id, field, was, became, source, actor_kind, actor, reference)
            SELECT customer_id, field, was, became, source, ?, ?, ?
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
                AS i (customer_id, field, was, became, source)""";

    private static final String CONTACTS = """
            INSERT INTO customer_contact (customer_id, field, value, source)
            SELECT DISTINCT customer_id, field, value, source
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) AS i (customer_id, field, value, source)
            ON CONFLICT DO NOTHING""";

    private final Connection connection;
    private final List<NewCustomer> created = new ArrayList<>();
    private final List<Update> updated = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();

    public CustomerBatch(Connection connection) {
        this.connection = connection;
    }

    private record NewCustomer(
            UUID id,
            CustomerType type,
            String onecId,
            @Nullable String phoneRaw,
            Map<CustomerField, String> values) {}

    private record Update(
            UUID id,
            @Nullable String onecId,
            @Nullable String phoneRaw,
            @Nullable SyncState sync,
            boolean deleted,
            Map<CustomerField, String> values) {}

    private record Change(
            UUID customer, CustomerField field, @Nullable String was, String became, ChangeSource source) {}

    private record Contact(UUID customer, CustomerField field, String value, ChangeSource source) {}

    /** A customer that 1C told of. */
    public void create(
            UUID id, CustomerType type, String onecId, @Nullable String phoneRaw, Map<CustomerField, String> values) {
        created.add(new NewCustomer(id, type, onecId, phoneRaw, new EnumMap<>(values)));
    }

    /**
     * @param onecId null: as it is
     * @param sync null: as it is
     * @param values only what changes, in the spelling it is kept in
     */
    public void update(
            UUID id,
            @Nullable String onecId,
            @Nullable String phoneRaw,
            @Nullable SyncState sync,
            boolean deleted,
            Map<CustomerField, String> values) {
        Map<CustomerField, String> kept = new EnumMap<>(CustomerField.class);
        kept.putAll(values);
        updated.add(new Update(id, onecId, phoneRaw, sync, deleted, kept));
    }

    public void change(UUID customer, CustomerField field, @Nullable String was, String became, ChangeSource source) {
        changes.add(new Change(customer, field, was, became, source));
    }

    public void contact(UUID customer, CustomerField field, String value, ChangeSource source) {
        contacts.add(new Contact(customer, field, value, source));
    }

    public void write(Actor actor, @Nullable String reference) throws SQLException {
        insert();
        update();
        writeChanges(actor, reference);
        writeContacts();
    }

    private void insert() throws SQLException {
        if (created.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setArray(1, uuids(created, NewCustomer::id));
            statement.setArray(2, texts(created, one -> one.type().name()));
            statement.setArray(3, texts(created, NewCustomer::onecId));
            statement.setArray(4, texts(created, NewCustomer::phoneRaw));
            for (int i = 0; i < FIELDS.size(); i++) {
                CustomerField field = FIELDS.get(i);
                statement.setArray(5 + i, texts(created, one -> one.values().get(field)));
            }
            statement.executeUpdate();
        }
        created.clear();
    }

    private void update() throws SQLException {
        List<Update> standing =
                updated.stream().filter(one -> one.values().isEmpty()).toList();
        if (!standing.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(STAND)) {
                stand(statement, standing);
                statement.executeUpdate();
            }
        }
        List<Update> changing =
                updated.stream().filter(one -> !one.values().isEmpty()).toList();
        if (!changing.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(CHANGE)) {
                stand(statement, changing);
                statement.setArray(5, texts(changing, Update::phoneRaw));
                for (int i = 0; i < FIELDS.size(); i++) {
                    CustomerField field = FIELDS.get(i);
                    statement.setArray(
                            6 + i, texts(changing, one -> one.values().get(field)));
                }
                statement.executeUpdate();
            }
        }
        updated.clear();
    }

    private void stand(PreparedStatement statement, List<Update> rows) throws SQLException {
        statement.setArray(1, uuids(rows, Update::id));
        statement.setArray(2, texts(rows, Update::onecId));
        statement.setArray(
                3, texts(rows, one -> one.sync() == null ? null : one.sync().name()));
        statement.setArray(4, booleans(rows, Update::deleted));
    }

    private void writeChanges(Actor actor, @Nullable String reference) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(CHANGES)) {
            statement.setString(1, actor.kind().name());
            statement.setString(2, actor.name());
            statement.setString(3, reference);
            statement.setArray(4, uuids(changes, Change::customer));
            statement.setArray(5, texts(changes, one -> one.field().name()));
            statement.setArray(6, texts(changes, Change::was));
            statement.setArray(7, texts(changes, Change::became));
            statement.setArray(8, texts(changes, one -> one.source().name()));
            statement.executeUpdate();
        }
        changes.clear();
    }

    private void writeContacts() throws SQLException {
        if (contacts.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(CONTACTS)) {
            statement.setArray(1, uuids(contacts, Contact::customer));
            statement.setArray(2, texts(contacts, one -> one.field().name()));
            statement.setArray(3, texts(contacts, Contact::value));
            statement.setArray(4, texts(contacts, one -> one.source().name()));
            statement.executeUpdate();
        }
        contacts.clear();
    }

    private <T> Array uuids(List<T> rows, Function<T, UUID> value) throws SQLException {
        return connection.createArrayOf("uuid", rows.stream().map(value).toArray());
    }

    private <T> Array texts(List<T> rows, Function<T, @Nullable String> value) throws SQLException {
        Object[] values = new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        return connection.createArrayOf("text", values);
    }

    private <T> Array booleans(List<T> rows, Function<T, Boolean> value) throws SQLException {
        return connection.createArrayOf("boolean", rows.stream().map(value).toArray());
    }
}
