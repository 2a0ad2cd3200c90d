package ru.freesport.console.orders.statuses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReportFactsTest {

    @Test
    void whatADocumentLeavesOutStays() {
        ReportFacts full = after(
                ReportFacts.NOTHING,
                SomeReports.of("1")
                        .paid("2026-11-20")
                        .shipped("2026-11-21")
                        .deleted(true)
                        .line("p#1", "1", "10"));
        assertThat(after(full, SomeReports.of("1"))).isEqualTo(full);
        assertThat(full.paidOn()).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void anEmptyDateTakesNothingAwayAndIsNoted() {
        ReportFacts paid = after(ReportFacts.NOTHING, SomeReports.of("1").paid("2026-11-20"));
        ReportFacts withdrawn = after(paid, SomeReports.of("1").paidNever());
        assertThat(withdrawn.paidOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(withdrawn.isPaymentWithdrawn()).isTrue();
        assertThat(after(withdrawn, SomeReports.of("1"))).isEqualTo(withdrawn);
        assertThat(after(withdrawn, SomeReports.of("1").paid("2026-11-22"))).satisfies(again -> {
            assertThat(again.isPaymentWithdrawn()).isFalse();
            assertThat(again.paidOn()).isEqualTo(LocalDate.of(2026, 11, 22));
        });
    }

    @Test
    void anEmptyDateWhereNoneWasKnownIsNoNews() {
        assertThat(after(ReportFacts.NOTHING, SomeReports.of("1").paidNever())).isEqualTo(ReportFacts.NOTHING);
    }

    @Test
    void theSameRowsWrittenOtherwiseAreTheSameFacts() {
        ReportFacts one = after(ReportFacts.NOTHING, SomeReports.of("1").line("p#1", "1", "10"));
        assertThat(after(one, SomeReports.of("1").line("p#1", "1.000", "10.00")))
                .isEqualTo(one);
    }

    private static ReportFacts after(ReportFacts before, SomeReports said) {
        return before.and(said.get(), before.word(), before.standing());
    }
}
