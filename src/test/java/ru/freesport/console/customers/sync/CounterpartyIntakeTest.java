package ru.freesport.console.customers.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.ChangeSource;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerFields;
import ru.freesport.console.customers.CustomerLevel;
import ru.freesport.console.customers.CustomerOrigin;
import ru.freesport.console.customers.CustomerRole;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.MatchKey;
import ru.freesport.console.customers.Registration;
import ru.freesport.console.customers.SyncState;
import ru.freesport.console.customers.compare.Choice;
import ru.freesport.console.customers.compare.MergeRule;
import ru.freesport.console.customers.conflicts.ConflictDecisions;
import ru.freesport.console.customers.conflicts.ConflictDetails;
import ru.freesport.console.customers.conflicts.ConflictDismissals;
import ru.freesport.console.customers.conflicts.ConflictFilter;
import ru.freesport.console.customers.conflicts.ConflictKind;
import ru.freesport.console.customers.conflicts.ConflictOutcome;
import ru.freesport.console.customers.conflicts.ConflictState;
import ru.freesport.console.customers.conflicts.Conflicts;
import ru.freesport.console.customers.conflicts.FieldDecision;
import ru.freesport.console.customers.conflicts.Identification;
import ru.freesport.console.customers.records.ChangeLog;
import ru.freesport.console.customers.records.Contacts;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunWatcher;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.shared.Actor;

@ConsoleTest
@WithMockUser(username = "manager", roles = "MANAGER")
class CounterpartyIntakeTest {

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient database;

    @Autowired
    private CounterpartyIntakes intakes;

    @Autowired
    private Customers customers;

    @Autowired
    private Conflicts conflicts;

    @Autowired
    private ConflictDecisions decisions;

    @Autowired
    private ConflictDismissals dismissals;

    @Autowired
    private Identification identification;

    @Autowired
    private CustomerHandover handover;

    @Autowired
    private Runs runs;

    @Autowired
    private ChangeLog changes;

    @Autowired
    private Contacts contacts;

    private final List<CustomerField> malformed = new ArrayList<>();
    private String mark;
    private String taxId;
    private String phone;

    @BeforeEach
    void ownKeys() {
        mark = UUID.randomUUID().toString().substring(0, 8);
        taxId = SomeCounterparties.taxId(ThreadLocalRandom.current().nextInt(10_000_000));
        phone = "+7916" + (1_000_000 + ThreadLocalRandom.current().nextInt(9_000_000 - 1));
    }

    @Test
    void whoIsUnknownBecomesACustomerAndTheSameFileTwiceChangesNothing() {
        CounterpartyRow row = company();
        assertCounts(take(row), 1, 0, 0);
        Customer made = customer(row);
        assertThat(made.taxId()).isEqualTo(taxId);
        assertThat(made.phone()).isEqualTo(phone);
        assertThat(made.standing().origin()).isEqualTo(CustomerOrigin.ONEC);
        assertThat(made.standing().sync()).isEqualTo(SyncState.SYNCED);
        assertThat(made.standing().role()).isEqualTo(CustomerRole.RETAIL);
        assertCounts(take(row), 0, 0, 1);
        assertThat(customer(row)).isEqualTo(made);
    }

    @Test
    void aNewVersionOfTheSameContentIsNoNews() {
        CounterpartyRow row = company();
        take(row);
        assertCounts(
                take(new CounterpartyRow(row.onecId(), null, "2", false, row.name(), row.type(), row.said())), 0, 0, 1);
    }

    @Test
    void whatOnlyOnecChangedTheShopTakesOverAndKeepsTheOldPhone() {
        CounterpartyRow row = company();
        take(row);
        take(SomeCounterparties.with(row, CustomerField.PHONE, "8 (495) 123-45-04"));
        Customer now = customer(row);
        assertThat(now.phone()).isEqualTo("+74951234504");
        assertThat(now.phoneRaw()).isEqualTo("8 (495) 123-45-04");
        assertThat(contacts.of(now.id()))
                .singleElement()
                .satisfies(contact -> assertThat(contact.value()).isEqualTo(phone));
        assertThat(changes.of(now.id(), 5)).singleElement().satisfies(change -> {
            assertThat(change.source()).isEqualTo(ChangeSource.ONEC);
            assertThat(change.was()).isEqualTo(phone);
            assertThat(change.reference()).isEqualTo("test:" + mark);
        });
    }

