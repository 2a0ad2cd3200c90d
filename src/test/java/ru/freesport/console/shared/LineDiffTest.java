package ru.freesport.console.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import ru.freesport.console.shared.LineDiff.Change;
import ru.freesport.console.shared.LineDiff.Line;

class LineDiffTest {

    @Test
    void equalTextsDifferInNothing() {
        assertThat(LineDiff.of("a\nb", "a\nb")).isEmpty();
    }

    @Test
    void aChangedLineIsOneRemovedAndOneAddedWithWhatStandsAround() {
        assertThat(LineDiff.of("1\n2\n3\n4\nold\n5\n6", "1\n2\n3\n4\nnew\n5\n6"))
                .containsExactly(
                        new Line(Change.SAME, "1"),
                        new Line(Change.SAME, "2"),
                        new Line(Change.SAME, "3"),
                        new Line(Change.SAME, "4"),
                        new Line(Change.REMOVED, "old"),
                        new Line(Change.ADDED, "new"),
                        new Line(Change.SAME, "5"),
                        new Line(Change.SAME, "6"));
    }

    @Test
    void longStretchesThatAreTheSameAreCounted() {
        String common = lines(0, 100);
        assertThat(LineDiff.of(common + "\nold", common + "\nnew"))
                .startsWith(new Line(Change.SKIPPED, "97"), new Line(Change.SAME, "97"))
                .endsWith(new Line(Change.REMOVED, "old"), new Line(Change.ADDED, "new"));
    }

    @Test
    void nothingAgainstSomethingIsAllAdded() {
        assertThat(LineDiff.of("", "a\nb")).extracting(Line::change).containsExactly(Change.ADDED, Change.ADDED);
        assertThat(LineDiff.of("a\nb", "")).extracting(Line::change).containsExactly(Change.REMOVED, Change.REMOVED);
    }

    /** Both texts can be put together again from the difference, and no shorter path was missed for small ones. */
    @Test
    void whateverTheTextsTheDifferenceHoldsBoth() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            String old = some(random);
            String now = some(random);
            List<Line> lines = LineDiff.of(old, now);
            if (lines.isEmpty()) {
                assertThat(old).isEqualTo(now);
            } else if (lines.stream().noneMatch(line -> line.change() == Change.SKIPPED)) {
                assertThat(without(lines, Change.ADDED)).isEqualTo(old);
                assertThat(without(lines, Change.REMOVED)).isEqualTo(now);
            }
        }
    }

    @Test
    void textsWithNothingInCommonDoNotTakeForEver() {
        String old = lines(0, 5_000);
        String now = lines(10_000, 5_000);
        Assertions.assertTimeout(
                Duration.ofSeconds(10), () -> assertThat(LineDiff.of(old, now)).hasSize(10_000));
    }

    private static String some(Random random) {
        return IntStream.range(0, random.nextInt(9))
                .mapToObj(_ -> "abc".charAt(random.nextInt(3)) + "")
                .collect(Collectors.joining("\n"));
    }

    private static String without(List<Line> lines, Change change) {
        return lines.stream()
                .filter(line -> line.change() != change)
                .map(Line::text)
                .collect(Collectors.joining("\n"));
    }

    private static String lines(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
    }
}
