package ru.freesport.console.customers.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.conflicts.ConflictIntake;
import ru.freesport.console.customers.conflicts.PolicyVersion;
import ru.freesport.console.customers.conflicts.Settled;
import ru.freesport.console.customers.matching.Hit;
import ru.freesport.console.customers.matching.Match;
import ru.freesport.console.customers.matching.MatchQuery;
import ru.freesport.console.customers.matching.MatchRules;
import ru.freesport.console.customers.matching.Sought;
import ru.freesport.console.customers.records.ChangeLog;
import ru.freesport.console.shared.Actor;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes counterparties of 1C in, a batch at a time: what its stored fingerprint knows is passed over, of the rest those
 * that are somebody the shop knows are compared and those that are nobody become customers. Set-based: the number of
 * statements does not grow with the number of rows, only with that of conflicts.
 */
public final class CounterpartyIntake {

    private final Connection connection;
    private final ConflictIntake conflicts;
    private final PolicyVersion policy;
    private final Actor actor;
    private final @Nullable String source;
    private final CounterpartyTable table;
    private final RowFingerprint fingerprint = new RowFingerprint();

    CounterpartyIntake(
            Connection connection,
            ConflictIntake conflicts,
            PolicyVersion policy,
            Actor actor,
            JsonMapper json,
            @Nullable String source) {
        this.connection = connection;
        this.conflicts = conflicts;
        this.policy = policy;
        this.actor = actor;
        this.source = source;
        this.table = new CounterpartyTable(connection, json);
    }

    /** A row that comes twice counts by its last form. */
    public IntakeCounts take(Collection<CounterpartyRow> rows, MalformedValues malformed) throws SQLException {
        Map<String, CounterpartyRow> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.put(row.onecId(), row));
        List<CounterpartyRow> distinct = List.copyOf(byId.values());
        List<byte[]> hashes = distinct.stream().map(fingerprint::of).toList();
        Map<String, CounterpartyState> news = table.changed(distinct, hashes);
        if (news.isEmpty()) {
            return new IntakeCounts(0, 0, rows.size(), 0, List.of());
        }
        Map<String, byte[]> hashOf = new HashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            hashOf.put(distinct.get(i).onecId(), hashes.get(i));
        }
        List<CounterpartyRow> changed =
                distinct.stream().filter(row -> news.containsKey(row.onecId())).toList();
        int found = work(changed, news, hashOf, malformed, table::write);
        int created =
                (int) news.values().stream().filter(state -> !state.isSeen()).count();
        return new IntakeCounts(
                created, news.size() - created, rows.size() - news.size(), found, List.copyOf(news.keySet()));
    }

    /** Compares again what is known of these counterparties, because the customers have changed. */
    public void again(Collection<String> onecIds) throws SQLException {
        work(table.rows(onecIds), table.states(onecIds), Map.of(), (_, _, _) -> {}, (rows, _) -> table.link(rows));
    }

    private int work(
            List<CounterpartyRow> rows,
            Map<String, CounterpartyState> states,
            Map<String, byte[]> hashes,
            MalformedValues malformed,
            IntakeWriting.Books books)
            throws SQLException {
        // reading what it says takes longer than anything else of a row that is new
        List<Sought> unlinked = rows.parallelStream()
                .filter(row -> !row.deleted() && states.get(row.onecId()).customerId() == null)
                .map(CounterpartyIntake::sought)
                .toList();
        List<MatchQuery.Pointer> pointers = MatchQuery.pointers(connection, unlinked);
        Set<UUID> customerIds =
                pointers.stream().map(MatchQuery.Pointer::customer).collect(Collectors.toSet());
        states.values().stream()
                .map(CounterpartyState::customerId)
                .filter(id -> id != null)
                .forEach(customerIds::add);
        Map<UUID, Customer> customers = MatchQuery.lock(connection, customerIds);
        Map<String, Match> matches = matches(unlinked, pointers, customers);
        Set<String> ids = rows.stream().map(CounterpartyRow::onecId).collect(Collectors.toSet());
        Map<String, Settled> settled = conflicts.settled(ids);
        Set<String> waiting = conflicts.waiting(ids);
        Map<UUID, Provenance> provenance = provenance(customers);
        RowComparison comparison = new RowComparison(policy, conflicts.echo(), Instant.now(), source);
        IntakeWriting writing = new IntakeWriting(connection, conflicts, comparison, policy, actor, source);
        for (CounterpartyRow row : rows) {
            CounterpartyState state = states.get(row.onecId());
            Customer customer = state.customerId() == null
                    ? matches.get(row.onecId()) instanceof Match.Known known ? known.customer() : null
                    : customers.get(state.customerId());
            byte[] hash = hashes.get(row.onecId());
            if (row.deleted()) {
                writing.deleted(row, hash, customer);
            } else if (customer != null) {
                writing.known(row, hash, state, provenance.get(customer.id()), settled.get(row.onecId()), malformed);
            } else if (matches.get(row.onecId()) instanceof Match.Ambiguous ambiguous) {
                writing.ambiguous(row, hash, ambiguous);
            } else {
                writing.unknown(row, hash, malformed);
            }
        }
        return writing.write(waiting, books);
    }

    /** Two counterparties that would be one customer are a question, not an answer. */
    private static Map<String, Match> matches(
            List<Sought> unlinked, List<MatchQuery.Pointer> pointers, Map<UUID, Customer> customers) {
        Map<String, List<Hit>> hits = new HashMap<>();
        pointers.stream()
                .filter(pointer -> customers.containsKey(pointer.customer()))
                .forEach(pointer -> hits.computeIfAbsent(pointer.onecId(), _ -> new ArrayList<>())
                        .add(new Hit(customers.get(pointer.customer()), pointer.keys())));
        Map<String, Match> matches = new HashMap<>();
        unlinked.forEach(sought ->
                matches.put(sought.onecId(), MatchRules.match(sought, hits.getOrDefault(sought.onecId(), List.of()))));
        Set<UUID> once = new HashSet<>();
        Set<UUID> twice = new HashSet<>();
        matches.values().forEach(match -> {
            if (match instanceof Match.Known known && !once.add(known.customer().id())) {
                twice.add(known.customer().id());
            }
        });
        matches.replaceAll((_, match) -> match instanceof Match.Known known
                        && twice.contains(known.customer().id())
                ? new Match.Ambiguous(
                        List.of(new Match.Candidate(known.customer().id(), known.keys())))
                : match);
        return matches;
    }

    private Map<UUID, Provenance> provenance(Map<UUID, Customer> customers) throws SQLException {
        var latest = ChangeLog.latest(connection, customers.keySet());
        Map<UUID, Provenance> provenance = new HashMap<>();
        customers.forEach((id, customer) ->
                provenance.put(id, new Provenance(customer, latest.getOrDefault(id, Map.of()))));
        return provenance;
    }

    static Sought sought(CounterpartyRow row) {
        String phone = good(row, CustomerField.PHONE);
        return new Sought(
                row.onecId(),
                row.guid(),
                CustomerHandover.ownId(row.onecId()),
                good(row, CustomerField.TAX_ID),
                good(row, CustomerField.KPP),
                good(row, CustomerField.EMAIL),
                phone == null ? null : phone.split(",")[0],
                Sought.nameKey(
                        row.type(),
                        row.said(CustomerField.COMPANY_NAME),
                        row.said(CustomerField.LAST_NAME),
                        row.said(CustomerField.FIRST_NAME)));
    }

    private static @Nullable String good(CounterpartyRow row, CustomerField field) {
        String value = row.said(field);
        return value == null || !field.isValid(value) ? null : field.normal(value);
    }
}
