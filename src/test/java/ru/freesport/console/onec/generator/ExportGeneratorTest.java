package ru.freesport.console.onec.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.freesport.console.onec.commerceml.CommerceMlKind;
import ru.freesport.console.onec.commerceml.CommerceMlReader;
import ru.freesport.console.onec.commerceml.CommerceMlRecord;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Goods;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Malformed;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Offer;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Property;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.PropertyValue;
import ru.freesport.console.onec.commerceml.Header;
import ru.freesport.console.onec.commerceml.Position;
import ru.freesport.console.onec.commerceml.RecordSink;
import ru.freesport.console.onec.commerceml.Section;

class ExportGeneratorTest {

    private static final int PRODUCTS = 2_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Shape.class)
    void theReaderFindsExactlyWhatTheGeneratorSaysItWrote(Shape shape) throws Exception {
        GeneratedExport export = ExportGenerator.generate(folder, PRODUCTS, 7, shape);
        Map<CommerceMlKind, long[]> counted = new EnumMap<>(CommerceMlKind.class);
        for (Path file : files(folder)) {
            CommerceMlKind kind = CommerceMlKind.ofFileName(file.toString()).orElseThrow();
            long[] counts = counted.computeIfAbsent(kind, any -> new long[4]);
            counts[3] += Files.size(file);
            for (CommerceMlRecord record : read(file)) {
                count(kind, record, counts);
            }
        }
        assertThat(counted.keySet()).isEqualTo(export.parts().keySet());
        export.parts()
                .forEach((kind, part) -> assertThat(counted.get(kind))
                        .as("%s", kind)
                        .containsExactly(part.elements(), part.rows(), part.malformed(), part.bytes()));
    }

    @Test
    void theSameArgumentsGiveTheSameBytes() throws Exception {
        ExportGenerator.generate(folder.resolve("one"), 300, 7, Shape.FULL);
        ExportGenerator.generate(folder.resolve("two"), 300, 7, Shape.FULL);
        ExportGenerator.generate(folder.resolve("other"), 300, 8, Shape.FULL);
        Map<String, Integer> one = contents(folder.resolve("one"));
        assertThat(one).isEqualTo(contents(folder.resolve("two"))).hasSize(11);
        assertThat(contents(folder.resolve("other")).get("goods/goods.xml")).isNotEqualTo(one.get("goods/goods.xml"));
    }

    @Test
    void aShareOfChangesTouchesThatShareAndNothingElse() throws Exception {
        ExportGenerator.generate(folder.resolve("before"), PRODUCTS, 7, Shape.FULL);
        GeneratedExport after = ExportGenerator.generate(folder.resolve("after"), PRODUCTS, 7, Shape.FULL, 0.05);
        for (CommerceMlKind kind :
                List.of(CommerceMlKind.GOODS, CommerceMlKind.OFFERS, CommerceMlKind.PRICES, CommerceMlKind.RESTS)) {
            String file = kind.prefix() + "/" + kind.prefix() + ".xml";
            List<CommerceMlRecord> before = read(folder.resolve("before").resolve(file));
            List<CommerceMlRecord> now = read(folder.resolve("after").resolve(file));
            long changed = 0;
            for (int i = 0; i < now.size(); i++) {
                changed += now.get(i).equals(before.get(i)) ? 0 : 1;
            }
            assertThat(changed)
                    .as("%s", kind)
                    .isEqualTo(100)
                    .isEqualTo(after.part(kind).changed());
        }
    }

    @Test
    void aFullShapeHasTheProportionsOfTheRealExport() throws Exception {
        GeneratedExport export = ExportGenerator.generate(folder, 1_000, 7, Shape.FULL);
        assertThat(export.part(CommerceMlKind.GOODS).bytes() / 1_000).isBetween(17_200L, 18_200L);
        assertThat(export.part(CommerceMlKind.OFFERS).bytes() / 1_000).isBetween(6_500L, 7_500L);
        assertThat(export.part(CommerceMlKind.PRICES).bytes() / 1_000).isBetween(2_900L, 3_300L);
        assertThat(export.part(CommerceMlKind.RESTS).bytes() / 1_000).isBetween(550L, 750L);
        GeneratedExport slim = ExportGenerator.generate(folder, 1_000, 7, Shape.SLIM);
        assertThat((slim.bytes() - slim.part(CommerceMlKind.PROPERTIES_GOODS).bytes()) / 1_000)
                .isBetween(1_700L, 2_100L);
    }

    @Test
    void theTrapsOfTheRealExportAreInIt() throws Exception {
        ExportGenerator.generate(folder, PRODUCTS, 7, Shape.FULL);
        List<CommerceMlRecord> goods = read(folder.resolve("goods/goods.xml"));
        Set<String> ids = new HashSet<>();
        goods.forEach(good -> ids.add(((Goods) good).id()));
        assertThat(goods)
                .anySatisfy(good -> assertThat(((Goods) good).deleted()).isTrue());
        assertThat(goods.stream()
                        .mapToInt(good -> ((Goods) good).properties().size())
                        .average()
                        .orElseThrow())
                .isBetween(25.0, 32.0);
        List<CommerceMlRecord> offers = read(folder.resolve("offers/offers.xml"));
        assertThat(offers.stream().filter(offer -> !ids.contains(((Offer) offer).productId())))
                .hasSize(2);
        assertThat(offers.stream().filter(offer -> ((Offer) offer).characteristicId() == null))
                .hasSize(PRODUCTS / 10);
        String prices = Files.readString(folder.resolve("prices/prices.xml"));
        assertThat(prices).contains(",50</ЦенаЗаЕдиницу>").contains(">руб<").contains(">RUB<");
        assertThat(Files.readString(folder.resolve("rests/rests.xml"))).contains(",25</Количество>");
        assertThat(Files.readString(folder.resolve("goods/goods.xml")))
                .doesNotStartWith("\uFEFF")
                .contains("00000000-0000-0000-0000-000000000000")
                .contains("-999999999.9")
                .contains("&lt;br&gt;")
                .contains(">796 <");
    }

    @Test
    void aFullExportSaysSo() throws Exception {
        ExportGenerator.generate(folder, 1, 7, Shape.SLIM, 0, true);
        assertThat(Files.readString(folder.resolve("goods/goods.xml"))).contains("СодержитТолькоИзменения=\"false\"");
        ExportGenerator.generate(folder, 1, 7, Shape.SLIM);
        assertThat(Files.readString(folder.resolve("goods/goods.xml"))).contains("СодержитТолькоИзменения=\"true\"");
    }

    private static void count(CommerceMlKind kind, CommerceMlRecord record, long[] counts) {
        if (record instanceof PropertyValue) {
            counts[1]++;
            return;
        }
        counts[0]++;
        counts[2] += record instanceof Malformed ? 1 : 0;
        counts[1] += switch (record) {
            case Offer offer
            when kind == CommerceMlKind.PRICES -> offer.prices().size();
            case Offer offer when kind == CommerceMlKind.RESTS -> offer.rests().size();
            case Malformed bad -> 0;
            case Property property -> 0;
            default -> 1;
        };
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Map<String, Integer> contents(Path folder) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        for (Path file : files(folder)) {
            contents.put(
                    folder.relativize(file).toString().replace('\\', '/'), Arrays.hashCode(Files.readAllBytes(file)));
        }
        return contents;
    }

    private static List<CommerceMlRecord> read(Path file) throws Exception {
        List<CommerceMlRecord> records = new ArrayList<>();
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            CommerceMlReader.read(
                    bytes, CommerceMlKind.ofFileName(file.toString()).orElseThrow(), new RecordSink() {
                        @Override
                        public void header(Header header) {}

                        @Override
                        public void section(Section section) {}

                        @Override
                        public void record(CommerceMlRecord row, Position at) {
                            records.add(row);
                        }
                    });
        }
        return records;
    }
}
