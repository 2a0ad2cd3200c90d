package ru.freesport.console.customers.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.AtOnce;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerFields;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.MatchKey;
import ru.freesport.console.customers.Registration;
import ru.freesport.console.customers.conflicts.SomeConflicts;
import ru.freesport.console.customers.records.Contacts;

@ConsoleTest
@WithMockUser(username = "manager", roles = "MANAGER")
class DuplicatesTest {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Customers customers;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Duplicates duplicates;

    @Test
    void whoSharesAnEmailOrAPhoneAndANameIsOfferedUntilSomebodySaysTheyAreTwo() {
        Customer one = person("one", "+79030000101", "Лебедев" + mark);
        Customer sameMail = person("ONE", null, "Другой" + mark);
        Customer samePhone = person("three", "8 903 000-01-01", "ЛЕБЕДЕВ" + mark);
        Customer sharedPhone = person("four", "8 903 000-01-01", "Совсем" + mark);
        assertThat(alike(one))
                .containsEntry(sameMail.id(), List.of(MatchKey.EMAIL))
                .containsEntry(samePhone.id(), List.of(MatchKey.PHONE_AND_NAME))
                .doesNotContainKey(sharedPhone.id());
        assertThat(duplicates.notSame(samePhone.id(), one.id(), "отец и сын")).isEqualTo(MergeOutcome.DONE);
        assertThat(alike(one)).doesNotContainKey(samePhone.id());
        assertThat(alike(samePhone)).doesNotContainKey(one.id());
    }

    @Test
    void madeOneAndTwoAgainNothingIsLost() {
        Customer kept = person("kept", "+79030000201", "Орлова" + mark);
        Customer merged = person("merged", "+79030000202", "Орлова" + mark);
        RunAs.system(() -> customers.change(
                merged.id(),
                new CustomerFields(
                        null, null, null, null, null, null, null, null, "Павловна", null, "Тверь, ул. Мира, 1")));
        database.sql("UPDATE customer SET onec_id = ? WHERE id = ?")
                .params("onec-" + mark, merged.id())
                .update();
        assertThat(duplicates.merge(kept.id(), merged.id(), "одна и та же")).isEqualTo(MergeOutcome.DONE);
        Customer whole = now(kept);
        assertThat(whole.middleName()).isEqualTo("Павловна");
        assertThat(whole.deliveryAddress()).isEqualTo("Тверь, ул. Мира, 1");
        assertThat(whole.phone()).isEqualTo("+79030000201");
        assertThat(whole.onecId()).isEqualTo("onec-" + mark);
        assertThat(contacts.of(kept.id())).extracting(one -> one.value()).contains("+79030000202");
        assertThat(now(merged).standing().mergedInto()).isEqualTo(kept.id());
        assertThat(now(merged).onecId()).isNull();
        assertThat(RunAs.system(() ->
                        customers.current(List.of(merged.id())).get(merged.id()).id()))
                .as("whose orders are whose")
                .isEqualTo(kept.id());

        RunAs.system(() -> customers.change(
                merged.id(),
                new CustomerFields(null, null, null, null, null, null, null, null, "Петровна", null, null)));
        assertThat(now(kept).middleName())
                .as("the shop still knows them by the old id")
                .isEqualTo("Петровна");

        long merge = duplicates.merges(kept.id()).getFirst().id();
        assertThat(duplicates.unmerge(merge, "ошиблись")).isEqualTo(MergeOutcome.DONE);
        assertThat(duplicates.unmerge(merge, "ошиблись")).as("pressed twice").isEqualTo(MergeOutcome.NOT_NOW);
        Customer alone = now(kept);
        assertThat(alone.middleName()).as("changed since").isEqualTo("Петровна");
        assertThat(alone.deliveryAddress()).isNull();
        assertThat(alone.onecId()).isNull();
        assertThat(contacts.of(kept.id())).extracting(one -> one.value()).doesNotContain("+79030000202");
        Customer other = now(merged);
        assertThat(other.standing().mergedInto()).isNull();
        assertThat(other.onecId()).isEqualTo("onec-" + mark);
        assertThat(other.phone()).isEqualTo("+79030000202");
        assertThat(other.deliveryAddress()).isEqualTo("Тверь, ул. Мира, 1");
    }

