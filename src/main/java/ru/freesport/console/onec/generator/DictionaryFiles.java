package ru.freesport.console.onec.generator;

import java.io.IOException;
import ru.freesport.console.onec.generator.GeneratedExport.Part;

/** Writes groups, units, price types and warehouses. */
final class DictionaryFiles {

    private static final String MARKS =
            "<НомерВерсии>AAAAAAAAAAE=</НомерВерсии><ПометкаУдаления>false</ПометкаУдаления>";

    /** Ids of the real shop, so that its mapping of price types to levels applies. */
    static final String[][] PRICE_TYPES = {
        {"90d2c899-b3f2-11ea-81c3-00155d3cae02", "Опт 1 (300-600 тыс.руб в квартал)"},
        {"3d1482c4-bd77-11e4-afc8-20cf3073dde3", "РРЦ"},
        {"a91bdb02-b3f2-11ea-81c3-00155d3cae02", "Опт 2 (150-300 тыс.руб в квартал)"},
        {"c05f0e2b-b3f2-11ea-81c3-00155d3cae02", "Опт 3 (50-150 тыс.руб в квартал)"},
        {"b86fb8c5-ea2d-11eb-81f3-00155d3cae02", "Тренерская"},
        {"37c47a93-e1b8-11ec-a301-04421a23d8e8", "МРЦ"}
    };

    static final String[][] WAREHOUSES = {
        {"8f06f4f1-b3f0-11ea-81c3-00155d3cae02", "1 СДВ склад"},
        {"b41f7acc-58e5-11f0-90b3-fa163ea88911", "2 ТЛВ склад"}
    };

    private static final String[][] UNITS = {
        {"796 ", "шт", "Штука" + " ".repeat(95), "PCE"},
        {"778 ", "упак", "Упаковка" + " ".repeat(92), ""},
        {"715 ", "пар", "Пара", ""},
        {"    ", "ед", "", ""},
        {"166 ", "кг", "Килограмм" + " ".repeat(91), "KGM"},
        {"839 ", "компл", "", "SET"}
    };

    private final Plan plan;

    DictionaryFiles(Plan plan) {
        this.plan = plan;
    }

    /** One root, twelve public groups, the others below those. */
    Part groups() throws IOException {
        try (Utf8File out = new Utf8File(plan.folder().resolve("groups/groups.xml"))) {
            Frame.openClassifier(out, plan, "Группы");
            group(out, 0, "СПОРТ");
            out.text("<Группы>\n");
            for (int top = 1; top <= 12; top++) {
                group(out, top, "Раздел " + top);
                out.text("<Группы>\n");
                for (int leaf = 12 + top; leaf < Plan.GROUPS; leaf += 12) {
                    group(out, leaf, Vocabulary.of(Vocabulary.THINGS, plan, 20, leaf) + " " + leaf);
                    out.text("</Группа>\n");
                }
                out.text("</Группы></Группа>\n");
            }
            out.text("</Группы></Группа>\n");
            Frame.closeClassifier(out, "Группы");
            return new Part(Plan.GROUPS, Plan.GROUPS, 0, 0, out.bytes());
        }
    }

    private void group(Utf8File out, int group, String name) {
        out.text("<Группа><Ид>");
        plan.groupId(out, group);
        out.text("</Ид>" + MARKS + "<Наименование>" + name + "</Наименование>");
    }

    Part units() throws IOException {
        try (Utf8File out = new Utf8File(plan.folder().resolve("units/units.xml"))) {
            Frame.openClassifier(out, plan, "ЕдиницыИзмерения");
            for (String[] unit : UNITS) {
                out.text("\t\t\t<ЕдиницаИзмерения><Ид>" + unit[0] + "</Ид>" + MARKS);
                out.text("<НаименованиеКраткое>" + unit[1] + "</НаименованиеКраткое><Код>" + unit[0] + "</Код>");
                out.text("<НаименованиеПолное>" + unit[2] + "</НаименованиеПолное>");
                out.text("<МеждународноеСокращение>" + unit[3] + "</МеждународноеСокращение></ЕдиницаИзмерения>\n");
            }
            Frame.closeClassifier(out, "ЕдиницыИзмерения");
            return new Part(UNITS.length, UNITS.length - 1, 1, 0, out.bytes());
        }
    }

    Part priceLists() throws IOException {
        try (Utf8File out = new Utf8File(plan.folder().resolve("priceLists/priceLists.xml"))) {
            Frame.openClassifier(out, plan, "ТипыЦен");
            for (String[] type : PRICE_TYPES) {
                out.text("\t\t\t<ТипЦены><Ид>" + type[0] + "</Ид>" + MARKS + "<Наименование>" + type[1]);
                out.text("</Наименование><Валюта>RUB</Валюта><Налог><Наименование>НДС</Наименование>");
                out.text("<УчтеноВСумме>true</УчтеноВСумме><Акциз>false</Акциз></Налог></ТипЦены>\n");
            }
            Frame.closeClassifier(out, "ТипыЦен");
            return new Part(PRICE_TYPES.length, PRICE_TYPES.length, 0, 0, out.bytes());
        }
    }

    Part storages() throws IOException {
        try (Utf8File out = new Utf8File(plan.folder().resolve("storages/storages.xml"))) {
            Frame.openClassifier(out, plan, "Склады");
            for (String[] warehouse : WAREHOUSES) {
                out.text("\t\t\t<Склад><Ид>" + warehouse[0] + "</Ид>" + MARKS + "<Наименование>" + warehouse[1]);
                out.text("</Наименование></Склад>\n");
            }
            Frame.closeClassifier(out, "Склады");
            return new Part(WAREHOUSES.length, WAREHOUSES.length, 0, 0, out.bytes());
        }
    }
}
