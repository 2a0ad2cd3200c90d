package ru.freesport.console.onec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A small export as 1C would write it, one folder; ids carry a mark of their own, since all tests share a database. */
final class SomeExport {

    private final String mark;
    private final boolean onlyChanges;
    private final Map<String, StringBuilder> sections = new LinkedHashMap<>();

    private SomeExport(String mark, boolean onlyChanges) {
        this.mark = mark;
        this.onlyChanges = onlyChanges;
    }

    static String mark() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    static SomeExport ofChanges(String mark) {
        return new SomeExport(mark, true);
    }

    static SomeExport full(String mark) {
        return new SomeExport(mark, false);
    }

    SomeExport good(String id, String name) {
        return good(id, name, "");
    }

    /** @param more elements as they stand in the file */
    SomeExport good(String id, String name, String more) {
        return section("goods", "<Товар><Ид>%s-%s</Ид><Наименование>%s</Наименование>%s</Товар>", mark, id, name, more);
    }

    SomeExport offer(String id, String name) {
        return section(
                "offers", "<Предложение><Ид>%s</Ид><Наименование>%s</Наименование></Предложение>", marked(id), name);
    }

    SomeExport price(String offer, String type, String amount, String currency) {
        return section(
                "prices",
                "<Предложение><Ид>%s</Ид><Цены><Цена><ИдТипаЦены>%s</ИдТипаЦены><ЦенаЗаЕдиницу>%s</ЦенаЗаЕдиницу>"
                        + "<Валюта>%s</Валюта></Цена></Цены></Предложение>",
                marked(offer),
                type,
                amount,
                currency);
    }

    SomeExport rest(String offer, String warehouse, String quantity) {
        return section(
                "rests",
                "<Предложение><Ид>%s</Ид><Остатки><Остаток><Склад><Ид>%s</Ид><Количество>%s</Количество></Склад>"
                        + "</Остаток></Остатки></Предложение>",
                marked(offer),
                warehouse,
                quantity);
    }

    SomeExport priceType(String id, String name, String currency) {
        return section(
                "priceLists",
                "<ТипЦены><Ид>%s</Ид><Наименование>%s</Наименование><Валюта>%s</Валюта></ТипЦены>",
                id,
                name,
                currency);
    }

    SomeExport storage(String id, String name) {
        return section("storages", "<Склад><Ид>%s</Ид><Наименование>%s</Наименование></Склад>", id, name);
    }

    SomeExport group(String id, String name) {
        return section("groups", "<Группа><Ид>%s</Ид><Наименование>%s</Наименование></Группа>", marked(id), name);
    }

    /** @param values pairs of id and text */
    SomeExport property(String id, String name, String... values) {
        StringBuilder variants = new StringBuilder();
        for (int i = 0; i < values.length; i += 2) {
            variants.append("<Справочник><ИдЗначения>%s</ИдЗначения><Значение>%s</Значение></Справочник>"
                    .formatted(values[i], values[i + 1]));
        }
        return section(
                "propertiesGoods",
                "<Свойство><Ид>%s</Ид><Наименование>%s</Наименование><ТипЗначений>Справочник</ТипЗначений>"
                        + "<ВариантыЗначений>%s</ВариантыЗначений></Свойство>",
                marked(id),
                name,
                variants);
    }

    /** Writes one file per kind into a new folder below the given one. */
    Path into(Path parent) throws IOException {
        Path folder = Files.createTempDirectory(parent, "export");
        for (var section : sections.entrySet()) {
            Files.writeString(folder.resolve(section.getKey() + ".xml"), file(section.getKey(), section.getValue()));
        }
        return folder;
    }

    private String marked(String id) {
        return mark + "-" + id.replace("#", "#" + mark + "-");
    }

    private SomeExport section(String kind, String row, Object... values) {
        sections.computeIfAbsent(kind, _ -> new StringBuilder())
                .append(row.formatted(values))
                .append('\n');
        return this;
    }

    private String file(String kind, CharSequence rows) {
        String container = switch (kind) {
            case "goods" -> "Каталог/Товары";
            case "offers", "prices", "rests" -> "ПакетПредложений/Предложения";
            case "priceLists" -> "Классификатор/ТипыЦен";
            case "storages" -> "Классификатор/Склады";
            case "groups" -> "Классификатор/Группы";
            default -> "Классификатор/Свойства";
        };
        String outer = container.substring(0, container.indexOf('/'));
        String inner = container.substring(outer.length() + 1);
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_3" ВерсияСхемы="3.1" ДатаФормирования="2026-11-23T10:00:00">
                <%1$s СодержитТолькоИзменения="%3$s"><Ид>916c4658</Ид><ИдКлассификатора>916c4658</ИдКлассификатора><Наименование>Товары 1С</Наименование>
                <%2$s>
                %4$s</%2$s></%1$s></КоммерческаяИнформация>
                """.formatted(outer, inner, onlyChanges, rows);
    }
}
