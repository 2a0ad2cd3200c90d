package ru.freesport.console.catalog.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.ProductFilter;
import ru.freesport.console.shared.ui.ViewState;

/** The product list's filter as its address says it. */
final class ProductAddress {

    static final String BRAND = "brand";
    static final String CATEGORY = "category";
    static final String ACTIVE = "active";
    static final String OFF = "off";
    static final String WITHOUT_PRICE = "noprice";
    static final String WITHOUT_STOCK = "nostock";
    static final List<String> QUICK = List.of(ACTIVE, OFF, WITHOUT_PRICE, WITHOUT_STOCK);

    private ProductAddress() {}

    static ProductFilter filter(ViewState state) {
        return new ProductFilter(
                state.search(),
                state.quick(ACTIVE) == state.quick(OFF) ? null : Boolean.valueOf(state.quick(ACTIVE)),
                state.quick(WITHOUT_PRICE),
                state.quick(WITHOUT_STOCK),
                number(state.one(BRAND).orElse("")),
                state.one(CATEGORY).orElse(null));
    }

    private static @Nullable Long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }
}
