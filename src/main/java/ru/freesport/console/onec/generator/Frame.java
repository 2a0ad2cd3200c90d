package ru.freesport.console.onec.generator;

/** The outer elements of each file, as a real 3.1 export writes them. */
final class Frame {

    private static final String CATALOGUE = "916c4658-6e57-4468-91e7-60d53e352890";
    private static final String MARK = "\uFEFF";

    private Frame() {}

    /** A dictionary: the catalogue is only named, the classifier holds the rows. */
    static void openClassifier(Utf8File out, Plan plan, String list) {
        root(out.text(MARK));
        open(out, plan, "Каталог");
        out.text("\t\t<Ид>" + CATALOGUE + "</Ид>\n\t\t<ИдКлассификатора>" + CATALOGUE + "</ИдКлассификатора>\n");
        out.text("\t\t<Наименование>Товары 1С</Наименование>\n\t\t<Описание>Товары 1С</Описание>\n\t</Каталог>\n");
        open(out, plan, "Классификатор");
        out.text("\t\t<Ид>" + CATALOGUE + "</Ид>\n\t\t<Наименование>Товары 1С</Наименование>\n\t\t<" + list + ">\n");
    }

    static void closeClassifier(Utf8File out, String list) {
        out.text("\t\t</" + list + ">\n\t</Классификатор>\n</КоммерческаяИнформация>\n");
    }

    /** Goods are the one file without a byte order mark. */
    static void openGoods(Utf8File out, Plan plan) {
        root(out);
        open(out, plan, "Каталог");
        out.text("\t\t<Ид>" + CATALOGUE + "</Ид>\n\t\t<ИдКлассификатора>" + CATALOGUE + "</ИдКлассификатора>\n");
        out.text("\t\t<Наименование>Товары 1С</Наименование>\n\t\t<Товары>\n");
    }

    static void closeGoods(Utf8File out) {
        out.text("\t\t</Товары>\n\t\t<Описание>Товары 1С</Описание>\n\t</Каталог>\n</КоммерческаяИнформация>\n");
    }

    static void openOffers(Utf8File out, Plan plan) {
        root(out.text(MARK));
        open(out, plan, "ПакетПредложений");
        out.text("\t\t<Ид>#" + CATALOGUE + "</Ид>\n\t\t<Наименование>Пакет предложений (Товары 1С)</Наименование>\n");
        out.text("\t\t<ИдКаталога>" + CATALOGUE + "</ИдКаталога>\n\t\t<ИдКлассификатора>" + CATALOGUE);
        out.text("</ИдКлассификатора>\n\t\t<Предложения>\n");
    }

    static void closeOffers(Utf8File out) {
        out.text("\t\t</Предложения>\n\t</ПакетПредложений>\n</КоммерческаяИнформация>\n");
    }

    private static void open(Utf8File out, Plan plan, String section) {
        out.text("\t<" + section + " СодержитТолькоИзменения=\"" + !plan.full() + "\">\n");
    }

    private static void root(Utf8File out) {
        out.text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .text("<КоммерческаяИнформация xmlns=\"urn:1C.ru:commerceml_3\" ")
                .text("xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" ")
                .text("xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" ")
                .text("ВерсияСхемы=\"3.1\" ДатаФормирования=\"2026-03-01T09:15:00\" Ид=\"Обмен с сайтом\">\n");
    }
}
