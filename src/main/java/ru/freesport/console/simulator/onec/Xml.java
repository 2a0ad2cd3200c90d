package ru.freesport.console.simulator.onec;

/** Writes small pieces of CommerceML. */
final class Xml {

    static final String TAIL = "</КоммерческаяИнформация>\n";

    private Xml() {}

    /** @param version of the schema; 3.x has a namespace, 2.x none */
    static String head(String version, String stamp) {
        String namespace = version.startsWith("3") ? " xmlns=\"urn:1C.ru:commerceml_3\"" : "";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<КоммерческаяИнформация" + namespace + " ВерсияСхемы=\""
                + version + "\" ДатаФормирования=\"" + stamp + "\">\n";
    }

    static String element(int depth, String name, String text) {
        return "\t".repeat(depth) + "<" + name + ">" + escaped(text) + "</" + name + ">\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
