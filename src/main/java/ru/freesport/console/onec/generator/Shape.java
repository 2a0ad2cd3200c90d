package ru.freesport.console.onec.generator;

/** How much an export says about each product. */
public enum Shape {
    /** As a real shop does: about 28 kB, 55 property values in goods, 14 in offers, six prices, two warehouses. */
    FULL(55, 6),
    /** Only what is needed to exist: about 2 kB, its brand, two prices, two warehouses. */
    SLIM(1, 2);

    final int properties;
    final int prices;

    Shape(int properties, int prices) {
        this.properties = properties;
        this.prices = prices;
    }
}
