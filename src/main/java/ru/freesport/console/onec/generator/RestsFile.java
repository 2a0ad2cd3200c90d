package ru.freesport.console.onec.generator;

import java.io.IOException;
import ru.freesport.console.onec.generator.GeneratedExport.Part;

/** Writes the stock of each offer in both warehouses: mostly none, some in fractions. */
final class RestsFile {

    private RestsFile() {}

    static Part write(Plan plan) throws IOException {
        try (Utf8File out = new Utf8File(plan.folder().resolve("rests/rests.xml"))) {
            Frame.openOffers(out, plan);
            long changed = 0;
            for (int product = 0; product < plan.products(); product++) {
                offer(plan, out, product);
                changed += plan.changed(product) ? 1 : 0;
            }
            Frame.closeOffers(out);
            long rows = (long) plan.products() * DictionaryFiles.WAREHOUSES.length;
            return new Part(plan.products(), rows, 0, changed, out.bytes());
        }
    }

    private static void offer(Plan plan, Utf8File out, int product) {
        boolean full = plan.shape() == Shape.FULL;
        out.text(full ? "\t\t\t<Предложение>\n\t\t\t\t<Ид>" : "<Предложение><Ид>");
        plan.offerId(out, product);
        out.text(full ? "</Ид>\n\t\t\t\t<Остатки>\n" : "</Ид><Остатки>");
        for (int warehouse = 0; warehouse < DictionaryFiles.WAREHOUSES.length; warehouse++) {
            out.text(full ? "\t\t\t\t\t<Остаток>\n\t\t\t\t\t\t<Склад>\n\t\t\t\t\t\t\t<Ид>" : "<Остаток><Склад><Ид>");
            out.text(DictionaryFiles.WAREHOUSES[warehouse][0]);
            out.text(full ? "</Ид>\n\t\t\t\t\t\t\t<Количество>" : "</Ид><Количество>");
            quantity(plan, out, product, warehouse);
            out.text(
                    full
                            ? "</Количество>\n\t\t\t\t\t\t</Склад>\n\t\t\t\t\t</Остаток>\n"
                            : "</Количество></Склад></Остаток>");
        }
        out.text(full ? "\t\t\t\t</Остатки>\n\t\t\t</Предложение>\n" : "</Остатки></Предложение>\n");
    }

    private static void quantity(Plan plan, Utf8File out, int product, int warehouse) {
        int extra = plan.changed(product) ? 1 : 0;
        int fate = plan.choose(70 + warehouse, product, 100);
        if (fate < 60) {
            out.number(extra);
        } else {
            out.number(1 + plan.choose(72 + warehouse, product, 300) + extra);
            if (fate > 97) {
                out.text(fate == 98 ? ".5" : ",25");
            }
        }
    }
}
