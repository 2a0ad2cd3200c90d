package ru.freesport.console.onec.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import ru.freesport.console.onec.commerceml.CounterpartyWriter;

/** Writes the counterparties that generated buyers are to 1C. */
public final class CounterpartyGenerator {

    private static final int IN_A_FILE = 25_000;
    private static final Instant FORMED = Instant.parse("2026-01-12T09:00:00Z");

    private CounterpartyGenerator() {}

    /**
     * @param folder exists
     * @return the files, in their order
     */
    public static List<Path> generate(Path folder, int count) throws IOException {
        CounterpartyWriter writer = new CounterpartyWriter(ZoneOffset.UTC);
        List<Path> files = new ArrayList<>();
        for (int first = 0; first < count; first += IN_A_FILE) {
            Path file = folder.resolve("contragents_%03d.xml".formatted(files.size()));
            Files.write(
                    file,
                    writer.write(
                            IntStream.range(first, Math.min(count, first + IN_A_FILE))
                                    .mapToObj(number -> new GeneratedBuyer(number).counterparty())
                                    .toList(),
                            FORMED));
            files.add(file);
        }
        return files;
    }
}
