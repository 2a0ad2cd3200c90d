package ru.freesport.console.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import ru.freesport.console.catalog.PriceLevel;
import ru.freesport.console.catalog.Product;
import ru.freesport.console.shared.ui.CopyChip;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.Texts;

/** What a variant costs at every level and how much of it lies where. With many variants they are opened one by one. */
final class VariantFacts extends Div {

    private static final int OPEN_AT_ONCE = 3;
    private static final Set<Integer> MONEY = Set.of(1);

    private final Product.Variant variant;

    VariantFacts(Product.Variant variant, int of) {
        this.variant = variant;
        addClassName("variant");
        if (of == 1 && variant.standsForProduct()) {
            add(Facts.block(Texts.t("catalog.product.prices"), prices()));
            add(Facts.block(Texts.t("catalog.product.stock"), stock()));
            return;
        }
        Details details = new Details(summary());
        details.addClassName("variant-details");
        if (of <= OPEN_AT_ONCE) {
            details.setOpened(true);
            details.add(content());
        } else {
            details.addOpenedChangeListener(change -> {
                if (change.isOpened() && details.getContent().findAny().isEmpty()) {
                    details.add(content());
                }
            });
        }
        add(details);
    }

    private Component summary() {
        Span name = new Span(variant.name());
        name.addClassName("variant-name");
        Div summary = new Div(name);
        summary.addClassName("variant-summary");
        if (!variant.active()) {
            summary.add(ProductWords.state(false, variant.deleted()));
        }
        BigDecimal total = variant.stock().stream()
                .filter(Product.Stock::counts)
                .map(Product.Stock::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        summary.add(Facts.quiet(retail() + " · " + Texts.t("catalog.variant.stock", Formats.quantity(total))));
        return summary;
    }

    private Component content() {
        Div content = new Div(
                new H3(Texts.t("catalog.product.prices")), prices(), new H3(Texts.t("catalog.product.stock")), stock());
        if (!variant.properties().isEmpty()) {
            content.add(new H3(Texts.t("catalog.product.properties")), ProductDetail.properties(variant.properties()));
        }
        Div ids = new Div(new CopyChip(variant.onecId()), Facts.origin(variant.origin()));
        ids.addClassName("variant-ids");
        content.add(ids);
        content.addClassName("variant-content");
        return content;
    }

    private String retail() {
        return variant.prices().stream()
                .filter(price -> price.level() == PriceLevel.RETAIL && price.amount() != null)
                .findFirst()
                .map(price -> Formats.money(price.amount(), price.currency()))
                .orElse(Texts.t("catalog.variant.noPrice"));
    }

    private Component prices() {
        NativeTable table = Facts.table(
                List.of(
                        Texts.t("catalog.price.level"),
                        Texts.t("catalog.price.amount"),
                        Texts.t("catalog.price.type"),
                        Texts.t("catalog.origin")),
                MONEY);
        for (Product.LevelPrice price : variant.prices()) {
            Facts.row(
                    table,
                    MONEY,
                    new Span(Texts.word("catalog.level", price.level())),
                    amount(price),
                    source(price),
                    Facts.origin(price.origin()));
        }
        for (Product.OtherPrice price : variant.otherPrices()) {
            Facts.row(
                    table,
                    MONEY,
                    Facts.quiet(Texts.t(price.ignored() ? "catalog.price.ignored" : "catalog.price.noLevel")),
                    new Span(Formats.money(price.amount(), price.currency())),
                    type(price.priceType()),
                    Facts.origin(price.origin()));
        }
        return Facts.scrolling(table);
    }

    private static Component amount(Product.LevelPrice price) {
        return price.amount() == null || price.currency() == null
                ? Facts.quiet(ProductWords.NOTHING)
                : new Span(Formats.money(price.amount(), price.currency()));
    }

    private static Component source(Product.LevelPrice price) {
        if (price.from() != price.level()) {
            return Facts.quiet(Texts.t("catalog.price.fallback", Texts.word("catalog.level", price.from())));
        }
        return price.priceType() == null ? Facts.quiet(Texts.t("catalog.price.noSource")) : type(price.priceType());
    }

    private static Span type(String name) {
        Span type = new Span(name);
        type.addClassName("price-type");
        type.setTitle(name);
        return type;
    }

    private Component stock() {
        if (variant.stock().isEmpty()) {
            return Facts.quiet(Texts.t("catalog.product.noStock"));
        }
        NativeTable table = Facts.table(
                List.of(
                        Texts.t("catalog.stock.warehouse"),
                        Texts.t("catalog.stock.quantity"),
                        Texts.t("catalog.origin")),
                MONEY);
        for (Product.Stock stock : variant.stock()) {
            Span warehouse =
                    new Span(stock.counts() ? stock.warehouse() : Texts.t("catalog.stock.off", stock.warehouse()));
            Span quantity = new Span(Formats.quantity(stock.quantity()));
            warehouse.setClassName("quiet", !stock.counts());
            quantity.setClassName("quiet", !stock.counts());
            Facts.row(table, MONEY, warehouse, quantity, Facts.origin(stock.origin()));
        }
        return Facts.scrolling(table);
    }
}
