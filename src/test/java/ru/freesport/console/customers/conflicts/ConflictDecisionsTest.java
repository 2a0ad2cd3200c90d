package ru.freesport.console.customers.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerFields;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.SyncState;
import ru.freesport.console.customers.compare.Choice;
import ru.freesport.console.customers.compare.Strategy;
import ru.freesport.console.customers.records.ChangeLog;
import ru.freesport.console.customers.records.Contacts;

@ConsoleTest
@WithMockUser(username = "manager", roles = "MANAGER")
class ConflictDecisionsTest {

    private static final String ONEC_PHONE = "+7 495 123-45-04";
    private static final String ONEC_EMAIL = "buh@example.org";

    @Autowired
    private JdbcClient database;

    @Autowired
    private Customers customers;

    @Autowired
    private ConflictIntake intake;

    @Autowired
    private Conflicts conflicts;

    @Autowired
    private ConflictClaims claims;

    @Autowired
    private ConflictDecisions decisions;

    @Autowired
    private SecondPerson second;

    @Autowired
    private ConflictDismissals dismissals;

    @Autowired
    private ChangeLog changes;

    @Autowired
    private Contacts contacts;

    private SomeConflicts some;

    @BeforeEach
    void fixtures() {
        some = new SomeConflicts(database, customers, intake);
    }

    @Test
    void aDecisionChangesTheShopAtOnceAndWaitsBeforeItLeavesForOnec() {
        Customer customer = some.company();
        long id = some.of(customer, Map.of(CustomerField.PHONE, ONEC_PHONE));
        ConflictDetails done = done(decide(id, Choice.ONEC, "проверено звонком"));
        assertThat(done.row().state()).isEqualTo(ConflictState.RESOLVED);
        assertThat(done.row().canBeUndone(java.time.Instant.now())).isTrue();
        Customer now = now(customer);
        assertThat(now.phone()).isEqualTo("+74951234504");
        assertThat(now.standing().sync()).isEqualTo(SyncState.PENDING);
        assertThat(contacts.of(customer.id()))
                .singleElement()
                .satisfies(contact -> assertThat(contact.value()).isEqualTo("+79161234567"));
        assertThat(changes.of(customer.id(), 10)).singleElement().satisfies(change -> {
            assertThat(change.was()).isEqualTo("+79161234567");
            assertThat(change.became()).isEqualTo("+74951234504");
            assertThat(change.reference()).isEqualTo("conflict:" + id);
        });
    }

