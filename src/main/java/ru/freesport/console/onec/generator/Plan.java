package ru.freesport.console.onec.generator;

import java.nio.file.Path;

/**
 * Decides everything about every product from the seed and its number alone, so that each file can be written without
 * remembering the others and any two runs agree.
 */
record Plan(Path folder, int products, long seed, Shape shape, double changedShare, boolean full) {

    static final int GROUPS = 120;

    /** A number that looks like chance; {@code what} keeps the decisions about one product apart. */
    long chance(long what, long product) {
        long mixed = seed * 0x9E3779B97F4A7C15L + what * 0xD1B54A32D192ED03L + product * 0x8CB92BA72F3D8DD7L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    int choose(long what, long product, int among) {
        return (int) Long.remainderUnsigned(chance(what, product), among);
    }

    boolean oneIn(int many, long what, long product) {
        return choose(what, product, many) == 0;
    }

    /** Evenly spread, and as many as the share says. */
    boolean changed(int product) {
        return Math.floor((product + 1) * changedShare) > Math.floor(product * changedShare);
    }

    boolean deleted(int product) {
        return oneIn(250, 1, product);
    }

    /** The parent of its offer is in no file. */
    boolean orphan(int product) {
        return product % 1000 == 700;
    }

    /** One in ten has no variants, so its offer has the product's own id. */
    boolean plain(int product) {
        return product % 10 == 3;
    }

    void productId(Utf8File out, int product) {
        out.guid(chance(2, product), chance(3, product));
    }

    void offerId(Utf8File out, int product) {
        if (orphan(product)) {
            out.guid(chance(4, product), chance(5, product));
        } else {
            productId(out, product);
        }
        if (!plain(product)) {
            out.ascii('#').guid(chance(6, product), chance(7, product));
        }
    }

    void groupId(Utf8File out, int group) {
        out.guid(chance(8, group), chance(9, group));
    }

    void propertyId(Utf8File out, int property) {
        out.guid(chance(10, property), chance(11, property));
    }

    void valueId(Utf8File out, int property, int value) {
        out.guid(chance(12, property * 1000L + value), chance(13, property * 1000L + value));
    }

    void brandId(Utf8File out, int brand) {
        out.guid(chance(14, brand), chance(15, brand));
    }
}
