package ru.freesport.console.catalog.ui;

import ru.freesport.console.catalog.ListedProduct;
import ru.freesport.console.catalog.ProductFilter;
import ru.freesport.console.catalog.Products;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.TableExport;
import ru.freesport.console.shared.ui.Texts;

/** The whole product list of a filter as a file. */
final class ProductExport {

    private ProductExport() {}

    static TableExport<ListedProduct> of(Products products, ProductFilter filter) {
        return new TableExport<ListedProduct>("products", row -> products.export(filter, row))
                .column(Texts.t("catalog.product.article"), ListedProduct::article)
                .column(Texts.t("catalog.product.name"), ListedProduct::name)
                .column(Texts.t("catalog.product.brand"), ListedProduct::brand)
                .column(Texts.t("catalog.product.onecId"), ListedProduct::onecId)
                .column(Texts.t("catalog.product.state"), stateWord())
                .column(Texts.t("catalog.product.variants"), ListedProduct::variants)
                .column(Texts.t("catalog.product.retailFrom"), ListedProduct::retailFrom)
                .column(Texts.t("catalog.product.retailTo"), ListedProduct::retailTo)
                .column(Texts.t("catalog.product.currency"), ListedProduct::currency)
                .column(Texts.t("catalog.product.stock"), ListedProduct::stock)
                .column(Texts.t("catalog.product.changed"), row -> Formats.absolute(row.changedAt()))
                .column(Texts.t("catalog.product.run"), ListedProduct::runId);
    }

    /** The words are chosen now: the rows are written where no screen says the language. */
    private static java.util.function.Function<ListedProduct, Object> stateWord() {
        String active = Texts.t("catalog.state.active");
        String off = Texts.t("catalog.state.off");
        String deleted = Texts.t("catalog.state.deleted");
        return row -> {
            if (row.active()) {
                return active;
            }
            return row.deleted() ? deleted : off;
        };
    }
}
