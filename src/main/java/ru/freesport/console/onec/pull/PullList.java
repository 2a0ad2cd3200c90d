package ru.freesport.console.onec.pull;

import java.io.InputStream;
import java.util.Locale;
import java.util.function.Predicate;
import ru.freesport.console.onec.commerceml.CommerceMlKind;
import ru.freesport.console.onec.commerceml.OrderFileName;
import ru.freesport.console.onec.http.OnecCircuits;

/** A list that 1C hands out page by page. */
enum PullList {
    PRODUCTS("/products", OnecCircuits.PRODUCTS, CommerceMlKind.GOODS),
    OFFERS("/offers", OnecCircuits.OFFERS, CommerceMlKind.OFFERS),
    PRICES("/prices", OnecCircuits.PRICES, CommerceMlKind.PRICES),
    STOCK("/stock", OnecCircuits.STOCK, CommerceMlKind.RESTS),
    ORDER_STATUSES(
            "/order-statuses",
            OnecCircuits.ORDER_STATUSES,
            OrderFileName.PREFIX,
            OrderFileName::isOne,
            PageCounting::orders);

    /** How many records a page holds, read as the import will read it. */
    @FunctionalInterface
    interface Counting {
        int of(InputStream page) throws Exception;
    }

    private final String path;
    private final String circuit;
    private final String prefix;
    private final Predicate<String> named;
    private final Counting counting;

    PullList(String path, String circuit, CommerceMlKind kind) {
        this(
                path,
                circuit,
                kind.prefix(),
                name -> CommerceMlKind.ofFileName(name).filter(kind::equals).isPresent(),
                page -> PageCounting.rows(page, kind));
    }

    PullList(String path, String circuit, String prefix, Predicate<String> named, Counting counting) {
        this.path = path;
        this.circuit = circuit;
        this.prefix = prefix;
        this.named = named;
        this.counting = counting;
    }

    String path() {
        return path;
    }

    String circuit() {
        return circuit;
    }

    String prefix() {
        return prefix;
    }

    /** Whether a file that 1C leaves somewhere else holds the same by its name. */
    boolean isIn(String fileName) {
        return named.test(fileName);
    }

    int records(InputStream page) throws Exception {
        return counting.of(page);
    }

    /** A name by which the import knows what the page holds. */
    String fileName(int page) {
        return String.format(Locale.ROOT, "%s_%05d.xml", prefix, page);
    }
}
