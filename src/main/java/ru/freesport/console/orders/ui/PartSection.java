package ru.freesport.console.orders.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderLine;
import ru.freesport.console.orders.OrderPart;
import ru.freesport.console.orders.statuses.IdentityDispute;
import ru.freesport.console.orders.statuses.PartReport;
import ru.freesport.console.shared.ui.CopyChip;
import ru.freesport.console.shared.ui.FactsTable;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.Tone;

/** One part of an order: where its goods come from, how far it is on its way to 1C, and its rows. */
final class PartSection extends Section {

    private static final Set<Integer> NUMERIC = Set.of(1, 2, 3, 4, 5);

    private final Div head = new Div();

    /**
     * @param report what 1C said of the part; null when nothing
     * @param disputes documents that may be about the part
     */
    PartSection(
            Order order, OrderPart part, @Nullable PartReport report, List<IdentityDispute> disputes, OrderActs acts) {
        addClassName("order-part");
        H2 title = new H2(Texts.t("orders.part.title", part.number()));
        boolean isUnconfirmed = acts.isUnconfirmed(part);
        head.add(
                title,
                OrderWords.export(part.exportState(), part.rejectedAt() != null, isUnconfirmed),
                OrderWords.status(part.status()));
        head.addClassName("order-part-head");
        add(head, about(part));
        if (part.rejectedAt() != null) {
            add(rejected(part, acts));
        } else if (isUnconfirmed) {
            add(unconfirmed(part, acts));
        }
        if (report != null || !disputes.isEmpty()) {
            add(new ReportSection(report, disputes, order.currency()));
        }
        add(lines(order, part));
    }

    /** A way to what somebody else says of the part. */
    void link(String address, String text) {
        head.add(new Anchor(address, text));
    }

    private static Component about(OrderPart part) {
        Div about = new Div();
        about.addClassName("order-part-about");
        about.add(
                new Span(part.warehouseName() == null ? Texts.t("orders.part.noWarehouse") : part.warehouseName()),
                new Span(part.organisation()),
                new Span(OrderWords.vat(part.vat())));
        if (part.onecNumber() != null) {
            about.add(new Span(Texts.t("orders.part.onecNumber")), new CopyChip(part.onecNumber()));
        }
        return about;
    }

    private static Component rejected(OrderPart part, OrderActs acts) {
        Div note = note(Tone.BAD, Texts.t("orders.part.rejected", part.rejectedText()), new TimeAgo(part.rejectedAt()));
        if (acts.mayRelease(part)) {
            Button again = new Button(Texts.t("orders.release.verb"), _ -> acts.release(part));
            again.addThemeVariants(ButtonVariant.LUMO_SMALL);
            note.add(again);
        }
        return note;
    }

    /** Within the window it says how long 1C is waited for, after it that it is late. */
    private static Component unconfirmed(OrderPart part, OrderActs acts) {
        boolean isOverdue = acts.isOverdue(part);
        Div note = note(
                isOverdue ? Tone.BAD : Tone.WARN,
                Texts.plural("orders.part.unconfirmed", part.offers()),
                new TimeAgo(Texts.t("orders.part.offeredFirst"), part.offeredAt()));
        if (part.lastOfferedAt() != null && part.offers() > 1) {
            note.add(new TimeAgo(Texts.t("orders.part.offeredLast"), part.lastOfferedAt()));
        }
        String window = Formats.duration(acts.window());
        note.add(new Span(
                isOverdue
                        ? Texts.t("orders.part.overdue", window)
                        : Texts.t(
                                "orders.part.waiting",
                                window,
                                Formats.clock(part.offeredAt().plus(acts.window())))));
        return note;
    }

    private static Div note(Tone tone, String text, Component more) {
        Div note = new Div(new StatusBadge(tone, text), more);
        note.addClassName("order-part-note");
        return note;
    }

    private static FactsTable lines(Order order, OrderPart part) {
        FactsTable table = new FactsTable(
                List.of(
                        Texts.t("orders.line.name"),
                        Texts.t("orders.line.quantity"),
                        Texts.t("orders.line.price"),
                        Texts.t("orders.line.discount"),
                        Texts.t("orders.line.sum"),
                        Texts.t("orders.line.vat")),
                NUMERIC);
        for (OrderLine line : part.lines()) {
            table.row(
                    name(line),
                    new Span(quantity(line)),
                    price(line, order.currency()),
                    new Span(line.discount().signum() == 0 ? "" : Formats.money(line.discount(), order.currency())),
                    new Span(Formats.money(line.sum(), order.currency())),
                    vat(
                            line.vatAmount(),
                            order.currency(),
                            Texts.t("orders.vatSource." + line.vatSource().name())));
        }
        return table.row(
                new Span(Texts.t("orders.part.total")),
                new Span(),
                new Span(),
                new Span(),
                strong(Formats.money(part.total(), order.currency())),
                new Span(Formats.money(part.vatAmount(), order.currency())));
    }

    private static Component name(OrderLine line) {
        if (line.kind() == OrderLine.Kind.DELIVERY) {
            return new Span(line.name());
        }
        String product = line.variantOnecId().contains("#")
                ? line.variantOnecId().substring(0, line.variantOnecId().indexOf('#'))
                : line.variantOnecId();
        Div cell = new Div(new Anchor("products/" + product, line.name()));
        if (line.article() != null) {
            Span article = new Span(line.article());
            article.addClassName("quiet");
            cell.add(article);
        }
        cell.addClassName("order-line-name");
        return cell;
    }

    private static String quantity(OrderLine line) {
        String unit = line.unit() == null ? null : line.unit().shortName();
        return Formats.quantity(line.quantity()) + (unit == null ? "" : "\u00a0" + unit);
    }

    private static Component price(OrderLine line, String currency) {
        Span price = new Span(Formats.money(line.price(), currency));
        if (line.isPriceListed()) {
            @Nullable String type = line.priceTypeName();
            if (type != null) {
                price.setTitle(type);
            }
            return price;
        }
        StatusBadge flag = new StatusBadge(Tone.WARN, VaadinIcon.TAG, Texts.t("orders.line.unlisted"));
        flag.setTitle(Texts.t("orders.line.unlisted.help"));
        Div both = new Div(flag, price);
        both.addClassName("order-line-price");
        return both;
    }

    private static Component vat(BigDecimal amount, String currency, String source) {
        Span vat = new Span(Formats.money(amount, currency));
        vat.setTitle(source);
        return vat;
    }

    private static Component strong(String text) {
        Span span = new Span(text);
        span.addClassName("strong");
        return span;
    }
}