    @Test
    void emptyErasesNothing() {
        CounterpartyRow row = company();
        take(row);
        Customer before = customer(row);
        take(SomeCounterparties.company(row.onecId(), Map.of()));
        assertThat(customer(row).values()).isEqualTo(before.values());
    }

    @Test
    void anotherSpellingIsNoChange() {
        CounterpartyRow row = company();
        take(row);
        Customer before = customer(row);
        take(SomeCounterparties.with(
                row, CustomerField.COMPANY_NAME, "Общество с ограниченной ответственностью \"СТАРТ " + mark + "\""));
        assertThat(customer(row).version()).isEqualTo(before.version());
    }

    @Test
    void whatTheShopChangedGoesToOnecAndIsNotOverwritten() {
        CounterpartyRow row = company();
        take(row);
        change(customer(row), null, "8 903 000-11-22");
        assertThat(customer(row).standing().sync()).isEqualTo(SyncState.PENDING);
        take(SomeCounterparties.with(row, CustomerField.KPP, "783001001"));
        Customer now = customer(row);
        assertThat(now.phone()).isEqualTo("+79030001122");
        assertThat(now.kpp()).isEqualTo("783001001");
        assertThat(now.standing().sync()).isEqualTo(SyncState.PENDING);
    }

    @Test
    void whenTheShopComesToTheSameNothingIsToBeSent() {
        CounterpartyRow row = company();
        take(row);
        change(customer(row), null, "8 903 000-11-22");
        take(SomeCounterparties.with(row, CustomerField.PHONE, "+7 (903) 000-11-22"));
        assertThat(customer(row).standing().sync()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void roleAndPriceLevelAreNeverTouched() {
        CounterpartyRow row = company();
        take(row);
        database.sql("UPDATE customer SET role = 'TRAINER', level = 'TRAINER' WHERE onec_id = ?")
                .param(row.onecId())
                .update();
        take(SomeCounterparties.with(row, CustomerField.COMPANY_NAME, "ООО Финиш " + mark));
        assertThat(customer(row).standing().role()).isEqualTo(CustomerRole.TRAINER);
        assertThat(customer(row).standing().level()).isEqualTo(CustomerLevel.TRAINER);
        assertThat(customer(row).companyName()).isEqualTo("ООО Финиш " + mark);
    }

    @Test
    void twoPhonesThatCollideBothStayByTheRuleOfTheUnion() {
        CounterpartyRow row = company();
        take(row);
        change(customer(row), null, "8 903 000-11-22");
        assertThat(take(SomeCounterparties.with(row, CustomerField.PHONE, "8 (495) 123-45-04"))
                        .conflicts())
                .isZero();
        Customer now = customer(row);
        assertThat(now.phone()).isEqualTo("+79030001122");
        assertThat(contacts.of(now.id())).extracting(one -> one.value()).contains("+74951234504");
        assertThat(now.standing().sync()).isEqualTo(SyncState.PENDING);
    }

    @Test
    void twoEmailsThatCollideArePeoplesBusiness() {
        CounterpartyRow row = company();
        take(row);
        change(customer(row), "new-" + mark + "@example.org", null);
        assertThat(take(SomeCounterparties.with(row, CustomerField.EMAIL, "buh-" + mark + "@example.org"))
                        .conflicts())
                .isOne();
        ConflictDetails found = conflict(row);
        assertThat(found.row().state()).isEqualTo(ConflictState.OPEN);
        assertThat(found.fields()).singleElement().satisfies(field -> {
            assertThat(field.field()).isEqualTo(CustomerField.EMAIL);
            assertThat(field.base().value()).isEqualTo("zakupki-" + mark + "@example.org");
            assertThat(field.shop().value()).isEqualTo("new-" + mark + "@example.org");
            assertThat(field.shop().by()).isEqualTo("manager");
            assertThat(field.onec().source()).isEqualTo("test:" + mark);
            assertThat(field.suggestion()).isNull();
        });
        assertThat(customer(row).standing().sync()).isEqualTo(SyncState.CONFLICT);
        assertThat(customer(row).email()).isEqualTo("new-" + mark + "@example.org");
    }

    @Test
    void aConflictFadesWhenBothComeToTheSame() {
        CounterpartyRow row = emailConflict();
        take(SomeCounterparties.with(row, CustomerField.EMAIL, "NEW-" + mark + "@example.org"));
        assertThat(conflict(row).row().state()).isEqualTo(ConflictState.CONFIRMED);
        assertThat(customer(row).standing().sync()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void aChangeInTheShopIsSeenByTheConflictAtOnce() {
        CounterpartyRow row = emailConflict();
        change(customer(row), "third-" + mark + "@example.org", null);
        assertThat(conflict(row).fields().getFirst().shop().value()).isEqualTo("third-" + mark + "@example.org");
        change(customer(row), "buh-" + mark + "@example.org", null);
        assertThat(conflict(row).row().state()).isEqualTo(ConflictState.CONFIRMED);
    }

    @Test
    void whatIsMalformedIsKeptOutAndTold() {
        CounterpartyRow row = SomeCounterparties.with(company(), CustomerField.EMAIL, "нет почты");
        take(row);
        assertThat(customer(row).email()).isNull();
        assertThat(malformed).containsExactly(CustomerField.EMAIL);
    }

    @Test
    void aSpoiltTaxIdNeverTakesThePlaceOfAGoodOne() {
        CounterpartyRow row = company();
        take(row);
        take(SomeCounterparties.with(row, CustomerField.TAX_ID, "7707083894"));
        assertThat(customer(row).taxId()).isEqualTo(taxId);
        assertThat(conflict(row).fields()).singleElement().satisfies(field -> {
            assertThat(field.suggestion()).isEqualTo(Choice.SHOP);
            assertThat(field.rule()).isEqualTo(MergeRule.VALID_OVER_INVALID);
        });
    }

    @Test
    void whoIsMarkedAsDeletedInOnecStaysACustomer() {
        CounterpartyRow row = company();
        take(row);
        take(SomeCounterparties.deleted(row));
        assertThat(customer(row).standing().onecDeleted()).isTrue();
        take(row);
        assertThat(customer(row).standing().onecDeleted()).isFalse();
    }

    @Test
    void whoWasNeverAliveHereIsNotMade() {
        CounterpartyRow row = SomeCounterparties.deleted(company());
        take(row);
        assertThat(count(row)).isZero();
    }

    @Test
    void whoRegisteredInTheShopIsKnownByTheTaxId() {
        Customer registered = registered("ООО «Старт " + mark + "»", "a-" + mark + "@example.org");
        CounterpartyRow row = company();
        take(row);
        Customer now = customer(row);
        assertThat(now.id()).isEqualTo(registered.id());
        assertThat(now.standing().origin()).isNotEqualTo(CustomerOrigin.ONEC);
    }

    @Test
    void whoCouldBeTwoIsAskedAndTheAnswerTakesEffectAfterItsTimeOfGrace() {
        Customer one = registered("ООО «Старт " + mark + "»", "a-" + mark + "@example.org");
        Customer other = registered("ООО «Старт филиал " + mark + "»", "b-" + mark + "@example.org");
        CounterpartyRow row = SomeCounterparties.with(
                SomeCounterparties.with(company(), CustomerField.EMAIL, null), CustomerField.PHONE, null);
        assertThat(take(row).conflicts()).isOne();
        ConflictDetails asked = conflict(row);
        assertThat(asked.row().kind()).isEqualTo(ConflictKind.IDENTITY);
        assertThat(asked.candidates())
                .extracting(candidate -> candidate.customer().id())
                .containsExactlyInAnyOrder(one.id(), other.id());
        assertThat(asked.candidates().getFirst().keys()).contains(MatchKey.TAX_ID_AND_KPP);
        assertThat(identification.identify(asked.row().id(), asked.row().version(), UUID.randomUUID(), null))
                .isEqualTo(new ConflictOutcome.Refused(ConflictOutcome.Why.NOT_A_CANDIDATE, null));
        assertThat(identification.identify(asked.row().id(), asked.row().version(), other.id(), "звонил"))
                .isInstanceOf(ConflictOutcome.Done.class);
        assertThat(count(row)).isZero();
        graceIsOver(asked.row().id());
        assertThat(customer(row).id()).isEqualTo(other.id());
        assertThat(conflicts.again(asked.row().id()).orElseThrow().row().state())
                .isEqualTo(ConflictState.CONFIRMED);
        assertThat(customer(row).standing().origin()).isEqualTo(CustomerOrigin.CONSOLE);
    }

    @Test
    void aCandidateIsNotMadeASecondTimeIn1cWhileItIsAskedWhoThatIs() {
        Customer one = registered("ООО «Старт " + mark + "»", "a-" + mark + "@example.org");
        Customer other = registered("ООО «Старт филиал " + mark + "»", "b-" + mark + "@example.org");
        assertThat(waiting()).contains(one.id(), other.id());
        CounterpartyRow row = SomeCounterparties.with(
                SomeCounterparties.with(company(), CustomerField.EMAIL, null), CustomerField.PHONE, null);
        take(row);
        assertThat(waiting()).doesNotContain(one.id(), other.id());
        ConflictDetails asked = conflict(row);
        identification.identify(asked.row().id(), asked.row().version(), other.id(), null);
        graceIsOver(asked.row().id());
        assertThat(waiting()).as("whom 1C does not have").contains(one.id());
    }

    private List<UUID> waiting() {
        return RunAs.system(() -> handover.toExport(100_000)).stream()
                .map(WaitingCustomer::id)
                .toList();
    }

    @Test
    void noneOfTheCandidatesIsSomebodyNewAndIsNotAskedAgain() {
        registered("ООО «Старт " + mark + "»", "a-" + mark + "@example.org");
        registered("ООО «Старт филиал " + mark + "»", "b-" + mark + "@example.org");
        CounterpartyRow row = SomeCounterparties.with(
                SomeCounterparties.with(company(), CustomerField.EMAIL, null), CustomerField.PHONE, null);
        take(row);
        ConflictDetails asked = conflict(row);
        identification.nobodyKnown(asked.row().id(), asked.row().version(), null);
        graceIsOver(asked.row().id());
        assertThat(customer(row).standing().origin()).isEqualTo(CustomerOrigin.ONEC);
        assertThat(take(SomeCounterparties.with(row, CustomerField.COMPANY_NAME, "ООО Иное " + mark))
                        .conflicts())
                .isZero();
    }

    @Test
    void twoCounterpartiesThatWouldBeOneCustomerAreAsked() {
        registered("ООО «Старт " + mark + "»", "a-" + mark + "@example.org");
        CounterpartyRow one = company();
        CounterpartyRow other = SomeCounterparties.company("other-" + mark, one.said());
        assertThat(take(one, other).conflicts()).isEqualTo(2);
        assertThat(count(one) + count(other)).isZero();
    }

    @Test
    void whatOnecConfirmsIsConfirmedAndWhatItBringsBackIsReopened() {
        CounterpartyRow row = company();
        take(row);
        change(customer(row), null, "8 903 000-11-22");
        database.sql("UPDATE customer SET company_name = ? WHERE onec_id = ?")
                .params("ООО Заря " + mark, row.onecId())
                .update();
        CounterpartyRow collides = SomeCounterparties.with(row, CustomerField.COMPANY_NAME, "ООО Финиш " + mark);
        take(collides);
        ConflictDetails found = conflict(row);
        long id = found.row().id();
        assertThat(decisions.decide(
                        id,
                        found.row().version(),
                        List.of(FieldDecision.of(CustomerField.COMPANY_NAME, Choice.SHOP)),
                        null))
                .isInstanceOf(ConflictOutcome.Done.class);
        take(SomeCounterparties.with(collides, CustomerField.KPP, "783001001"));
        assertThat(state(id)).as("1C still says the old before it is told").isEqualTo(ConflictState.RESOLVED);
        sent(id, Instant.now());
        take(SomeCounterparties.with(collides, CustomerField.KPP, "783001002"));
        assertThat(state(id)).as("1C may need a while").isEqualTo(ConflictState.SENT);
        take(SomeCounterparties.with(row, CustomerField.COMPANY_NAME, "Заря " + mark));
        assertThat(state(id)).isEqualTo(ConflictState.CONFIRMED);
        take(collides);
        ConflictDetails back = conflicts.again(id).orElseThrow();
        assertThat(back.row().state()).isEqualTo(ConflictState.REOPENED);
        assertThat(back.row().returned()).isOne();
        assertThat(back.fields().getFirst().suggestion()).isEqualTo(Choice.SHOP);
        assertThat(customer(row).companyName()).isEqualTo("ООО Заря " + mark);
    }

    @Test
    void aDecisionThatOnecGotIsReplacedByAnotherThatFollowsIt() {
        CounterpartyRow row = company();
        take(row);
        database.sql("UPDATE customer SET company_name = ? WHERE onec_id = ?")
                .params("ООО Заря " + mark, row.onecId())
                .update();
        CounterpartyRow collides = SomeCounterparties.with(row, CustomerField.COMPANY_NAME, "ООО Финиш " + mark);
        take(collides);
        long id = conflict(row).row().id();
        List<FieldDecision> shop = List.of(FieldDecision.of(CustomerField.COMPANY_NAME, Choice.SHOP));
        List<FieldDecision> onec = List.of(FieldDecision.of(CustomerField.COMPANY_NAME, Choice.ONEC));
        decisions.decide(id, conflict(row).row().version(), shop, null);
        assertThat(decisions.reverse(id, conflict(row).row().version(), onec, "ещё не ушло"))
                .isEqualTo(new ConflictOutcome.Refused(ConflictOutcome.Why.NOT_NOW, null));
        sent(id, Instant.now());
        CounterpartyRow told = SomeCounterparties.with(row, CustomerField.COMPANY_NAME, "Заря " + mark);
        take(told);
        assertThat(state(id)).isEqualTo(ConflictState.CONFIRMED);

        long seen = conflict(row).row().version();
        assertThat(decisions.reverse(id, seen, shop, "то же самое"))
                .isEqualTo(new ConflictOutcome.Refused(ConflictOutcome.Why.SAME_AS_DECIDED, null));
        assertThat(decisions.reverse(id, seen, onec, " "))
                .isEqualTo(new ConflictOutcome.Refused(ConflictOutcome.Why.REASON_MISSING, null));
        assertThat(decisions.reverse(id, seen, onec, "по выписке из ЕГРЮЛ")).isInstanceOf(ConflictOutcome.Done.class);
        assertThat(decisions.reverse(id, seen, onec, "по выписке из ЕГРЮЛ"))
                .as("pressed twice")
                .isInstanceOf(ConflictOutcome.Clash.class);
        assertThat(customer(row).companyName()).isEqualTo("ООО Финиш " + mark);
        assertThat(database.sql("SELECT state FROM customer_conflict_decision WHERE conflict_id = ? ORDER BY id")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("REVERSED", "IN_FORCE");

        graceIsOver(id);
        assertThat(state(id)).as("1C has the earlier decision and must be told").isEqualTo(ConflictState.RESOLVED);
        assertThat(customer(row).standing().sync()).isEqualTo(SyncState.PENDING);
        take(SomeCounterparties.with(told, CustomerField.KPP, "783001001"));
        assertThat(state(id)).as("1C was not told yet").isEqualTo(ConflictState.RESOLVED);
        assertThat(customer(row).companyName()).isEqualTo("ООО Финиш " + mark);
        sent(id, Instant.now());
        take(collides);
        assertThat(state(id)).isEqualTo(ConflictState.CONFIRMED);
    }

    @Test
    void decidingAnEmailOtherwiseTakesTwoPeopleToo() {
        CounterpartyRow row = emailConflictDecidedForTheShop();
        long id = conflict(row).row().id();
        sent(id, Instant.now());
        List<FieldDecision> onec = List.of(FieldDecision.of(CustomerField.EMAIL, Choice.ONEC));
        assertThat(decisions.reverse(id, conflict(row).row().version(), onec, "ошиблись"))
                .as("an e-mail takes two people here too")
                .isInstanceOf(ConflictOutcome.Proposed.class);
        assertThat(customer(row).email()).isEqualTo("new-" + mark + "@example.org");
    }

    @Test
    void whatTheCustomerChangedSinceIsNotDecidedOtherwise() {
        CounterpartyRow row = emailConflictDecidedForTheShop();
        long id = conflict(row).row().id();
        sent(id, Instant.now());
        change(customer(row), "later-" + mark + "@example.org", null);
        assertThat(decisions.reverse(
                        id,
                        conflict(row).row().version(),
                        List.of(FieldDecision.of(CustomerField.EMAIL, Choice.ONEC)),
                        "ошиблись"))
                .isEqualTo(new ConflictOutcome.Refused(ConflictOutcome.Why.CHANGED_SINCE, CustomerField.EMAIL));
    }

    @Test
    void whatOnecStillSaysLongAfterItWasToldCameBack() {
        CounterpartyRow row = emailConflictDecidedForTheShop();
        long id = conflict(row).row().id();
        sent(id, Instant.now().minusSeconds(7200));
        take(SomeCounterparties.with(row, CustomerField.KPP, "783001001"));
        assertThat(state(id)).isEqualTo(ConflictState.REOPENED);
        assertThat(conflict(row).row().returned()).isOne();
    }

    @Test
    void aThirdValueReopensWhatWasDecided() {
        CounterpartyRow row = emailConflictDecidedForTheShop();
        long id = conflict(row).row().id();
        take(SomeCounterparties.with(row, CustomerField.EMAIL, "third-" + mark + "@example.org"));
        assertThat(state(id)).isEqualTo(ConflictState.REOPENED);
        assertThat(conflict(row).row().returned()).isZero();
        assertThat(conflict(row).fields().getFirst().onec().value()).isEqualTo("third-" + mark + "@example.org");
    }

    @Test
    void whatOnecHadAnywayNeedsNotBeSent() {
        CounterpartyRow row = company();
        take(row);
        database.sql("UPDATE customer SET company_name = ? WHERE onec_id = ?")
                .params("ООО Заря " + mark, row.onecId())
                .update();
        take(SomeCounterparties.with(row, CustomerField.COMPANY_NAME, "ООО Финиш " + mark));
        long id = conflict(row).row().id();
        decisions.decide(
                id,
                conflict(row).row().version(),
                List.of(FieldDecision.of(CustomerField.COMPANY_NAME, Choice.ONEC)),
                null);
        graceIsOver(id);
        assertThat(state(id)).isEqualTo(ConflictState.CONFIRMED);
        assertThat(customer(row).standing().sync()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void whatAPersonSaidToLeaveIsNotAskedAgainUntilItChanges() {
        CounterpartyRow row = emailConflict();
        long id = conflict(row).row().id();
        dismissals.dismiss(id, conflict(row).row().version(), "оба верны");
        take(SomeCounterparties.with(row, CustomerField.KPP, "783001001"));
        assertThat(waiting(row)).isZero();
        take(SomeCounterparties.with(row, CustomerField.EMAIL, "third-" + mark + "@example.org"));
        assertThat(waiting(row)).isOne();
    }

    @Test
    void whatIsOverdueIsCalledForOnce() {
        CounterpartyRow row = emailConflict();
        long id = conflict(row).row().id();
        database.sql("UPDATE customer_conflict SET due_at = now() - interval '1 minute' WHERE id = ?")
                .param(id)
                .update();
        close();
        close();
        assertThat(conflicts.again(id).orElseThrow().row().isEscalated()).isTrue();
        assertThat(conflicts.again(id).orElseThrow().events())
                .filteredOn(event -> event.kind().name().equals("ESCALATED"))
                .hasSize(1);
    }

    private CounterpartyRow company() {
        return SomeCounterparties.company(
                "onec-" + mark,
                Map.of(
                        CustomerField.COMPANY_NAME,
                        "ООО «Старт " + mark + "»",
                        CustomerField.TAX_ID,
                        taxId,
                        CustomerField.KPP,
                        "770701001",
                        CustomerField.EMAIL,
                        "zakupki-" + mark + "@example.org",
                        CustomerField.PHONE,
                        phone));
    }

    private CounterpartyRow emailConflict() {
        CounterpartyRow row = company();
        take(row);
        change(customer(row), "new-" + mark + "@example.org", null);
        CounterpartyRow collides = SomeCounterparties.with(row, CustomerField.EMAIL, "buh-" + mark + "@example.org");
        take(collides);
        return collides;
    }

    /** By two people, as an e-mail takes; here the second one's act is written directly. */
    private CounterpartyRow emailConflictDecidedForTheShop() {
        CounterpartyRow row = emailConflict();
        ConflictDetails found = conflict(row);
        decisions.decide(
                found.row().id(),
                found.row().version(),
                List.of(FieldDecision.of(CustomerField.EMAIL, Choice.SHOP)),
                "так просил клиент");
        database.sql("""
                        UPDATE customer_conflict SET state = 'RESOLVED', decision_id = proposal_id, proposal_id = NULL,
                            hold_until = now() + interval '15 minutes' WHERE id = ?""").param(found.row().id()).update();
        database.sql("UPDATE customer_conflict_decision SET state = 'IN_FORCE' WHERE conflict_id = ?")
                .param(found.row().id())
                .update();
        database.sql("UPDATE customer_conflict_field SET choice = 'SHOP', result = shop WHERE conflict_id = ?")
                .param(found.row().id())
                .update();
        return row;
    }

    private void sent(long id, Instant at) {
        database.sql("UPDATE customer_conflict SET state = 'SENT', sent_at = ? WHERE id = ?")
                .params(java.sql.Timestamp.from(at), id)
                .update();
        database.sql("UPDATE counterparty SET hash = NULL WHERE onec_id = ?")
                .param("onec-" + mark)
                .update();
    }

    private void graceIsOver(long id) {
        database.sql("UPDATE customer_conflict SET hold_until = now() - interval '1 second' WHERE id = ?")
                .param(id)
                .update();
        close();
    }

    private void close() {
        assertThat(runs.runHere(RunRequest.of(ConflictClosing.NAME, RunTrigger.MANUAL, Actor.system()), RunWatcher.NONE)
                        .state())
                .isEqualTo(RunState.COMPLETED);
    }

    private ConflictState state(long id) {
        return conflicts.again(id).orElseThrow().row().state();
    }

    private IntakeCounts take(CounterpartyRow... rows) {
        return RunAs.system(() -> {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                IntakeCounts counts = intakes.on(connection, "test:" + mark)
                        .take(List.of(rows), (_, field, _) -> malformed.add(field));
                connection.commit();
                connection.setAutoCommit(true);
                return counts;
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void assertCounts(IntakeCounts counts, int created, int changed, int unchanged) {
        assertThat(List.of(counts.created(), counts.changed(), counts.unchanged()))
                .containsExactly(created, changed, unchanged);
    }

    private Customer customer(CounterpartyRow row) {
        UUID id = database.sql("SELECT id FROM customer WHERE onec_id = ?")
                .param(row.onecId())
                .query(UUID.class)
                .single();
        return RunAs.system(() -> customers.find(id).orElseThrow());
    }

    private int count(CounterpartyRow row) {
        return database.sql("SELECT count(*) FROM customer WHERE onec_id = ?")
                .param(row.onecId())
                .query(Integer.class)
                .single();
    }

    private void change(Customer customer, String email, String newPhone) {
        customers.change(customer.id(), new CustomerFields(null, email, newPhone, null, null, null, null, null));
    }

    private Customer registered(String name, String email) {
        return ((Registration.Done) customers.register(
                        new CustomerFields(CustomerType.COMPANY, email, null, null, null, name, taxId, "770701001")))
                .customer();
    }

    private ConflictDetails conflict(CounterpartyRow row) {
        Long id = database.sql("SELECT max(id) FROM customer_conflict WHERE onec_id = ?")
                .param(row.onecId())
                .query(Long.class)
                .single();
        return conflicts.again(id).orElseThrow();
    }

    private int waiting(CounterpartyRow row) {
        return conflicts.exactCount(new ConflictFilter(
                row.onecId(),
                ConflictFilter.Scope.WAITING,
                null,
                null,
                null,
                null,
                ConflictFilter.Owner.ANYBODY,
                false,
                false,
                false,
                null));
    }
}
