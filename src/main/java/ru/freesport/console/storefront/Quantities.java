package ru.freesport.console.storefront;

import java.math.BigDecimal;

/** Writes a quantity without needless zeroes and never with an exponent. */
final class Quantities {

    private Quantities() {}

    static BigDecimal plain(BigDecimal quantity) {
        return new BigDecimal(quantity.stripTrailingZeros().toPlainString());
    }
}