    @Test
    void twentyPeopleDecideOneConflictAndOneWins() throws Exception {
        Customer customer = some.company();
        long id = some.of(customer, Map.of(CustomerField.COMPANY_NAME, "ООО Финиш"));
        long version = conflicts.again(id).orElseThrow().row().version();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<ConflictOutcome>> answers = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(20)) {
            for (int i = 0; i < 20; i++) {
                String name = "manager-" + i;
                String mine = "ООО Решение " + i;
                answers.add(people.submit(as(name, () -> {
                    start.await();
                    return decisions.decide(
                            id,
                            version,
                            List.of(FieldDecision.typed(CustomerField.COMPANY_NAME, mine)),
                            "так написано в уставе");
                })));
            }
            start.countDown();
        }
        List<ConflictOutcome> outcomes = new ArrayList<>();
        for (Future<ConflictOutcome> answer : answers) {
            outcomes.add(answer.get());
        }
        List<ConflictOutcome.Done> winners = outcomes.stream()
                .filter(ConflictOutcome.Done.class::isInstance)
                .map(ConflictOutcome.Done.class::cast)
                .toList();
        assertThat(winners).hasSize(1);
        DecisionView winner = winners.getFirst().details().decision();
        String decided = winner.choices().getFirst().value();
        assertThat(outcomes)
                .filteredOn(ConflictOutcome.Clash.class::isInstance)
                .hasSize(19)
                .allSatisfy(outcome -> {
                    ConflictOutcome.Clash clash = (ConflictOutcome.Clash) outcome;
                    assertThat(clash.who()).isEqualTo(winner.actor().name());
                    assertThat(clash.fields()).singleElement().satisfies(field -> {
                        assertThat(field.theirs()).isEqualTo(decided);
                        assertThat(field.yours()).startsWith("ООО Решение").isNotEqualTo(decided);
                    });
                });
        assertThat(now(customer).companyName()).isEqualTo(decided);
        assertThat(changes.of(customer.id(), 50)).hasSize(1);
        assertThat(count("SELECT count(*) FROM customer_conflict_decision WHERE conflict_id = ?", id))
                .isOne();
        assertThat(count(
                        "SELECT count(*) FROM customer_conflict_event WHERE conflict_id = ? AND kind = 'RESOLVED'", id))
                .isOne();
    }

    @Test
    void aReasonIsAskedWhenTheDecisionGoesAgainstTheSuggestion() {
        Customer customer = some.company();
        long id = some.of(customer, Map.of(CustomerField.PHONE, ONEC_PHONE), Strategy.MANUAL_REVIEW);
        assertThat(decide(id, Choice.SHOP, null))
                .isEqualTo(new ConflictOutcome.Refused(ConflictOutcome.Why.REASON_MISSING));
        ConflictDetails done = done(decide(id, Choice.BOTH, null));
        assertThat(done.fields().getFirst().result()).isEqualTo("+79161234567, +74951234504");
        assertThat(now(customer).phone()).isEqualTo("+79161234567");
        assertThat(contacts.of(customer.id()))
                .singleElement()
                .satisfies(contact -> assertThat(contact.value()).isEqualTo("+74951234504"));
    }

    @Test
    void anEmailTakesASecondPersonWhoIsNotTheFirstOne() {
        Customer customer = some.company();
        long id = some.of(customer, Map.of(CustomerField.EMAIL, ONEC_EMAIL));
        ConflictOutcome proposed = decide(id, CustomerField.EMAIL, Choice.ONEC, "звонил бухгалтер");
        assertThat(proposed).isInstanceOf(ConflictOutcome.Proposed.class);
        assertThat(now(customer).email()).isEqualTo(customer.email());
        long version = version(id);
        assertThat(second.approve(id, version, null))
                .isEqualTo(new ConflictOutcome.Refused(ConflictOutcome.Why.OWN_PROPOSAL));
        ConflictOutcome approved = call(as("other", () -> second.approve(id, version, null)));
        assertThat(done(approved).decision().second().name()).isEqualTo("other");
        assertThat(now(customer).email()).isEqualTo(ONEC_EMAIL);
        assertThat(contacts.of(customer.id()))
                .extracting(contact -> contact.value())
                .containsExactly(customer.email());
    }

    @Test
    void theDatabaseItselfRefusesASecondPersonWhoIsTheFirst() {
        Customer customer = some.company();
        long id = some.of(customer, Map.of(CustomerField.EMAIL, ONEC_EMAIL));
        decide(id, CustomerField.EMAIL, Choice.ONEC, "звонил бухгалтер");
        assertThatThrownBy(() -> database.sql("""
                                UPDATE customer_conflict_decision SET state = 'IN_FORCE', second = actor
                                WHERE conflict_id = ?""").param(id).update())
                .hasMessageContaining("customer_conflict_decision_check");
    }

    @Test
    void keepingTheShopsEmailChangesOnecsAndTakesASecondPersonToo() {
        Customer customer = some.company();
        long id = some.of(customer, Map.of(CustomerField.EMAIL, ONEC_EMAIL));
        assertThat(decide(id, CustomerField.EMAIL, Choice.SHOP, "так просил клиент"))
                .isInstanceOf(ConflictOutcome.Proposed.class);
        assertThat(call(as("other", () -> second.refuse(id, " "))))
                .isEqualTo(new ConflictOutcome.Refused(ConflictOutcome.Why.REASON_MISSING));
        assertThat(done(call(as("other", () -> second.refuse(id, "уточните у клиента"))))
                        .row()
                        .state())
                .isEqualTo(ConflictState.OPEN);
    }

    @Test
    void aDecisionIsTakenBackWhileItHasNotLeft() {
        Customer customer = some.company();
        long id = some.of(customer, Map.of(CustomerField.PHONE, ONEC_PHONE));
        decide(id, Choice.ONEC, "проверено звонком");
        assertThat(done(decisions.undo(id, "не та компания")).row().state()).isEqualTo(ConflictState.OPEN);
        Customer now = now(customer);
        assertThat(now.phone()).isEqualTo(customer.phone());
        assertThat(now.standing().sync()).isEqualTo(SyncState.CONFLICT);
        assertThat(contacts.of(customer.id())).isEmpty();
        assertThat(done(decide(id, Choice.SHOP, "так просил клиент")).row().state())
                .isEqualTo(ConflictState.RESOLVED);
    }

    @Test
    void afterItsTimeOfGraceADecisionIsNotTakenBack() {
        Customer customer = some.company();
        long id = some.of(customer, Map.of(CustomerField.PHONE, ONEC_PHONE));
        decide(id, Choice.ONEC, "проверено звонком");
        database.sql("UPDATE customer_conflict SET hold_until = now() - interval '1 second' WHERE id = ?")
                .param(id)
                .update();
        assertThat(decisions.undo(id, "поздно"))
                .isEqualTo(new ConflictOutcome.Refused(ConflictOutcome.Why.TOO_LATE_TO_UNDO));
        assertThat(now(customer).phone()).isEqualTo("+74951234504");
    }

    @Test
    void whatTheCustomerChangedAfterTheDecisionIsNotUndone() {
        Customer customer = some.company();
        long id = some.of(customer, Map.of(CustomerField.PHONE, ONEC_PHONE));
        decide(id, Choice.ONEC, "проверено звонком");
        customers.change(
                customer.id(), new CustomerFields(null, null, "+7 903 000-11-22", null, null, null, null, null));
        assertThat(decisions.undo(id, "ошибся"))
                .isEqualTo(new ConflictOutcome.Refused(ConflictOutcome.Why.CHANGED_SINCE, CustomerField.PHONE));
        assertThat(now(customer).phone()).isEqualTo("+79030001122");
    }

    @Test
    void aClaimKeepsOthersAwayUntilSomebodyTakesOver() {
        Customer customer = some.company();
        long id = some.of(customer, Map.of(CustomerField.PHONE, ONEC_PHONE));
        assertThat(done(claims.claim(id)).row().claimedBy()).isEqualTo("manager");
        assertThat(call(as("other", () -> claims.claim(id))))
                .isInstanceOfSatisfying(
                        ConflictOutcome.ClaimedBySomebody.class,
                        claimed -> assertThat(claimed.who()).isEqualTo("manager"));
        assertThat(call(as("other", () -> decide(id, Choice.BOTH, null))))
                .isInstanceOf(ConflictOutcome.ClaimedBySomebody.class);
        assertThat(call(as("other", () -> claims.takeOver(id, ""))))
                .isEqualTo(new ConflictOutcome.Refused(ConflictOutcome.Why.REASON_MISSING));
        assertThat(done(call(as("other", () -> claims.takeOver(id, "manager в отпуске"))))
                        .row()
                        .claimedBy())
                .isEqualTo("other");
        assertThat(claims.release(id)).isEqualTo(new ConflictOutcome.Refused(ConflictOutcome.Why.NOT_YOURS));
        assertThat(done(call(as("other", () -> claims.release(id)))).row().state())
                .isEqualTo(ConflictState.OPEN);
    }

    @Test
    void aClaimThatRanOutIsNone() {
        Customer customer = some.company();
        long id = some.of(customer, Map.of(CustomerField.PHONE, ONEC_PHONE));
        claims.claim(id);
        database.sql("UPDATE customer_conflict SET claimed_until = now() - interval '1 second' WHERE id = ?")
                .param(id)
                .update();
        assertThat(conflicts.again(id).orElseThrow().row().state()).isEqualTo(ConflictState.OPEN);
        assertThat(done(call(as("other", () -> decide(id, Choice.BOTH, null))))
                        .row()
                        .state())
                .isEqualTo(ConflictState.RESOLVED);
    }

    @Test
    void whoDecidesOnOldValuesIsShownTheNewOnes() {
        Customer customer = some.company();
        long id = some.of(customer, Map.of(CustomerField.COMPANY_NAME, "ООО Финиш"));
        long seen = version(id);
        some.of(customer, Map.of(CustomerField.COMPANY_NAME, "ООО Новый финиш"));
        assertThat(decisions.decide(
                        id, seen, List.of(FieldDecision.of(CustomerField.COMPANY_NAME, Choice.SHOP)), "так в уставе"))
                .isInstanceOfSatisfying(
                        ConflictOutcome.Clash.class,
                        clash -> assertThat(clash.fields()).singleElement().satisfies(field -> {
                            assertThat(field.theirs()).isEqualTo("ООО Новый финиш");
                            assertThat(field.yours()).isEqualTo(customer.companyName());
                        }));
    }

    @Test
    void theSameFindingTwiceDisturbsNobody() {
        Customer customer = some.company();
        long id = some.of(customer, Map.of(CustomerField.PHONE, ONEC_PHONE));
        long seen = version(id);
        assertThat(some.of(customer, Map.of(CustomerField.PHONE, ONEC_PHONE))).isEqualTo(id);
        assertThat(version(id)).isEqualTo(seen);
    }

    @Test
    void emptyErasesNothingAndMalformedIsNotTyped() {
        Customer customer = some.company();
        long id = some.of(customer, Map.of(CustomerField.PHONE, ONEC_PHONE));
        assertThat(decide(id, Choice.BASE, "как раньше"))
                .isEqualTo(new ConflictOutcome.Refused(ConflictOutcome.Why.VALUE_MISSING, CustomerField.PHONE));
        assertThat(decisions.decide(
                        id, version(id), List.of(FieldDecision.typed(CustomerField.PHONE, "12")), "так сказал"))
                .isEqualTo(new ConflictOutcome.Refused(ConflictOutcome.Why.VALUE_MALFORMED, CustomerField.PHONE));
        assertThat(decisions.decide(id, version(id), List.of(), null))
                .isEqualTo(new ConflictOutcome.Refused(ConflictOutcome.Why.FIELD_MISSING, CustomerField.PHONE));
    }

    @Test
    void whatIsLeftAsItIsCanBeAskedAgain() {
        Customer customer = some.company();
        long id = some.of(customer, Map.of(CustomerField.PHONE, ONEC_PHONE));
        assertThat(done(dismissals.dismiss(id, version(id), "два номера, оба верны"))
                        .row()
                        .state())
                .isEqualTo(ConflictState.DISMISSED);
        assertThat(now(customer).standing().sync()).isEqualTo(SyncState.SYNCED);
        assertThat(done(dismissals.reopen(id, "клиент сменил номер")).row().state())
                .isEqualTo(ConflictState.OPEN);
    }

    @Test
    @WithMockUser(username = "support", roles = "SUPPORT")
    void nobodyWithoutTheRightDecides() {
        assertThatThrownBy(() -> decisions.decide(1, 0, List.of(), null)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> claims.claim(1)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> second.approve(1, 0, null)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> dismissals.dismiss(1, 0, "нет")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void aViewerSeesAConflictMasked() {
        Customer customer = some.company();
        long id = some.of(customer, Map.of(CustomerField.EMAIL, ONEC_EMAIL));
        ConflictDetails seen = conflicts.open(id).orElseThrow();
        assertThat(seen.isMasked()).isTrue();
        assertThat(seen.fields().getFirst().onec().value()).isEqualTo("b•••@example.org");
        assertThat(seen.toString()).doesNotContain(ONEC_EMAIL);
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void aPersonWhomOnlyTheShopTakesForACompanyIsMaskedOnTheSideOf1C() {
        Customer customer = some.company();
        database.sql("UPDATE counterparty SET name = 'ИП Жуков Пётр', type = 'SOLE_PROPRIETOR' WHERE onec_id = ?")
                .param(customer.onecId())
                .update();
        long id = some.of(
                customer, Map.of(CustomerField.TAX_ID, "500100732259", CustomerField.COMPANY_NAME, "ИП Жуков Пётр"));
        ConflictDetails seen = conflicts.open(id).orElseThrow();
        assertThat(seen.toString()).doesNotContain("500100732259").doesNotContain("Жуков");
        assertThat(seen.fields())
                .filteredOn(field -> field.field() == CustomerField.TAX_ID)
                .singleElement()
                .satisfies(field -> assertThat(field.shop().value()).isEqualTo("7707083893"));
    }

    @Test
    void theQueueIsFilteredByEveryField() {
        Customer customer = some.company();
        long id = some.of(customer, Map.of(CustomerField.PHONE, ONEC_PHONE));
        for (CustomerField field : CustomerField.values()) {
            ConflictFilter filter = new ConflictFilter(
                    customer.onecId(),
                    ConflictFilter.Scope.WAITING,
                    null,
                    null,
                    null,
                    field,
                    ConflictFilter.Owner.ANYBODY,
                    false,
                    false,
                    false,
                    null);
            List<Long> expected = field == CustomerField.PHONE ? List.of(id) : List.of();
            assertThat(conflicts.page(filter, null, 10))
                    .extracting(ConflictRow::id)
                    .isEqualTo(expected);
            assertThat(conflicts.count(filter)).isEqualTo(expected.size());
        }
    }

    private ConflictOutcome decide(long id, Choice choice, String reason) {
        return decide(id, CustomerField.PHONE, choice, reason);
    }

    private ConflictOutcome decide(long id, CustomerField field, Choice choice, String reason) {
        return decisions.decide(id, version(id), List.of(FieldDecision.of(field, choice)), reason);
    }

    private long version(long id) {
        return conflicts.again(id).orElseThrow().row().version();
    }

    private Customer now(Customer customer) {
        return RunAs.system(() -> customers.find(customer.id()).orElseThrow());
    }

    private int count(String sql, long id) {
        return database.sql(sql).param(id).query(Integer.class).single();
    }

    private static ConflictDetails done(ConflictOutcome outcome) {
        assertThat(outcome).isInstanceOf(ConflictOutcome.Done.class);
        return ((ConflictOutcome.Done) outcome).details();
    }

    private static <T> Callable<T> as(String name, Callable<T> act) {
        return () -> {
            var before = SecurityContextHolder.getContext();
            var mine = SecurityContextHolder.createEmptyContext();
            mine.setAuthentication(new TestingAuthenticationToken(name, "", "ROLE_MANAGER"));
            SecurityContextHolder.setContext(mine);
            try {
                return act.call();
            } finally {
                SecurityContextHolder.setContext(before);
            }
        };
    }

    private static <T> T call(Callable<T> act) {
        try {
            return act.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
