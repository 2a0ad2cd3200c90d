package ru.freesport.console.onec.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import ru.freesport.console.onec.commerceml.CommerceMlKind;
import ru.freesport.console.onec.generator.GeneratedExport.Part;

/** Writes a CommerceML 3.1 export in the folders of a real one. The same arguments always give the same bytes. */
public final class ExportGenerator {

    private ExportGenerator() {}

    /** A packet of changes only, as 1C usually sends. */
    public static GeneratedExport generate(Path folder, int products, long seed, Shape shape) throws IOException {
        return generate(folder, products, seed, shape, 0, false);
    }

    /** The same export with a share of its goods, offers, prices and rests changed, evenly spread. */
    public static GeneratedExport generate(Path folder, int products, long seed, Shape shape, double changedShare)
            throws IOException {
        return generate(folder, products, seed, shape, changedShare, false);
    }

    /** @param full the packet says it holds all there is, so what is absent from it is gone */
    public static GeneratedExport generate(
            Path folder, int products, long seed, Shape shape, double changedShare, boolean full) throws IOException {
        if (products < 0 || changedShare < 0 || changedShare > 1) {
            throw new IllegalArgumentException("products " + products + ", changed share " + changedShare);
        }
        Plan plan = new Plan(folder, products, seed, shape, changedShare, full);
        Map<CommerceMlKind, Part> parts = new EnumMap<>(CommerceMlKind.class);
        DictionaryFiles dictionaries = new DictionaryFiles(plan);
        parts.put(CommerceMlKind.GROUPS, dictionaries.groups());
        parts.put(CommerceMlKind.UNITS, dictionaries.units());
        parts.put(CommerceMlKind.PRICE_LISTS, dictionaries.priceLists());
        parts.put(CommerceMlKind.STORAGES, dictionaries.storages());
        PropertyFiles properties = new PropertyFiles(plan);
        parts.put(CommerceMlKind.PROPERTIES_GOODS, properties.goods());
        parts.put(CommerceMlKind.PROPERTIES_OFFERS, properties.offers());
        parts.put(CommerceMlKind.GOODS, GoodsFile.write(plan));
        parts.put(CommerceMlKind.OFFERS, OffersFile.write(plan));
        parts.put(CommerceMlKind.PRICES, PricesFile.write(plan));
        parts.put(CommerceMlKind.RESTS, RestsFile.write(plan));
        return new GeneratedExport(folder, products, parts);
    }
}
