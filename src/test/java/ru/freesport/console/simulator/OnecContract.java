package ru.freesport.console.simulator;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The description of 1C's HTTP service, {@code src/docs/onec-http-api.yaml}, with what {@code 1c-exchange.ru.md} says of its XML. */
public final class OnecContract extends Contract {

    private static final String ROOT = "КоммерческаяИнформация";
    private static final int PAGE = 100;

    /** Records of an XML body: where they are, what each one must hold, how many there may be. */
    private record Records(String container, String element, List<String> needed, int most) {}

    private static final Map<String, Records> ANSWERS = Map.of(
            "GET /products", new Records("Каталог/Товары", "Товар", List.of("Ид", "Наименование"), PAGE),
            "GET /offers",
                    new Records("ПакетПредложений/Предложения", "Предложение", List.of("Ид", "Наименование"), PAGE),
            "GET /prices",
                    new Records(
                            "ПакетПредложений/Предложения",
                            "Предложение",
                            List.of("Ид", "Цены/Цена/ИдТипаЦены", "Цены/Цена/ЦенаЗаЕдиницу", "Цены/Цена/Валюта"),
                            PAGE),
            "GET /stock",
                    new Records(
                            "ПакетПредложений/Предложения",
                            "Предложение",
                            List.of("Ид", "Остатки/Остаток/Склад/Ид", "Остатки/Остаток/Склад/Количество"),
                            200),
            "GET /order-statuses", new Records("Контейнер", "Документ", List.of("Номер", "ЗначенияРеквизитов"), PAGE));

    private static final Map<String, Records> REQUESTS = Map.of(
            "POST /orders",
                    new Records(
                            "Контейнер",
                            "Документ",
                            List.of(
                                    "Ид",
                                    "Номер",
                                    "Сумма",
                                    "Налоги/Налог/УчтеноВСумме",
                                    "Товары/Товар/Сумма",
                                    "ЗначенияРеквизитов"),
                            25),
            "POST /customers/sync", new Records("Контрагенты", "Контрагент", List.of("Ид"), 50));

    public OnecContract() {
        super("onec-http-api.yaml", exchange -> exchange.system().equals("onec"));
    }

    @Override
    List<String> beyond(LabExchange exchange) {
        List<String> found = new ArrayList<>();
        Records sent = REQUESTS.get(exchange.operation());
        if (sent != null) {
            check(exchange.body(), sent, sent.most(), true, "request: ", found);
        }
        Records answered = ANSWERS.get(exchange.operation());
        if (answered != null) {
            exchange.answer().filter(answer -> answer.status() == 200).ifPresent(answer -> {
                int most = Integer.parseInt(exchange.query().getOrDefault("limit", "" + answered.most()));
                check(answer.content(), answered, most, false, "answer 200: ", found);
            });
        }
        return found;
    }

    private static void check(
            byte[] body, Records records, int most, boolean mustBeSome, String where, List<String> found) {
        Element root;
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(body))
                    .getDocumentElement();
        } catch (Exception broken) {
            found.add(where + "no XML, " + broken.getMessage());
            return;
        }
        if (!ROOT.equals(root.getLocalName())) {
            found.add(where + "the root is " + root.getLocalName());
        }
        List<Element> all = at(List.of(root), records.container() + "/" + records.element());
        if (all.size() > most || mustBeSome && all.isEmpty()) {
            found.add(where + all.size() + " of " + records.element() + " where at most " + most + " are allowed");
        }
        for (Element record : all) {
            records.needed().stream()
                    .filter(path -> at(List.of(record), path).isEmpty())
                    .forEach(path -> found.add(where + records.element() + " without " + path));
        }
    }

    private static List<Element> at(List<Element> from, String path) {
        List<Element> now = from;
        for (String name : path.split("/")) {
            List<Element> next = new ArrayList<>();
            for (Element parent : now) {
                for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
                    if (child instanceof Element element && name.equals(element.getLocalName())) {
                        next.add(element);
                    }
                }
            }
            now = next;
        }
        return now;
    }
}
