package ru.freesport.console.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.freesport.console.ChildConsole;

/** What is measured rarely breaks unseen: each bench runs through, however slow so small a one comes out. */
class BenchesRunTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    import    | 60  | first import, product/floor rows/s
                    orders    | 30  | orders/s, exported over inserted
                    customers | 200 | first sync, product/floor rows/s
                    payments  | 5000 | page p95, service/plain SQL""")
    void aBenchPrintsItsFigures(String name, String size, String figure) {
        ChildConsole bench = ChildConsole.start(
                "",
                Map.of("FREESPORT_HOME", folder.toString()),
                "bench",
                name,
                "--size",
                size,
                "--rounds",
                "1",
                "--no-screens",
                "--folder",
                folder.resolve("bench").toString());
        assertThat(bench.result()).contains(figure).contains("Figures are in");
    }
}
