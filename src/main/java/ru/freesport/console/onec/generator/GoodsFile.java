package ru.freesport.console.onec.generator;

import java.io.IOException;
import ru.freesport.console.onec.generator.GeneratedExport.Part;

/** Writes the products. */
final class GoodsFile {

    private static final String ZERO = "00000000-0000-0000-0000-000000000000";

    private final Plan plan;
    private final Utf8File out;

    private GoodsFile(Plan plan, Utf8File out) {
        this.plan = plan;
        this.out = out;
    }

    static Part write(Plan plan) throws IOException {
        try (Utf8File out = new Utf8File(plan.folder().resolve("goods/goods.xml"))) {
            Frame.openGoods(out, plan);
            GoodsFile goods = new GoodsFile(plan, out);
            long changed = 0;
            for (int product = 0; product < plan.products(); product++) {
                goods.product(product);
                changed += plan.changed(product) ? 1 : 0;
            }
            Frame.closeGoods(out);
            return new Part(plan.products(), plan.products(), 0, changed, out.bytes());
        }
    }

    private void product(int product) {
        boolean full = plan.shape() == Shape.FULL;
        String inside = full ? "\n\t\t\t\t" : "";
        out.text(full ? "\t\t\t<Товар>" : "<Товар>").text(inside).text("<Ид>");
        plan.productId(out, product);
        out.text("</Ид>").text(inside);
        marks(plan, out, product, inside);
        out.text("<Артикул>FS-").number(product).text("</Артикул>").text(inside);
        out.text("<Наименование>");
        name(plan, out, product);
        out.text(plan.changed(product) ? ", обновлённая модель" : "")
                .text("</Наименование>")
                .text(inside);
        out.text(plan.oneIn(4, 40, product) ? "<БазоваяЕдиница>778 " : "<БазоваяЕдиница>796 ");
        out.text("</БазоваяЕдиница>").text(inside).text("<Группы><Ид>");
        plan.groupId(out, 13 + plan.choose(41, product, Plan.GROUPS - 13));
        out.text("</Ид></Группы>").text(inside);
        if (full) {
            story(product);
        }
        properties(product, full);
        if (full) {
            requisites(product);
        }
        out.text(full ? "\n\t\t\t</Товар>\n" : "</Товар>\n");
    }

    /** Slim products tell their deletion only when there is one. */
    static void marks(Plan plan, Utf8File out, int product, String inside) {
        if (plan.shape() == Shape.FULL) {
            out.text("<НомерВерсии>AAAAAAAAA")
                    .text(plan.changed(product) ? "Bc" : "AA")
                    .text("E=</НомерВерсии>");
            out.text(inside);
        }
        if (plan.shape() == Shape.FULL || plan.deleted(product)) {
            out.text("<ПометкаУдаления>")
                    .text(String.valueOf(plan.deleted(product)))
                    .text("</ПометкаУдаления>");
            out.text(inside);
        }
    }

    static void name(Plan plan, Utf8File out, int product) {
        out.text(Vocabulary.of(Vocabulary.THINGS, plan, 42, product)).text(" «");
        out.text(Vocabulary.of(Vocabulary.BRANDS, plan, 43, product))
                .text("» FS-")
                .number(product)
                .text(", ");
        out.text(Vocabulary.of(Vocabulary.LOOKS, plan, 44, product));
    }

    private void story(int product) {
        out.text("<Штрихкод/>\n\t\t\t\t<Описание>");
        int sentences = 24 + plan.choose(45, product, 14);
        for (int i = 0; i < sentences; i++) {
            out.text(Vocabulary.of(Vocabulary.SENTENCES, plan, 100 + i, product));
        }
        out.text("</Описание>\n");
        for (int picture = 0; picture < 4; picture++) {
            out.text("\t\t\t\t<Картинка>");
            picture(product, picture);
            out.text("</Картинка>\n");
        }
        out.text("\t\t\t\t<Страна>КИТАЙ</Страна>\n\t\t\t\t<Изготовитель>\n\t\t\t\t\t<Ид>");
        int maker = plan.choose(46, product, 200);
        out.guid(plan.chance(47, maker), plan.chance(48, maker)).text("</Ид>\n\t\t\t\t\t<Наименование>Фабрика № ");
        out.number(maker)
                .text("</Наименование>\n\t\t\t\t\t<ОфициальноеНаименование>ООО «Фабрика № ")
                .number(maker);
        out.text("»</ОфициальноеНаименование>\n\t\t\t\t</Изготовитель>\n\t\t\t\t");
    }

