package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.preview.NameSpelling;
import ru.freesport.console.onec.preview.OrderPreview;
import ru.freesport.console.onec.preview.PreviewDocument;
import ru.freesport.console.onec.preview.VatCheck;
import ru.freesport.console.orders.Order;
import ru.freesport.console.shared.ui.CopyChip;
import ru.freesport.console.shared.ui.FactsTable;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/** What 1C will see of one part: its sums and VAT reckoned anew, its names looked at, the document itself on asking. */
final class PreviewSection extends Section {

    private static final Set<Integer> NUMERIC = Set.of(1, 2, 3);

    private final Div document = new Div();

    /** @param reveal shows the document, which is written down; null for people who may not see it */
    PreviewSection(Order order, OrderPreview preview, @Nullable Supplier<Optional<PreviewDocument>> reveal) {
        addClassName("order-part");
        Div head = new Div(
                new H2(Texts.t("onec.preview.part", preview.number())),
                preview.isFine()
                        ? new StatusBadge(Tone.GOOD, Texts.t("onec.preview.fine"))
                        : new StatusBadge(Tone.WARN, Texts.t("onec.preview.look")));
        head.addClassName("order-part-head");
        add(head, checks(order, preview), vat(order, preview));
        if (reveal != null) {
            Button show = new Button(Texts.t("onec.preview.show"), VaadinIcon.EYE.create());
            show.addThemeVariants(ButtonVariant.LUMO_SMALL);
            show.setTooltipText(Texts.t("onec.preview.show.help"));
            show.addClickListener(_ -> {
                show.setVisible(false);
                reveal.get()
                        .ifPresentOrElse(
                                found -> show(preview, found),
                                () -> document.add(new StatusBadge(Tone.BAD, Texts.t("onec.preview.gone"))));
            });
            document.add(show);
        }
        document.addClassName("raw-element");
        add(document);
    }

    private static Component checks(Order order, OrderPreview preview) {
        UnorderedList checks = new UnorderedList();
        checks.addClassName("preview-checks");
        checks.add(check(
                preview.total().compareTo(preview.rowsTotal()) == 0,
                Texts.t(
                        preview.total().compareTo(preview.rowsTotal()) == 0
                                ? "onec.preview.adds"
                                : "onec.preview.addsNot",
                        Formats.money(preview.total(), order.currency()),
                        Formats.money(preview.rowsTotal(), order.currency()))));
        preview.wrongRows().forEach(row -> checks.add(check(false, Texts.t("onec.preview.row", row))));
        checks.add(check(
                Boolean.TRUE.equals(preview.vatIncluded()),
                Texts.t(
                        preview.vatIncluded() == null
                                ? "onec.preview.vatUnsaid"
                                : preview.vatIncluded() ? "onec.preview.vatIncluded" : "onec.preview.vatOnTop")));
        checks.add(check(
                preview.reckonedVat().compareTo(preview.headVat()) == 0,
                Texts.t(
                        "onec.preview.headVat",
                        Formats.money(preview.headVat(), order.currency()),
                        Formats.money(preview.reckonedVat(), order.currency()))));
        checks.add(spelling("onec.preview.organisation", preview.organisation()));
        if (preview.warehouse() != null) {
            checks.add(spelling("onec.preview.warehouse", preview.warehouse()));
        } else {
            checks.add(check(false, Texts.t("onec.preview.noWarehouse")));
        }
        return checks;
    }

    private static ListItem spelling(String what, NameSpelling name) {
        String words = Texts.t(what, name.name()) + " "
                + Texts.t("onec.preview.spelling." + name.verdict().name(), name.other());
        return check(name.isFine(), words);
    }

    private static ListItem check(boolean isFine, String text) {
        Tone tone = isFine ? Tone.GOOD : Tone.WARN;
        StatusBadge badge = new StatusBadge(tone, Texts.t(isFine ? "onec.preview.ok" : "onec.preview.attention"));
        ListItem item = new ListItem(badge, new Span(text));
        item.addClassName("preview-check");
        return item;
    }

    private static Component vat(Order order, OrderPreview preview) {
        FactsTable table = new FactsTable(
                List.of(
                        Texts.t("onec.preview.rate"),
                        Texts.t("onec.preview.sum"),
                        Texts.t("onec.preview.reckoned"),
                        Texts.t("onec.preview.written")),
                NUMERIC);
        for (VatCheck rate : preview.vat()) {
            Span written = new Span(Formats.money(rate.written(), order.currency()));
            Component last = rate.isFine()
                    ? written
                    : new Div(new StatusBadge(Tone.WARN, Texts.t("onec.preview.attention")), written);
            table.row(
                    new Span(Character.isDigit((rate.rate() + " ").charAt(0)) ? rate.rate() + "\u00a0%" : rate.rate()),
                    new Span(Formats.money(rate.sum(), order.currency())),
                    new Span(Formats.money(rate.reckoned(), order.currency())),
                    last);
        }
        return table;
    }

    private void show(OrderPreview preview, PreviewDocument found) {
        String name = "order_" + preview.number() + ".xml";
        Anchor download = new Anchor(
                DownloadHandler.fromInputStream(_ -> new DownloadResponse(
                        new ByteArrayInputStream(found.bytes()),
                        name,
                        "application/xml; charset=" + found.charset().name(),
                        found.bytes().length)),
                Texts.t("onec.preview.download"));
        Div acts = new Div(
                new CopyChip(Texts.t("onec.preview.copy"), found.text()),
                download,
                new Span(Texts.t(
                        "onec.preview.bytes",
                        Formats.bytes(found.bytes().length),
                        found.charset().name())));
        acts.addClassName("order-part-head");
        Pre text = new Pre(found.text());
        text.getElement().setAttribute("tabindex", "0");
        document.add(acts, text);
    }
}
