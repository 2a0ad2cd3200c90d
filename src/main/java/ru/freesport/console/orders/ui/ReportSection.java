package ru.freesport.console.orders.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.statuses.IdentityDispute;
import ru.freesport.console.orders.statuses.LineDifference;
import ru.freesport.console.orders.statuses.PartReport;
import ru.freesport.console.orders.statuses.Standing;
import ru.freesport.console.shared.ui.FactsTable;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.Tone;

/** What 1C said last of an order part: its word and what came of it, its dates and marks, and rows it will not deliver as ordered. */
final class ReportSection extends Div {

    private static final String STATUSES = "settings/statuses";
    private static final Set<Integer> NUMERIC = Set.of(2, 3, 4, 5);

    private final String currency;

    /** @param report null when 1C never spoke of the part */
    ReportSection(@Nullable PartReport report, List<IdentityDispute> disputes, String currency) {
        this.currency = currency;
        addClassName("order-report");
        disputes.forEach(dispute -> add(line(
                new StatusBadge(Tone.WARN, Texts.t("orders.report.dispute", dispute.number(), dispute.onecKey())),
                new Anchor(STATUSES, Texts.t("orders.report.decide")))));
        if (report != null) {
            add(word(report), source(report));
            facts(report);
            if (!report.differences().isEmpty()) {
                add(line(new StatusBadge(Tone.WARN, Texts.t("orders.report.lines"))), table(report.differences()));
            }
        }
    }

    private static Component word(PartReport report) {
        Div line = line(new Span(Texts.t("orders.report.title")));
        if (report.word() != null) {
            Span word = new Span(report.word());
            word.addClassName("strong");
            line.add(word);
        }
        line.add(StatusBadge.of("orders.report.standing", report.standing(), tone(report.standing())));
        if (report.means() != null && report.standing() != Standing.FOLLOWED) {
            line.add(OrderWords.status(report.means()));
        }
        if (report.standing() == Standing.UNKNOWN_WORD) {
            line.add(new Anchor(STATUSES, Texts.t("orders.report.explain")));
        }
        return line;
    }

    private static Tone tone(Standing standing) {
        return switch (standing) {
            case FOLLOWED -> Tone.GOOD;
            case BEHIND, ENDED, IGNORED_WORD, SILENT -> Tone.QUIET;
            case UNKNOWN_WORD -> Tone.WARN;
        };
    }

    private static Component source(PartReport report) {
        Div line = line(
                new TimeAgo(Texts.t("orders.report.toldAt"), report.toldAt()),
                new Span(Texts.word("orders.way", report.way())));
        if (report.madeAt() != null) {
            line.add(new Span(Texts.t("orders.report.madeAt", Formats.absolute(report.madeAt()))));
        }
        if (report.messageId() != null) {
            line.add(
                    new Anchor("messages/" + report.messageId(), Texts.t("orders.report.message", report.messageId())));
        }
        line.addClassName("quiet");
        return line;
    }

    private void facts(PartReport report) {
        Div line = line();
        date(line, "orders.report.paid", report.paidOn(), Tone.GOOD, VaadinIcon.WALLET);
        date(line, "orders.report.shipped", report.shippedOn(), Tone.INFO, VaadinIcon.TRUCK);
        if (report.isPaymentWithdrawn()) {
            date(line, "orders.report.paymentWithdrawn", report.paidOn(), Tone.WARN, VaadinIcon.WALLET);
        }
        if (report.isShipmentWithdrawn()) {
            date(line, "orders.report.shipmentWithdrawn", report.shippedOn(), Tone.WARN, VaadinIcon.TRUCK);
        }
        mark(line, report.isDeleted(), true, Tone.BAD, "orders.report.deleted");
        mark(line, report.isPosted(), false, Tone.WARN, "orders.report.notPosted");
        mark(line, report.isCancelled(), true, Tone.QUIET, "orders.report.cancelled");
        if (line.getComponentCount() > 0) {
            add(line);
        }
    }

    private static void date(Div line, String key, @Nullable LocalDate date, Tone tone, VaadinIcon icon) {
        if (date != null) {
            line.add(new StatusBadge(tone, icon, Texts.t(key, Formats.date(date))));
        }
    }

    private static void mark(Div line, @Nullable Boolean said, boolean shown, Tone tone, String key) {
        if (said != null && said == shown) {
            line.add(new StatusBadge(tone, Texts.t(key)));
        }
    }

    private FactsTable table(List<LineDifference> differences) {
        FactsTable table = new FactsTable(
                List.of(
                        Texts.t("orders.report.line.name"),
                        Texts.t("orders.report.line.kind"),
                        Texts.t("orders.report.line.ordered"),
                        Texts.t("orders.report.line.willDeliver"),
                        Texts.t("orders.report.line.orderedSum"),
                        Texts.t("orders.report.line.onecSum")),
                NUMERIC);
        for (LineDifference row : differences) {
            table.row(
                    row.name(),
                    Texts.word("orders.report.line", row.kind()),
                    Formats.quantity(row.ordered()),
                    Formats.quantity(row.willDeliver()),
                    money(row.orderedSum()),
                    money(row.onecSum()));
        }
        return table;
    }

    private String money(@Nullable BigDecimal sum) {
        return sum == null ? "" : Formats.money(sum, currency);
    }

    private static Div line(Component... parts) {
        Div line = new Div(parts);
        line.addClassName("order-report-line");
        return line;
    }
}
