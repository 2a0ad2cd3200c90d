package ru.freesport.console.orders.statuses;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.freesport.console.orders.OrderLine;
import ru.freesport.console.orders.statuses.LineDifference.Kind;

class LineDifferencesTest {

    private static final List<LineDifferences.Ordered> ORDERED = List.of(
            ordered("P#1", "3.000", "4500.00"),
            ordered("p#2", "1.000", "100.00"),
            ordered(OrderLine.DELIVERY_ID, "1.000", "300.00"));

    @Test
    void rowsThatAgreeDifferInNothing() {
        assertThat(differences(
                        SomeReports.line("p#1", "3", "4500", false),
                        SomeReports.line("p#2", "1", null, false),
                        SomeReports.line(OrderLine.DELIVERY_ID, "1.0", "300.00", true)))
                .isEmpty();
    }

    @Test
    void aDeliveryUnderAServiceOfOneCsOwnIsTheDelivery() {
        assertThat(differences(
                        SomeReports.line("p#1", "3", "4500", false),
                        SomeReports.line("p#2", "1", "100", false),
                        SomeReports.line("c0ffee", "1", "300.00", true)))
                .isEmpty();
    }

    @Test
    void fewerMoreNoneAndOthersAreToldApart() {
        List<LineDifference> found = differences(
                SomeReports.line("p#1", "2", "3000.00", false),
                SomeReports.line("p#3", "1", "50.00", false),
                SomeReports.line(OrderLine.DELIVERY_ID, "2", "600.00", true));
        assertThat(found)
                .extracting(LineDifference::kind, LineDifference::variantOnecId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.REDUCED, "P#1"),
                        org.assertj.core.groups.Tuple.tuple(Kind.REMOVED, "p#2"),
                        org.assertj.core.groups.Tuple.tuple(Kind.INCREASED, OrderLine.DELIVERY_ID),
                        org.assertj.core.groups.Tuple.tuple(Kind.ADDED, "p#3"));
        assertThat(found.getFirst().ordered()).isEqualByComparingTo("3");
        assertThat(found.getFirst().willDeliver()).isEqualByComparingTo("2");
        assertThat(found.getFirst().onecSum()).isEqualByComparingTo("3000");
        assertThat(found.get(1).willDeliver()).isZero();
        assertThat(found.get(3).orderedSum()).isNull();
    }

    @Test
    void aRowOfZeroWillNotBeDelivered() {
        assertThat(differences(
                        SomeReports.line("p#1", "0", "0", false),
                        SomeReports.line("p#2", "1", "100", false),
                        SomeReports.line(OrderLine.DELIVERY_ID, "1", "300", true)))
                .singleElement()
                .satisfies(row -> assertThat(row.kind()).isEqualTo(Kind.REMOVED));
    }

    @Test
    void anotherSumForAsManyIsADifference() {
        assertThat(differences(
                        SomeReports.line("p#1", "3", "4499.99", false),
                        SomeReports.line("p#2", "1", "100", false),
                        SomeReports.line(OrderLine.DELIVERY_ID, "1", "300", true)))
                .singleElement()
                .satisfies(row -> assertThat(row.kind()).isEqualTo(Kind.SUM_DIFFERS));
    }

    @Test
    void rowsOfOneVariantCountTogether() {
        assertThat(differences(
                        SomeReports.line("p#1", "1", "1500", false),
                        SomeReports.line("p#1", "2", "3000", false),
                        SomeReports.line("p#2", "1", "100", false),
                        SomeReports.line(OrderLine.DELIVERY_ID, "1", "300", true)))
                .isEmpty();
    }

    private static List<LineDifference> differences(ReportedOrder.Line... told) {
        return LineDifferences.of(ORDERED, List.of(told));
    }

    private static LineDifferences.Ordered ordered(String id, String quantity, String sum) {
        return new LineDifferences.Ordered(id, "Товар " + id, new BigDecimal(quantity), new BigDecimal(sum));
    }
}
