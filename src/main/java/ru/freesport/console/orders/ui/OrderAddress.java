package ru.freesport.console.orders.ui;

import java.util.Arrays;
import java.util.Optional;
import ru.freesport.console.orders.ExportState;
import ru.freesport.console.orders.OrderFilter;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.shared.ui.ViewState;

/** The order list's filter as its address says it. */
final class OrderAddress {

    static final String STATUS = "status";
    static final String EXPORT = "export";
    static final String TROUBLE = "trouble";
    static final String UNCONFIRMED = "unconfirmed";
    static final String ASKED = "asked";

    private OrderAddress() {}

    static OrderFilter filter(ViewState state) {
        return new OrderFilter(
                state.search(),
                constant(OrderStatus.values(), state.one(STATUS)),
                constant(ExportState.values(), state.one(EXPORT)),
                state.quick(TROUBLE),
                state.quick(UNCONFIRMED),
                state.quick(ASKED));
    }

    /** Numbers may stand in an address; names, phones and e-mails may not. */
    static boolean isPersonal(String text) {
        return !text.matches("[0-9A-Za-z-]*") || text.matches("[789]\\d{9,10}");
    }

    private static <E extends Enum<E>> @org.jspecify.annotations.Nullable E constant(
            E[] values, Optional<String> name) {
        return name.flatMap(text -> Arrays.stream(values)
                        .filter(value -> value.name().equals(text))
                        .findFirst())
                .orElse(null);
    }
}
