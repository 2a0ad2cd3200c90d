package ru.freesport.console.onec.generator;

import java.io.IOException;
import ru.freesport.console.onec.generator.GeneratedExport.Part;

/** Writes the properties of goods in two segments, each with the brands in it, and those of offers in one. */
final class PropertyFiles {

    /** Properties of goods besides the brand; offers have their own behind these, and share the first ones. */
    static final int OF_GOODS = 54;

    static final int OF_OFFERS = 14;
    static final int VALUES = 40;
    static final int BRANDS = 60;
    private static final String[] NAMES = {"Материал", "Размер", "Цвет", "Возраст", "Уровень", "Назначение"};

    private final Plan plan;
    private long elements;
    private long rows;
    private long bytes;

    PropertyFiles(Plan plan) {
        this.plan = plan;
    }

    /** What the values of a property are: three in five are dictionaries, the others numbers, texts and flags. */
    static Type type(int property) {
        return switch (property % 10) {
            case 0, 1, 2, 4, 6, 8 -> Type.DICTIONARY;
            case 3, 7 -> Type.NUMBER;
            case 5 -> Type.TEXT;
            default -> Type.FLAG;
        };
    }

    enum Type {
        DICTIONARY("Справочник"),
        NUMBER("Число"),
        TEXT("Строка"),
        FLAG("Справочник");

        private final String word;

        Type(String word) {
            this.word = word;
        }
    }

    Part goods() throws IOException {
        segment("propertiesGoods/propertiesGoods_1_1_5d0c7f7e-1f0e-4c57-9d55-8a4b0c6f2b11.xml", 0, OF_GOODS / 2, true);
        segment(
                "propertiesGoods/propertiesGoods_1_2_0b7de0a4-6d5b-4a49-a1c3-4f9c5b1d7e22.xml",
                OF_GOODS / 2,
                OF_GOODS,
                true);
        return counted();
    }

    Part offers() throws IOException {
        segment(
                "propertiesOffers/propertiesOffers_1_1_7a3c1c68-2c55-4f0a-8f39-d2f6b1a0c933.xml",
                OF_GOODS,
                OF_GOODS + OF_OFFERS,
                false);
        return counted();
    }

    private Part counted() {
        Part part = new Part(elements, rows, 0, 0, bytes);
        elements = 0;
        rows = 0;
        bytes = 0;
        return part;
    }

    private void segment(String file, int from, int to, boolean brands) throws IOException {
        try (Utf8File out = new Utf8File(plan.folder().resolve(file))) {
            Frame.openClassifier(out, plan, "Свойства");
            for (int property = from; property < to; property++) {
                property(out, property);
            }
            if (brands) {
                brands(out);
            }
            Frame.closeClassifier(out, "Свойства");
            bytes += out.bytes();
        }
    }

    private void property(Utf8File out, int property) {
        String name = property < OF_GOODS
                ? NAMES[property % NAMES.length] + (property < 12 ? "" : " " + property)
                : Vocabulary.CHARACTERISTICS[property - OF_GOODS];
        open(out.text("\t\t\t<Свойство><Ид>"), property, name);
        Type type = property < OF_GOODS ? type(property) : Type.NUMBER;
        out.text("<ТипЗначений>" + type.word + "</ТипЗначений>");
        if (type == Type.DICTIONARY) {
            out.text("\n\t\t\t\t<ВариантыЗначений>\n");
            for (int value = 0; value < VALUES; value++) {
                out.text("\t\t\t\t\t<Справочник><ИдЗначения>");
                plan.valueId(out, property, value);
                out.text("</ИдЗначения><Значение>" + Vocabulary.of(Vocabulary.LOOKS, plan, 30, value) + " " + value
                        + " </Значение></Справочник>\n");
            }
            out.text("\t\t\t\t</ВариантыЗначений>\n\t\t\t");
            rows += VALUES;
        } else if (type == Type.FLAG) {
            out.text("<ВариантыЗначений><Справочник><ИдЗначения>true</ИдЗначения><Значение>Да</Значение></Справочник>");
            out.text(
                    "<Справочник><ИдЗначения>false</ИдЗначения><Значение>Нет</Значение></Справочник></ВариантыЗначений>");
            rows += 2;
        }
        out.text("</Свойство>\n");
        elements++;
    }

    private void open(Utf8File out, int property, String name) {
        plan.propertyId(out, property);
        out.text("</Ид><Наименование>" + name + "</Наименование><НомерВерсии>AAAAAAAAAAE=</НомерВерсии>");
        out.text(
                "<ПометкаУдаления>false</ПометкаУдаления><Внешний>false</Внешний><Информационное>true</Информационное>");
    }

    /** Its id is a word, and one brand has several ids. */
    private void brands(Utf8File out) {
        out.text(
                "\t\t\t<Свойство><Ид>Бренд</Ид><Наименование>Бренд</Наименование><ПометкаУдаления>false</ПометкаУдаления>");
        out.text("<ТипЗначений>Справочник</ТипЗначений>\n\t\t\t\t<ВариантыЗначений>\n");
        for (int brand = 0; brand < BRANDS; brand++) {
            out.text("\t\t\t\t\t<Справочник><ИдЗначения>");
            plan.brandId(out, brand);
            String name = Vocabulary.BRANDS[brand % Vocabulary.BRANDS.length];
            out.text("</ИдЗначения><Значение>" + (brand % 3 == 2 ? name.toUpperCase(java.util.Locale.ROOT) : name));
            out.text("</Значение></Справочник>\n");
        }
        out.text("\t\t\t\t</ВариантыЗначений>\n\t\t\t</Свойство>\n");
        elements++;
        rows += BRANDS;
    }
}
