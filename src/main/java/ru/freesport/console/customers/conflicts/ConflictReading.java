package ru.freesport.console.customers.conflicts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.PersonalData;
import ru.freesport.console.customers.records.CustomerRecords;

/** Puts a conflict's details together, masked for those who may not know. */
@Component
class ConflictReading {

    private final JdbcClient database;
    private final ConflictTable table;
    private final DecisionTable decisions;
    private final CustomerRecords records;
    private final Customers customers;

    ConflictReading(
            JdbcClient database,
            ConflictTable table,
            DecisionTable decisions,
            CustomerRecords records,
            Customers customers) {
        this.database = database;
        this.table = table;
        this.decisions = decisions;
        this.records = records;
        this.customers = customers;
    }

    Optional<ConflictDetails> details(long id) {
        return table.find(id).map(this::details);
    }

    ConflictDetails details(ConflictRow row) {
        boolean isMasked = !customers.mayKnow();
        Customer customer =
                row.customerId() == null ? null : records.find(row.customerId()).orElse(null);
        Papers papers = papers(row.onecId());
        boolean isOnecCompany = papers.type() == CustomerType.COMPANY;
        // while nobody knows who it is, 1C's papers say what it is
        boolean isShopCompany = customer == null ? isOnecCompany : customer.type() == CustomerType.COMPANY;
        List<ConflictField> fields = table.fields(row.id()).stream()
                .map(field -> isMasked ? masked(field, isShopCompany, isOnecCompany) : field)
                .toList();
        Optional<DecisionView> decision = decisions
                .current(row.id())
                .map(DecisionTable.Decision::view)
                .map(view -> isMasked ? masked(view) : view);
        return new ConflictDetails(
                isMasked ? row.named(String.valueOf(PersonalData.name(row.name()))) : row,
                customer == null ? null : isMasked ? glance(customer.id()) : customer,
                isMasked && !isOnecCompany ? PersonalData.name(papers.name()) : papers.name(),
                fields,
                candidates(row, isMasked),
                decision.filter(view -> view.state() == DecisionView.State.PROPOSED)
                        .orElse(null),
                decision.filter(view -> view.state() == DecisionView.State.IN_FORCE)
                        .orElse(null),
                table.events(row.id()),
                isMasked);
    }

    private List<Candidate> candidates(ConflictRow row, boolean isMasked) {
        if (row.kind() != ConflictKind.IDENTITY) {
            return List.of();
        }
        List<ConflictTable.CandidateKeys> keys = table.candidates(row.id());
        List<UUID> ids =
                keys.stream().map(ConflictTable.CandidateKeys::customer).toList();
        Map<UUID, Customer> known = isMasked ? customers.glance(ids) : records.find(ids);
        return keys.stream()
                .filter(one -> known.containsKey(one.customer()))
                .map(one -> new Candidate(
                        known.get(one.customer()),
                        one.keys(),
                        known.get(one.customer()).onecId() != null))
                .sorted(Comparator.comparing((Candidate one) -> one.keys().getFirst())
                        .thenComparing(one -> one.customer().code()))
                .toList();
    }

    private @Nullable Customer glance(UUID id) {
        return customers.glance(List.of(id)).get(id);
    }

    private Papers papers(String onecId) {
        return database.sql("SELECT name, type FROM counterparty WHERE onec_id = ?")
                .param(onecId)
                .query((rs, _) -> new Papers(rs.getString("name"), CustomerType.valueOf(rs.getString("type"))))
                .optional()
                .orElse(Papers.NONE);
    }

    /** What 1C calls them and takes them for: null when 1C never told. */
    private record Papers(@Nullable String name, @Nullable CustomerType type) {
        static final Papers NONE = new Papers(null, null);
    }

    private static DecisionView masked(DecisionView view) {
        return new DecisionView(
                view.id(),
                view.state(),
                view.at(),
                view.actor(),
                view.reason(),
                view.choices().stream()
                        .map(one -> new FieldDecision(one.field(), one.choice(), PersonalData.text(one.value())))
                        .toList(),
                view.second(),
                view.secondAt(),
                view.secondReason(),
                view.identifiedAs(),
                view.isNew());
    }

    /** Each side by its own papers; what may have come from either, only when both call them a company. */
    private static ConflictField masked(ConflictField field, boolean isShopCompany, boolean isOnecCompany) {
        boolean isCompany = isShopCompany && isOnecCompany;
        return new ConflictField(
                field.field(),
                masked(field.field(), field.shop(), isShopCompany),
                masked(field.field(), field.base(), isCompany),
                masked(field.field(), field.onec(), isOnecCompany),
                field.strategy(),
                field.suggestion(),
                masked(field.field(), field.suggested(), isCompany),
                field.rule(),
                field.choice(),
                masked(field.field(), field.result(), isCompany));
    }

    private static Sourced masked(CustomerField field, Sourced side, boolean isCompany) {
        return new Sourced(masked(field, side.value(), isCompany), side.at(), side.source(), side.by());
    }

    private static @Nullable String masked(CustomerField field, @Nullable String value, boolean isCompany) {
        return switch (field) {
            case EMAIL -> PersonalData.email(value);
            case PHONE -> PersonalData.phone(value);
            case LAST_NAME, FIRST_NAME, MIDDLE_NAME -> PersonalData.name(value);
            case COMPANY_NAME -> isCompany ? value : PersonalData.name(value);
            case KPP -> value;
            case TAX_ID, LEGAL_ADDRESS -> isCompany ? value : PersonalData.text(value);
            case DELIVERY_ADDRESS -> PersonalData.text(value);
        };
    }
}
