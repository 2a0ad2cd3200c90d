package ru.freesport.console.onec.generator;

import java.io.IOException;
import ru.freesport.console.onec.generator.GeneratedExport.Part;

/** Writes the prices of each offer, with the oddities of people who type them. */
final class PricesFile {

    private static final int[] PERCENT = {54, 100, 56, 57, 70, 78};
    private static final int TRAINER = 4;

    private PricesFile() {}

    static Part write(Plan plan) throws IOException {
        try (Utf8File out = new Utf8File(plan.folder().resolve("prices/prices.xml"))) {
            Frame.openOffers(out, plan);
            long rows = 0;
            long changed = 0;
            for (int product = 0; product < plan.products(); product++) {
                rows += offer(plan, out, product);
                changed += plan.changed(product) ? 1 : 0;
            }
            Frame.closeOffers(out);
            return new Part(plan.products(), rows, 0, changed, out.bytes());
        }
    }

    private static int offer(Plan plan, Utf8File out, int product) {
        boolean full = plan.shape() == Shape.FULL;
        out.text(full ? "\t\t\t<Предложение>\n\t\t\t\t<Ид>" : "<Предложение><Ид>");
        plan.offerId(out, product);
        out.text(full ? "</Ид>\n\t\t\t\t<Цены>\n" : "</Ид><Цены>");
        int types = plan.shape().prices;
        int first = full ? plan.choose(60, product, types) : 0;
        int written = 0;
        for (int i = 0; i < types; i++) {
            int type = (first + i) % types;
            if (type == TRAINER && plan.oneIn(30, 61, product)) {
                continue;
            }
            price(plan, out, product, type, full);
            written++;
        }
        out.text(full ? "\t\t\t\t</Цены>\n\t\t\t</Предложение>\n" : "</Цены></Предложение>\n");
        return written;
    }

    private static void price(Plan plan, Utf8File out, int product, int type, boolean full) {
        long retail = 300 + plan.choose(62, product, 60_000);
        long roubles = retail * PERCENT[type] / 100 + (plan.changed(product) ? 1 : 0);
        int style = plan.choose(63, product * 8L + type, 100);
        if (full) {
            out.text("\t\t\t\t\t<Цена>\n\t\t\t\t\t\t<Представление>");
            grouped(out, roubles, '\u00A0').text(" руб</Представление>\n\t\t\t\t\t\t<ИдТипаЦены>");
        } else {
            out.text("<Цена><ИдТипаЦены>");
        }
        out.text(DictionaryFiles.PRICE_TYPES[type][0]);
        out.text(full ? "</ИдТипаЦены>\n\t\t\t\t\t\t<ЦенаЗаЕдиницу>" : "</ИдТипаЦены><ЦенаЗаЕдиницу>");
        switch (style) {
            case 0, 1 -> out.number(roubles).text(",50");
            case 2, 3 -> grouped(out, roubles, ' ');
            case 4 -> grouped(out, roubles, '\u00A0').text(",00");
            case 5 -> out.number(roubles).text(".25");
            default -> out.number(roubles);
        }
        out.text(full ? "</ЦенаЗаЕдиницу>\n\t\t\t\t\t\t<Валюта>" : "</ЦенаЗаЕдиницу><Валюта>");
        out.text(style == 9 ? "RUB" : style == 8 ? "руб." : "руб");
        if (full) {
            out.text("</Валюта>\n\t\t\t\t\t\t<Налог>\n\t\t\t\t\t\t\t<Наименование>НДС</Наименование>\n");
            out.text("\t\t\t\t\t\t\t<УчтеноВСумме>true</УчтеноВСумме>\n\t\t\t\t\t\t</Налог>\n\t\t\t\t\t</Цена>\n");
        } else {
            out.text("</Валюта></Цена>");
        }
    }

    private static Utf8File grouped(Utf8File out, long roubles, char separator) {
        if (roubles < 1000) {
            return out.number(roubles);
        }
        out.number(roubles / 1000).text(String.valueOf(separator));
        long rest = roubles % 1000;
        return out.text(rest < 10 ? "00" : rest < 100 ? "0" : "").number(rest);
    }
}