    private void picture(int product, int picture) {
        out.text("import_files/").number(product % 90 + 10).ascii('/');
        plan.productId(out, product);
        out.ascii('_')
                .guid(plan.chance(49, product * 8L + picture), plan.chance(50, product))
                .text(".jpg");
    }

    private void properties(int product, boolean full) {
        String line = full ? "\n\t\t\t\t\t" : "";
        String deeper = full ? "\n\t\t\t\t\t\t" : "";
        out.text("<ЗначенияСвойств>");
        for (int property = 0; property < plan.shape().properties - 1; property++) {
            out.text(line).text("<ЗначенияСвойства>").text(deeper).text("<Ид>");
            plan.propertyId(out, property);
            out.text("</Ид>").text(deeper);
            value(product, property);
            out.text(line).text("</ЗначенияСвойства>");
        }
        out.text(line)
                .text("<ЗначенияСвойства>")
                .text(deeper)
                .text("<Ид>Бренд</Ид>")
                .text(deeper)
                .text("<Значение>");
        plan.brandId(out, plan.choose(51, product, PropertyFiles.BRANDS));
        out.text("</Значение>").text(line).text("</ЗначенияСвойства>").text(full ? "\n\t\t\t\t" : "");
        out.text("</ЗначенияСвойств>");
    }

    /** Half of the values are not set, in all the ways 1C has for it. */
    private void value(int product, int property) {
        int fate = plan.choose(200 + property, product, 12);
        PropertyFiles.Type type = PropertyFiles.type(property);
        if (fate < 3) {
            out.text("<Значение/>");
            return;
        }
        out.text("<Значение>");
        if (fate < 6) {
            out.text(
                    switch (type) {
                        case NUMBER -> "-999999999.9";
                        case TEXT -> "0001-01-01T00:00:00";
                        default -> ZERO;
                    });
        } else {
            switch (type) {
                case DICTIONARY ->
                    plan.valueId(out, property, plan.choose(300 + property, product, PropertyFiles.VALUES));
                case NUMBER -> out.number(plan.choose(301, product, 900)).text(".5");
                case TEXT ->
                    out.text(Vocabulary.of(Vocabulary.SENTENCES, plan, 302, product)
                            .strip());
                case FLAG -> out.text(fate % 2 == 0 ? "true" : "false");
            }
        }
        out.text("</Значение>");
    }

    private void requisites(int product) {
        out.text("\n\t\t\t\t<СтавкиНалогов>\n\t\t\t\t\t<СтавкаНалога>\n\t\t\t\t\t\t<Наименование>НДС</Наименование>\n");
        out.text("\t\t\t\t\t\t<Ставка>").text(plan.oneIn(50, 52, product) ? "Без НДС" : "20");
        out.text("</Ставка>\n\t\t\t\t\t</СтавкаНалога>\n\t\t\t\t</СтавкиНалогов>\n\t\t\t\t<ЗначенияРеквизитов>\n");
        requisite("ВидНоменклатуры", "СПОРТ " + Vocabulary.of(Vocabulary.THINGS, plan, 42, product));
        requisite("ТипНоменклатуры", "Товар");
        requisite("Код", "УТ-" + (10_000_000 + product));
        requisite("Планируемая дата поступления", "");
        for (int picture = 0; picture < 4; picture++) {
            out.text("\t\t\t\t\t<ЗначениеРеквизита>\n\t\t\t\t\t\t<Наименование>ОписаниеФайла</Наименование>\n");
            out.text("\t\t\t\t\t\t<Значение>");
            picture(product, picture);
            out.text("#FS-").number(product).text("</Значение>\n\t\t\t\t\t</ЗначениеРеквизита>\n");
        }
        out.text("\t\t\t\t</ЗначенияРеквизитов>\n\t\t\t\t<Ширина>0</Ширина>\n\t\t\t\t<Длина>0</Длина>\n");
        out.text("\t\t\t\t<Высота>0</Высота>");
    }

    private void requisite(String name, String value) {
        out.text("\t\t\t\t\t<ЗначениеРеквизита>\n\t\t\t\t\t\t<Наименование>")
                .text(name)
                .text("</Наименование>\n");
        out.text("\t\t\t\t\t\t<Значение>").text(value).text("</Значение>\n\t\t\t\t\t</ЗначениеРеквизита>\n");
    }
}
