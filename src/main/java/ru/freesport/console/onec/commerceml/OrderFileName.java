package ru.freesport.console.onec.commerceml;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells files about orders by their names: {@code orders.xml}, {@code order.xml}, {@code documents___GUID.xml}. */
public final class OrderFileName {

    /** How names of such files begin. */
    public static final String PREFIX = "orders";

    private static final Pattern NAME = Pattern.compile("(orders?|documents?)([^\\p{L}].*)?\\.xml");

    private OrderFileName() {}

    /** In any case, with any folder before it. */
    public static boolean isOne(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}
