package ru.freesport.console.onec.pull;

import java.util.Locale;
import ru.freesport.console.onec.commerceml.CommerceMlKind;
import ru.freesport.console.onec.http.OnecCircuits;

/** A list that 1C hands out page by page. */
enum PullList {
    PRODUCTS("/products", OnecCircuits.PRODUCTS, CommerceMlKind.GOODS),
    OFFERS("/offers", OnecCircuits.OFFERS, CommerceMlKind.OFFERS),
    PRICES("/prices", OnecCircuits.PRICES, CommerceMlKind.PRICES),
    STOCK("/stock", OnecCircuits.STOCK, CommerceMlKind.RESTS);

    private final String path;
    private final String circuit;
    private final CommerceMlKind kind;

    PullList(String path, String circuit, CommerceMlKind kind) {
        this.path = path;
        this.circuit = circuit;
        this.kind = kind;
    }

    String path() {
        return path;
    }

    String circuit() {
        return circuit;
    }

    CommerceMlKind kind() {
        return kind;
    }

    /** A name by which the import knows what the page holds. */
    String fileName(int page) {
        return String.format(Locale.ROOT, "%s_%05d.xml", kind.prefix(), page);
    }
}
