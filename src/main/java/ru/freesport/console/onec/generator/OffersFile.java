package ru.freesport.console.onec.generator;

import java.io.IOException;
import ru.freesport.console.onec.generator.GeneratedExport.Part;

/** Writes one offer per product, with the same features twice: for people and for machines. */
final class OffersFile {

    private final Plan plan;
    private final Utf8File out;

    private OffersFile(Plan plan, Utf8File out) {
        this.plan = plan;
        this.out = out;
    }

    static Part write(Plan plan) throws IOException {
        try (Utf8File out = new Utf8File(plan.folder().resolve("offers/offers.xml"))) {
            Frame.openOffers(out, plan);
            OffersFile offers = new OffersFile(plan, out);
            long changed = 0;
            for (int product = 0; product < plan.products(); product++) {
                offers.offer(product);
                changed += plan.changed(product) ? 1 : 0;
            }
            Frame.closeOffers(out);
            return new Part(plan.products(), plan.products(), 0, changed, out.bytes());
        }
    }

    private void offer(int product) {
        boolean full = plan.shape() == Shape.FULL;
        String inside = full ? "\n\t\t\t\t" : "";
        out.text(full ? "\t\t\t<Предложение>" : "<Предложение>").text(inside).text("<Ид>");
        plan.offerId(out, product);
        out.text("</Ид>").text(inside);
        GoodsFile.marks(plan, out, product, inside);
        out.text("<Наименование>");
        GoodsFile.name(plan, out, product);
        out.text(plan.changed(product) ? " (нов.)" : "").text("</Наименование>");
        if (full) {
            out.text("\n");
            shown(product);
            machine(product);
            out.text("\t\t\t\t<КодГруппыТоваров>").number(5000 + product % 200);
            out.text("</КодГруппыТоваров>\n\t\t\t\t<Ширина>0</Ширина>\n\t\t\t\t<Длина>0</Длина>\n");
            out.text("\t\t\t\t<Высота>0</Высота>\n");
        }
        out.text(full ? "\t\t\t</Предложение>\n" : "</Предложение>\n");
    }

    private void shown(int product) {
        out.text("\t\t\t\t<ХарактеристикиТовара>\n");
        for (int i = 0; i < PropertyFiles.OF_OFFERS; i++) {
            out.text("\t\t\t\t\t<ХарактеристикаТовара>\n\t\t\t\t\t\t<Наименование>");
            out.text(Vocabulary.CHARACTERISTICS[i]).text("</Наименование>\n\t\t\t\t\t\t<Значение>");
            value(product, i, "-999\u00A0999\u00A0999,9", ',');
            out.text("</Значение>\n\t\t\t\t\t</ХарактеристикаТовара>\n");
        }
        out.text("\t\t\t\t</ХарактеристикиТовара>\n");
    }

    private void machine(int product) {
        out.text("\t\t\t\t<ЗначенияСвойств>\n");
        for (int i = 0; i < PropertyFiles.OF_OFFERS; i++) {
            out.text("\t\t\t\t\t<ЗначенияСвойства>\n\t\t\t\t\t\t<Ид>");
            plan.propertyId(out, PropertyFiles.OF_GOODS + i);
            out.text("</Ид>\n\t\t\t\t\t\t<Значение>");
            value(product, i, "-999999999.9", '.');
            out.text("</Значение>\n\t\t\t\t\t</ЗначенияСвойства>\n");
        }
        out.text("\t\t\t\t</ЗначенияСвойств>\n");
    }

    private void value(int product, int feature, String unset, char point) {
        int fate = plan.choose(400 + feature, product, 10);
        if (fate < 3) {
            return;
        }
        if (fate < 5) {
            out.text(unset);
            return;
        }
        out.number(plan.choose(450 + feature, product, 300));
        if (fate > 7) {
            out.ascii(point).number(1 + fate);
        }
    }
}
