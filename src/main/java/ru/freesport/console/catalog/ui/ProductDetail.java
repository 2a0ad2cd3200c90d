package ru.freesport.console.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.Product;
import ru.freesport.console.shared.ui.CopyChip;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.KeyValueList;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;

/** One product with all that is known of it, and of each value where it came from and when. */
final class ProductDetail extends Div {

    private static final String BETWEEN = " › ";

    ProductDetail(Product product, Component close) {
        addClassNames("page", "product-detail");
        Div top = new Div(header(product), close);
        top.addClassName("product-top");
        add(top, pictures(product));
        product.variants()
                .forEach(variant ->
                        add(new VariantFacts(variant, product.variants().size())));
        if (product.variants().isEmpty()) {
            add(Facts.block(Texts.t("catalog.product.prices"), Facts.quiet(Texts.t("catalog.product.noVariants"))));
        }
        add(facts(product));
        if (!product.properties().isEmpty()) {
            add(Facts.block(
                    Texts.t("catalog.product.properties"),
                    properties(product.properties()),
                    Facts.origin(product.origin())));
        }
        if (product.description() != null) {
            Paragraph text = new Paragraph(ProductWords.withoutMarkup(product.description()));
            text.addClassName("description");
            add(Facts.block(Texts.t("catalog.product.description"), text));
        }
        if (!product.requisites().isEmpty()) {
            KeyValueList list = new KeyValueList();
            product.requisites().forEach(list::fact);
            add(Facts.block(Texts.t("catalog.product.requisites"), list));
        }
    }

    private static PageHeader header(Product product) {
        String path = product.categories().stream()
                .map(names -> String.join(BETWEEN, names))
                .collect(Collectors.joining("; "));
        return new PageHeader(product.name())
                .subtitle(path)
                .status(ProductWords.state(product.active(), product.deleted()));
    }

    private static Component pictures(Product product) {
        Div row = new Div();
        row.addClassName("pictures");
        product.pictures().forEach(picture -> row.add(picture(product, picture)));
        row.setVisible(!product.pictures().isEmpty());
        return row;
    }

    private static Component picture(Product product, Product.Picture picture) {
        String alt = Texts.t("catalog.product.pictureOf", product.name(), picture.position() + 1);
        Thumbnail thumbnail = new Thumbnail(picture.sha256(), alt);
        if (picture.sha256() == null) {
            thumbnail.setTitle(Texts.t("catalog.product.pictureMissing", picture.path()));
            return thumbnail;
        }
        Anchor link = new Anchor(PictureDelivery.address(picture.sha256()), thumbnail);
        link.setTarget(AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        return link;
    }

    private static Component facts(Product product) {
        KeyValueList list = new KeyValueList()
                .fact(Texts.t("catalog.product.article"), product.article())
                .fact(Texts.t("catalog.product.barcode"), product.barcode())
                .fact(Texts.t("catalog.product.brand"), product.brand())
                .fact(Texts.t("catalog.product.manufacturer"), product.manufacturer())
                .fact(Texts.t("catalog.product.country"), product.country())
                .fact(Texts.t("catalog.product.unit"), product.unit())
                .fact(Texts.t("catalog.product.vat"), vat(product.vatRate()))
                .fact(Texts.t("catalog.product.size"), size(product))
                .fact(Texts.t("catalog.product.onecId"), new CopyChip(product.onecId()))
                .fact(Texts.t("catalog.product.created"), Formats.absolute(product.createdAt()));
        return Facts.block(Texts.t("catalog.product.facts"), list, Facts.origin(product.origin()));
    }

    static KeyValueList properties(List<Product.Property> properties) {
        KeyValueList list = new KeyValueList();
        for (Product.Property property : properties) {
            Span value = new Span(value(property));
            if (!property.isResolved()) {
                value.addClassName("quiet");
                value.setTitle(Texts.t("catalog.product.unresolved"));
            }
            String name = property.name() == null ? property.onecId() : property.name();
            list.fact(name, value);
        }
        return list;
    }

    private static String value(Product.Property property) {
        return switch (property.value()) {
            case "true" -> Texts.t("catalog.yes");
            case "false" -> Texts.t("catalog.no");
            default -> property.value();
        };
    }

    private static @Nullable String vat(@Nullable String rate) {
        if (rate == null) {
            return null;
        }
        return rate.matches("[0-9.]+") ? Texts.t("catalog.product.vatRate", rate) : Texts.t("catalog.product.noVat");
    }

    private static @Nullable String size(Product product) {
        List<String> parts = new ArrayList<>();
        List<BigDecimal> sides = Stream.of(product.length(), product.width(), product.height())
                .filter(Objects::nonNull)
                .filter(side -> side.signum() > 0)
                .toList();
        if (!sides.isEmpty()) {
            parts.add(Texts.t(
                    "catalog.product.sides",
                    sides.stream().map(Formats::quantity).collect(Collectors.joining(" × "))));
        }
        if (product.weight() != null && product.weight().signum() > 0) {
            parts.add(Texts.t("catalog.product.weight", Formats.quantity(product.weight())));
        }
        return parts.isEmpty() ? null : String.join(", ", parts);
    }
}
