package ru.freesport.console.onec.commerceml;

/** Small documents around the element a test is about. */
final class SomeXml {

    private SomeXml() {}

    static String catalogue(String goods) {
        return root("<Каталог><Ид>c-1</Ид><Товары>" + goods + "</Товары></Каталог>");
    }

    static String offers(String offers) {
        return root("<ПакетПредложений><Ид>c-1#</Ид><Предложения>" + offers + "</Предложения></ПакетПредложений>");
    }

    static String classifier(String lists) {
        return root("<Классификатор><Ид>c-1</Ид>" + lists + "</Классификатор>");
    }

    static String root(String inside) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<КоммерческаяИнформация xmlns=\"urn:1C.ru:commerceml_3\" ВерсияСхемы=\"3.1\">\n"
                + inside
                + "\n</КоммерческаяИнформация>\n";
    }
}
