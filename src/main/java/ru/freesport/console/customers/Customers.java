package ru.freesport.console.customers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.customers.records.ChangeOrigin;
import ru.freesport.console.customers.records.CustomerRecords;
import ru.freesport.console.shared.Actor;

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
    private static final CustomerFields NOTHING = new CustomerFields(null, null, null, null, null, null, null, null);

    private static final int SHORTEST_PHONE_PART = 4;
    private static final int SHORTEST_TEXT = 3;
    private static final int WHOLE_PHONE = 11;
    private static final Pattern OWN_ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String SEARCH = """
            SELECT id FROM customer WHERE tax_id = :text OR onec_id = :text OR phone LIKE :phone
                OR lower(email) LIKE lower(:like)
                OR (coalesce(company_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(first_name, ''))
                    ILIKE :like
            ORDER BY code DESC LIMIT :limit""";

    private final JdbcClient database;
    private final CustomerRecords records;
    private final ApplicationEventPublisher events;
    private final CurrentUser user;
    private final AuditLog audit;

    Customers(
            JdbcClient database,
            CustomerRecords records,
            ApplicationEventPublisher events,
            CurrentUser user,
            AuditLog audit) {
        this.database = database;
        this.records = records;
        this.events = events;
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
        CustomerType type = Objects.requireNonNull(fields.type());
        return new Registration.Done(records.insert(
                type,
                fields.said(),
                rawPhone(said, fields),
                origin(),
                type == CustomerType.PERSON ? SyncState.LOCAL : SyncState.PENDING));
    }

    /**
     * What is not said stays as it is. 1C hears of it with the next synchronisation. Of a customer who became part of another
     * it is the other one's.
     */
    @PreAuthorize(MAY_WRITE)
    @Transactional
    public Registration change(UUID id, CustomerFields said) {
        Optional<Customer> locked = records.find(id).map(Customers::standing).flatMap(records::lock);
        if (locked.isEmpty()) {
            return new Registration.Unknown();
        }
        Customer known = locked.get();
        CustomerFields fields = said.clean().over(known);
        List<CustomerRule> broken = new ArrayList<>(CustomerRule.brokenBy(fields));
        // what came malformed from 1C must not stop the change of something else
        broken.removeAll(CustomerRule.brokenBy(NOTHING.over(known)));
        if (!broken.isEmpty()) {
            return new Registration.Refused(broken);
        }
        Customer typed = fields.type() == known.type() || fields.type() == null
                ? known
                : records.changeType(known, fields.type());
        Map<CustomerField, @Nullable String> values = new EnumMap<>(fields.said());
        Customer changed = records.change(typed, values, new ChangeOrigin(source(), user.actor(), null));
        if (changed.version() != known.version()) {
            records.toBeSent(known.id(), null);
            events.publishEvent(new CustomerChanged(known.id()));
        }
        return new Registration.Done(records.find(known.id()).orElse(changed));
    }

    private static @Nullable String rawPhone(CustomerFields said, CustomerFields kept) {
        return said.phone() == null || said.phone().strip().equals(kept.phone())
                ? null
                : said.phone().strip();
    }

    private CustomerOrigin origin() {
        return user.actor().kind() == Actor.Kind.PERSON ? CustomerOrigin.CONSOLE : CustomerOrigin.SHOP;
    }

    private ChangeSource source() {
        return user.actor().kind() == Actor.Kind.PERSON ? ChangeSource.CONSOLE : ChangeSource.SHOP;
    }

    @PreAuthorize(MAY_READ)
    public Optional<Customer> find(UUID id) {
        return records.find(id);
    }

    @PreAuthorize(MAY_READ)
    public Map<UUID, Customer> find(Collection<UUID> ids) {
        return records.find(ids);
    }

    /** Who they are now: for a customer who became part of another, the other one. */
    @PreAuthorize(MAY_READ)
    public Map<UUID, Customer> current(Collection<UUID> ids) {
        Map<UUID, Customer> known = records.find(ids);
        Map<UUID, Customer> others = records.find(
                known.values().stream().map(Customers::standing).distinct().toList());
        Map<UUID, Customer> current = new HashMap<>();
        known.forEach((id, customer) -> current.put(id, others.getOrDefault(standing(customer), customer)));
        return current;
    }

    private static UUID standing(Customer customer) {
        UUID other = customer.standing().mergedInto();
        return other == null ? customer.id() : other;
    }

    /** As they stand beside other things: contacts are hidden, and to a viewer names too. */
    @PreAuthorize(MAY_LOOK)
    public Map<UUID, Customer> glance(Collection<UUID> ids) {
        boolean mayKnow = mayKnow();
        Map<UUID, Customer> seen = new HashMap<>();
        records.find(ids)
                .forEach((id, customer) -> seen.put(id, mayKnow ? customer.withoutContacts() : customer.anonymous()));
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
        Optional<Customer> found = records.find(id);
        found.ifPresent(
                _ -> audit.record(user.actor(), "customers.contacts.shown", "customer:" + id, null, where, null));
        return found;
    }

    /**
     * Customers by name, a piece of the phone or the e-mail, INN or 1C id; newest first, as many as {@code limit}. By our own
     * id also those who became part of that customer.
     */
    @PreAuthorize(MAY_LOOK)
    public List<UUID> search(String text, int limit) {
        if (OWN_ID.matcher(text).matches()) {
            UUID id = UUID.fromString(text);
            return database.sql("SELECT id FROM customer WHERE id = :id OR merged_into = :id OR onec_id = :text"
                            + " ORDER BY code LIMIT :limit")
                    .param("text", text)
                    .param("id", id)
                    .param("limit", limit)
                    .query(UUID.class)
                    .list();
        }
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
}
