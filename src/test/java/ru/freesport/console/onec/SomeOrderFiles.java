package ru.freesport.console.onec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.RunWatcher;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.shared.Actor;

/** Files with order documents as 1C writes them, and runs over them. */
public final class SomeOrderFiles {

    @Autowired
    private LocalFiles files;

    @Autowired
    private PacketImport imports;

    @Autowired
    private Runs runs;

    private boolean dry;

    public SomeOrderFiles dry(boolean value) {
        dry = value;
        return this;
    }

    public RunView run(String name, String xml) throws Exception {
        return run(name, xml.getBytes(StandardCharsets.UTF_8));
    }

    public RunView run(String name, byte[] content) throws Exception {
        Path folder = Files.createTempDirectory("some-orders");
        try {
            Path file = Files.write(folder.resolve(name), content);
            long packet = files.store(file, Door.COMMAND_LINE, Actor.commandLine(), (_, _) -> {});
            return runs.runHere(
                    imports.packet(
                            packet,
                            LocalFiles.isWhole(file),
                            EnumSet.allOf(ImportKind.class),
                            RunTrigger.COMMAND_LINE,
                            Actor.commandLine(),
                            dry,
                            "test",
                            name),
                    RunWatcher.NONE);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    public static String file(String... documents) {
        return madeAt("2026-11-20T12:00:00", documents);
    }

    public static String madeAt(String moment, String... documents) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <КоммерческаяИнформация ВерсияСхемы="3.1" ДатаФормирования="%s">
                %s
                </КоммерческаяИнформация>
                """.formatted(moment, String.join("\n", documents));
    }

    /** A container with one document that names a status. */
    public static String says(String number, String word) {
        return document(number, requisite("СтатусЗаказа", word));
    }

    public static String document(String number, String requisites) {
        return document(number, "", requisites);
    }

    public static String document(String number, String elements, String requisites) {
        return "<Контейнер><Документ><Номер>" + number + "</Номер>" + elements
                + "<Дата>2026-11-20</Дата><ХозОперация>Заказ товара</ХозОперация><ЗначенияРеквизитов>" + requisites
                + "</ЗначенияРеквизитов></Документ></Контейнер>";
    }

    public static String requisite(String name, String value) {
        return "<ЗначениеРеквизита><Наименование>" + name + "</Наименование><Значение>" + value
                + "</Значение></ЗначениеРеквизита>";
    }

    public static byte[] zip(String name, String content) throws IOException {
        return zip(Map.of(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    public static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
