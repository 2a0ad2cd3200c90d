package ru.freesport.console.payments;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** What is checked before money goes back; most of it before a sum is typed. */
public enum RefundRule {
    PAYMENT_NOT_SUCCEEDED(true, about -> about.payment().state() != PaymentState.SUCCEEDED),
    NOTHING_LEFT(true, about -> !about.payment().refundable().isPositive()),
    /** An earlier refund's answer was lost: whether it went is being looked up, and nobody may ask meanwhile. */
    ANSWER_UNKNOWN(true, about -> about.others().stream().anyMatch(one -> one.state() == RefundState.UNKNOWN)),
    ANOTHER_UNDER_WAY(false, about -> about.others().stream().anyMatch(one -> one.state() != RefundState.UNKNOWN)),
    AMOUNT_NOT_POSITIVE(true, about -> about.amount() != null && !about.amount().isPositive()),
    OVER_CEILING(
            true,
            about -> about.amount() != null
                    && about.amount().isMoreThan(about.payment().refundable())),
    METHOD_GIVES_ALL_OR_NOTHING(true, about -> about.isPart() && about.givesAllOrNothing()),
    /** The provider takes no refund of an older payment. */
    OLDER_THAN_THREE_YEARS(true, about -> about.isPaidBefore(ago(about.now(), Period.ofYears(3)))),
    SBERPAY_OLDER_THAN_A_YEAR(
            true, about -> about.isBy("sberbank") && about.isPaidBefore(ago(about.now(), Period.ofYears(1)))),
    /** The card's bank may refuse it. */
    CARD_OLDER_THAN_15_MONTHS(
            false, about -> about.isBy("bank_card") && about.isPaidBefore(ago(about.now(), Period.ofMonths(15)))),
    LINE_TAKEN(true, RefundCase::isLineTaken),
    RECEIPT_DIFFERS_FROM_AMOUNT(
            true,
            about -> about.amount() != null
                    && about.receipt() != null
                    && !about.receipt().equals(about.amount())),
    NOTE_MISSING(
            true,
            about -> about.wish() != null
                    && about.wish().reason() == RefundReason.OTHER
                    && (about.wish().note() == null || about.wish().note().isBlank())),
    /** The button said another sum. */
    SUM_CHANGED(
            true,
            about -> about.wish() != null
                    && about.wish().seen() != null
                    && !about.wish().seen().equals(about.amount()));

    private final boolean blocks;
    private final Predicate<RefundCase> isBroken;

    RefundRule(boolean blocks, Predicate<RefundCase> isBroken) {
        this.blocks = blocks;
        this.isBroken = isBroken;
    }

    /** False: people are warned, and may go on. */
    public boolean blocks() {
        return blocks;
    }

    boolean isBroken(RefundCase about) {
        return isBroken.test(about);
    }

    static List<RefundRule> broken(RefundCase about) {
        return Arrays.stream(values()).filter(rule -> rule.isBroken(about)).toList();
    }

    private static Instant ago(Instant now, Period period) {
        return now.atZone(ZoneOffset.UTC).minus(period).toInstant();
    }
}
