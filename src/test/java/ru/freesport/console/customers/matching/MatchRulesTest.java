package ru.freesport.console.customers.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.MatchKey;
import ru.freesport.console.customers.SomeCustomers;

class MatchRulesTest {

    private static final String INN = "7707083893";
    private static final Sought SOUGHT = new Sought(
            "onec-1",
            "guid-1",
            null,
            INN,
            "770701001",
            "a@mail.ru",
            "+79161234567",
            CustomerField.COMPANY_NAME.normal("Старт"));

    @Test
    void onecsOwnIdSettlesEverything() {
        Customer mine = SomeCustomers.company("Иное", "7830002293", null, "onec-1");
        assertKnown(match(hit(mine, Hit.Key.ONEC_ID), hit(company(), Hit.Key.TAX_ID)), mine, MatchKey.ONEC_ID);
    }

    @Test
    void aGuidTellsWhoCameUnderAnotherId() {
        Customer mine = SomeCustomers.company("Старт", INN, null, "onec-old");
        assertKnown(match(hit(mine, Hit.Key.GUID)), mine, MatchKey.GUID);
    }

    @Test
    void innAndKppTell() {
        Customer mine = company();
        assertKnown(match(hit(mine, Hit.Key.TAX_ID)), mine, MatchKey.TAX_ID_AND_KPP);
    }

    @Test
    void anInnAloneTellsWhenOneSideHasNoKpp() {
        Customer mine = SomeCustomers.company("Старт", INN, null, null);
        assertKnown(match(hit(mine, Hit.Key.TAX_ID)), mine, MatchKey.TAX_ID);
    }

    @Test
    void ofSeveralWithOneInnTheOneWithTheKppIsMeant() {
        Customer mine = company();
        Customer without = SomeCustomers.company("Старт", INN, null, null);
        assertKnown(match(hit(without, Hit.Key.TAX_ID), hit(mine, Hit.Key.TAX_ID)), mine, MatchKey.TAX_ID_AND_KPP);
    }

    @Test
    void ofSeveralWithOneInnTheOneWithTheEmailIsMeant() {
        Customer mine = SomeCustomers.company("Старт", INN, null, null);
        Customer other = SomeCustomers.company("Старт", INN, null, null);
        assertKnown(match(hit(other, Hit.Key.TAX_ID), hit(mine, Hit.Key.TAX_ID, Hit.Key.EMAIL)), mine, MatchKey.TAX_ID);
    }

    @Test
    void severalWithOneInnAndNothingMoreAreAQuestion() {
        assertAmbiguous(
                match(
                        hit(SomeCustomers.company("Старт", INN, null, null), Hit.Key.TAX_ID),
                        hit(SomeCustomers.company("Старт", INN, null, null), Hit.Key.TAX_ID)),
                2);
    }

    @Test
    void anotherKppIsAnotherBranchOrAMistakeAndThereforeAQuestion() {
        assertAmbiguous(match(hit(SomeCustomers.company("Старт", INN, "780101001", null), Hit.Key.TAX_ID)), 1);
    }

    @Test
    void anotherBranchThatHasACounterpartyOfItsOwnIsNoQuestion() {
        assertThat(match(hit(SomeCustomers.company("Старт", INN, "780101001", "onec-2"), Hit.Key.TAX_ID)))
                .isInstanceOf(Match.New.class);
    }

    @Test
    void aCustomerOfAnotherCounterpartyIsNeverTakenAway() {
        assertAmbiguous(match(hit(SomeCustomers.company("Старт", INN, "770701001", "onec-2"), Hit.Key.TAX_ID)), 1);
    }

    @Test
    void anEmailTellsUnlessTheInnsContradict() {
        Customer mine = SomeCustomers.company("Старт", null, null, null);
        assertKnown(match(hit(mine, Hit.Key.EMAIL)), mine, MatchKey.EMAIL);
        assertAmbiguous(match(hit(SomeCustomers.company("Финиш", "7830002293", null, null), Hit.Key.EMAIL)), 1);
    }

    @Test
    void aMalformedInnContradictsNobody() {
        Customer mine = SomeCustomers.company("Старт", "7707083894", null, null);
        assertKnown(match(hit(mine, Hit.Key.EMAIL)), mine, MatchKey.EMAIL);
    }

    @Test
    void aPhoneTellsOnlyTogetherWithTheName() {
        Customer mine = SomeCustomers.company("ООО «Старт»", null, null, null);
        assertKnown(match(hit(mine, Hit.Key.PHONE)), mine, MatchKey.PHONE_AND_NAME);
        assertThat(match(hit(SomeCustomers.company("Финиш", null, null, null), Hit.Key.PHONE)))
                .isInstanceOf(Match.New.class);
    }

    @Test
    void whomNothingPointsToIsNew() {
        assertThat(match()).isInstanceOf(Match.New.class);
    }

    private static Customer company() {
        return SomeCustomers.company("Старт", INN, "770701001", null);
    }

    private static Hit hit(Customer customer, Hit.Key... keys) {
        return new Hit(customer, EnumSet.copyOf(Set.of(keys)));
    }

    private static Match match(Hit... hits) {
        return MatchRules.match(SOUGHT, List.of(hits));
    }

    private static void assertKnown(Match match, Customer expected, MatchKey by) {
        assertThat(match).isInstanceOfSatisfying(Match.Known.class, known -> {
            assertThat(known.customer().id()).isEqualTo(expected.id());
            assertThat(known.keys().getFirst()).isEqualTo(by);
        });
    }

    private static void assertAmbiguous(Match match, int candidates) {
        assertThat(match)
                .isInstanceOfSatisfying(
                        Match.Ambiguous.class,
                        ambiguous -> assertThat(ambiguous.candidates())
                                .hasSize(candidates)
                                .allSatisfy(one -> assertThat(one.keys()).isNotEmpty()));
    }
}