    @Test
    void ofTwentyWhoMergeTheSamePairOneDoes() {
        Customer one = person("a", null, "Волков" + mark);
        Customer other = person("b", null, "Волков" + mark);
        Callable<MergeOutcome> there = () -> duplicates.merge(one.id(), other.id(), "тот же");
        Callable<MergeOutcome> back = () -> duplicates.merge(other.id(), one.id(), "тот же");
        List<MergeOutcome> outcomes = AtOnce.run(
                20, number -> DelegatingSecurityContextCallable.create(number % 2 == 0 ? there : back, null));
        assertThat(outcomes).containsOnlyOnce(MergeOutcome.DONE);
        assertThat(database.sql("SELECT count(*) FROM customer_merge WHERE kept_id IN (:one, :other)")
                        .param("one", one.id())
                        .param("other", other.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void whatWouldLoseSomethingIsRefused() {
        Customer one = person("x", null, "Зимин" + mark);
        Customer other = person("y", null, "Зимин" + mark);
        assertThat(duplicates.merge(one.id(), other.id(), " ")).isEqualTo(MergeOutcome.REASON_MISSING);
        assertThat(duplicates.merge(one.id(), one.id(), "сам")).isEqualTo(MergeOutcome.NOT_NOW);
        Customer third = person("z", null, "Зимин" + mark);
        assertThat(duplicates.merge(one.id(), other.id(), "тот же")).isEqualTo(MergeOutcome.DONE);
        assertThat(duplicates.merge(third.id(), one.id(), "тот же")).isEqualTo(MergeOutcome.HAS_MERGED);
        assertThat(duplicates.merge(third.id(), other.id(), "тот же")).isEqualTo(MergeOutcome.NOT_NOW);

        SomeConflicts some = SomeConflicts.of(beans);
        Customer disputed = some.company();
        Customer known = some.company();
        assertThat(duplicates.merge(disputed.id(), known.id(), "тот же")).isEqualTo(MergeOutcome.BOTH_IN_ONEC);
        some.of(disputed, Map.of(CustomerField.PHONE, "+7 495 123-45-04"));
        assertThat(duplicates.merge(disputed.id(), third.id(), "тот же")).isEqualTo(MergeOutcome.IN_CONFLICT);
    }

    @Test
    @WithMockUser(username = "support", roles = "SUPPORT")
    void whoMayNotDecideMayOnlyLook() {
        Customer one = RunAs.system(() -> person("s1", null, "Тихов" + mark));
        Customer other = RunAs.system(() -> person("S1", null, "Тихов" + mark));
        assertThat(alike(one)).containsKey(other.id());
        assertThatThrownBy(() -> duplicates.merge(one.id(), other.id(), "тот же"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> duplicates.notSame(one.id(), other.id(), null))
                .isInstanceOf(AccessDeniedException.class);
    }

    private Map<UUID, List<MatchKey>> alike(Customer customer) {
        return duplicates.of(customer.id()).stream()
                .collect(Collectors.toMap(one -> one.customer().id(), Duplicate::keys));
    }

    private Customer now(Customer customer) {
        return RunAs.system(() -> customers.find(customer.id()).orElseThrow());
    }

    private Customer person(String name, String phone, String lastName) {
        return RunAs.system(() -> ((Registration.Done) customers.register(new CustomerFields(
                        CustomerType.PERSON,
                        name + "-" + mark + "@example.org",
                        phone,
                        "Анна",
                        lastName,
                        null,
                        null,
                        null)))
                .customer());
    }
}
