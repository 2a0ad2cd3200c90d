package ru.freesport.console.onec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.catalog.SomeLimits;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.RunWatcher;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.shared.Actor;

/** Small exports with rows that cannot be taken, really imported. */
@Component
public class SomeImports {

    @Autowired
    private LocalFiles files;

    @Autowired
    private PacketImport imports;

    @Autowired
    private Runs runs;

    @Autowired
    private JdbcClient database;

    /** One group without a name, rejected, beside a good one. */
    public RunView nameless(String id) throws Exception {
        return groups(
                "<Группа><Ид>" + id + "</Ид><ПометкаУдаления>false</ПометкаУдаления></Группа>\n" + named("good-" + id));
    }

    public static String named(String id) {
        return "<Группа><Ид>" + id + "</Ид><Наименование>Лыжи</Наименование></Группа>";
    }

    public RunView groups(String rows) throws Exception {
        return run("groups.xml", inClassifier(rows), false);
    }

    public RunView dryGroups(String rows) throws Exception {
        return run("groups.xml", inClassifier(rows), true);
    }

    private static String inClassifier(String rows) {
        return "<Классификатор><Ид>c-1</Ид><Группы>\n" + rows + "\n</Группы></Классификатор>";
    }

    public RunView prices(String offers) throws Exception {
        return run(
                "prices.xml",
                "<ПакетПредложений СодержитТолькоИзменения=\"true\"><Ид>c-1#</Ид><Предложения>\n" + offers
                        + "\n</Предложения></ПакетПредложений>",
                false);
    }

    /** @param rows elements Контрагент */
    public RunView counterparties(String rows) throws Exception {
        return run("contragents.xml", "<Контрагенты>\n" + rows + "\n</Контрагенты>", false);
    }

    public RunView dryCounterparties(String rows) throws Exception {
        return run("contragents.xml", "<Контрагенты>\n" + rows + "\n</Контрагенты>", true);
    }

    private static final String RECOMMENDED = "3d1482c4-bd77-11e4-afc8-20cf3073dde3";

    /** A product whose price rose from 1000 to 1500 in a packet that the guard held; its limits are gone again. */
    public RunView held(String id) throws Exception {
        run(
                "goods.xml",
                "<Каталог СодержитТолькоИзменения=\"true\"><Ид>c-1</Ид><Товары><Товар><Ид>" + id
                        + "</Ид><Наименование>Мяч " + id + "</Наименование></Товар></Товары></Каталог>",
                false);
        prices(priced(id, "1000"));
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
        try {
            return prices(priced(id, "1500"));
        } finally {
            SomeLimits.set(database, SomeLimits.NONE);
        }
    }

    public static String priced(String id, String amount) {
        return "<Предложение><Ид>" + id + "</Ид><Цены><Цена><ИдТипаЦены>" + RECOMMENDED
                + "</ИдТипаЦены><ЦенаЗаЕдиницу>" + amount
                + "</ЦенаЗаЕдиницу><Валюта>руб</Валюта></Цена></Цены></Предложение>";
    }

    private RunView run(String file, String inside, boolean dryRun) throws Exception {
        Path folder = Files.createTempDirectory("some-export");
        Files.writeString(folder.resolve(file), xml(inside));
        try {
            long packet = files.store(folder, Door.COMMAND_LINE, Actor.commandLine(), (_, _) -> {});
            return runs.runHere(
                    imports.wholePacket(
                            packet,
                            EnumSet.allOf(ImportKind.class),
                            RunTrigger.COMMAND_LINE,
                            Actor.commandLine(),
                            dryRun,
                            "test",
                            folder.getFileName().toString()),
                    RunWatcher.NONE);
        } finally {
            delete(folder);
        }
    }

    public static String xml(String inside) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_3" ВерсияСхемы="3.1">
                %s
                </КоммерческаяИнформация>
                """.formatted(inside);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
