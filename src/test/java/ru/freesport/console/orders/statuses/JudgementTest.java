package ru.freesport.console.orders.statuses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.shared.Actor;

class JudgementTest {

    private static final StatusMap MAP = new StatusMap(
            1,
            Instant.EPOCH,
            Actor.system(),
            null,
            null,
            null,
            List.of(
                    new StatusMap.Word("Подтвержден", OrderStatus.CONFIRMED),
                    new StatusMap.Word("К выполнению", OrderStatus.PROCESSING),
                    new StatusMap.Word("Отгружен", OrderStatus.SHIPPED),
                    new StatusMap.Word("Возвращен", OrderStatus.REFUNDED),
                    new StatusMap.Word("Новый", null)));

    @Test
    void blanksCaseAndDotsOverLettersMakeNoOtherWord() {
        for (String written : List.of("подтверждён", "ПОДТВЕРЖДЕН", " Подтвержден\u00A0", "Подт вержден")) {
            assertThat(judged(SomeReports.of("1").word(written)).to()).isEqualTo(OrderStatus.CONFIRMED);
        }
        assertThat(judged(SomeReports.of("1").word("КВыполнению")).to()).isEqualTo(OrderStatus.PROCESSING);
    }

    @Test
    void aMoveBackIsHeldAndTheWordKept() {
        Judgement judged = Judgement.of(
                SomeReports.of("1").word("Подтвержден").get(), OrderStatus.SHIPPED, ReportFacts.NOTHING, MAP);
        assertThat(judged).isEqualTo(new Judgement("Подтвержден", Standing.BEHIND, OrderStatus.SHIPPED));
    }

    @Test
    void afterTheEndOnlyTheWordChanges() {
        assertThat(Judgement.of(
                        SomeReports.of("1").word("Отгружен").get(), OrderStatus.CANCELLED, ReportFacts.NOTHING, MAP))
                .isEqualTo(new Judgement("Отгружен", Standing.ENDED, OrderStatus.CANCELLED));
    }

    @Test
    void anUnknownWordAndAnIgnoredOneMoveNothing() {
        assertThat(judged(SomeReports.of("1").word("Резервирование")))
                .isEqualTo(new Judgement("Резервирование", Standing.UNKNOWN_WORD, OrderStatus.PENDING));
        assertThat(judged(SomeReports.of("1").word("Новый")))
                .isEqualTo(new Judgement("Новый", Standing.IGNORED_WORD, OrderStatus.PENDING));
    }

    @Test
    void theMarkOfCancellingOutweighsTheWordButNotARefund() {
        assertThat(judged(SomeReports.of("1").word("Подтвержден").cancelled()).to())
                .isEqualTo(OrderStatus.CANCELLED);
        assertThat(judged(SomeReports.of("1").word("Неведомый").cancelled()).to())
                .isEqualTo(OrderStatus.CANCELLED);
        assertThat(judged(SomeReports.of("1").word("Возвращен").cancelled()).to())
                .isEqualTo(OrderStatus.REFUNDED);
    }

    @Test
    void withoutAWordTheMarksSpeakAndWithoutMarksNothingDoes() {
        assertThat(judged(SomeReports.of("1").cancelled()).to()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(judged(SomeReports.of("1").shippedMark()).to()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(judged(SomeReports.of("1").word("Подтвержден").shippedMark()).to())
                .isEqualTo(OrderStatus.CONFIRMED);
        assertThat(judged(SomeReports.of("1"))).isEqualTo(new Judgement(null, Standing.SILENT, OrderStatus.PENDING));
    }

    @Test
    void aMarkOfDeletionMovesNothingBecauseDoublesAreDeletedToo() {
        assertThat(judged(SomeReports.of("1").deleted(true)).to()).isEqualTo(OrderStatus.PENDING);
    }

    @Test
    void aWordThatWasUnknownIsJudgedAgainByASilentDocument() {
        ReportFacts unknown = ReportFacts.NOTHING.and(SomeReports.of("1").get(), "Отгружен", Standing.UNKNOWN_WORD);
        assertThat(Judgement.of(SomeReports.of("1").paid("2026-11-20").get(), OrderStatus.PENDING, unknown, MAP))
                .isEqualTo(new Judgement("Отгружен", Standing.FOLLOWED, OrderStatus.SHIPPED));
    }

    private static Judgement judged(SomeReports said) {
        return Judgement.of(said.get(), OrderStatus.PENDING, ReportFacts.NOTHING, MAP);
    }
}
