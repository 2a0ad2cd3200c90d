package ru.freesport.console.onec.commerceml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlatMemoryTest {

    private static final int ROWS = 100_000;

    @Test
    void recordsThatHaveBeenHandedOutAreForgotten() throws Exception {
        List<WeakReference<CommerceMlRecord>> some = new ArrayList<>();
        long[] rows = {0};
        long[] used = {0, 0};
        CommerceMlReader.read(new SequenceInputStream(pieces()), new RecordSink() {
            @Override
            public void header(Header header) {}

            @Override
            public void section(Section section) {}

            @Override
            public void record(CommerceMlRecord row, Position at) {
                rows[0]++;
                if (rows[0] % 1_000 == 0) {
                    some.add(new WeakReference<>(row));
                }
                if (rows[0] == ROWS / 10) {
                    used[0] = used();
                } else if (rows[0] == ROWS - 1) {
                    used[1] = used();
                    assertThat(some.stream().filter(seen -> seen.get() != null).count())
                            .isLessThanOrEqualTo(2);
                }
            }
        });
        assertThat(rows[0]).isEqualTo(ROWS);
        assertThat(used[1] - used[0]).isLessThan(8_000_000);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** About 90 MB of goods, made while they are read. */
    private static Enumeration<InputStream> pieces() {
        return new Enumeration<>() {
            private int next = -1;

            @Override
            public boolean hasMoreElements() {
                return next <= ROWS;
            }

            @Override
            public InputStream nextElement() {
                int row = next++;
                String piece = row < 0
                        ? "<КоммерческаяИнформация><Каталог><Товары>"
                        : row == ROWS
                                ? "</Товары></Каталог></КоммерческаяИнформация>"
                                : "<Товар><Ид>id-" + row + "</Ид><Наименование>Мяч " + row
                                        + "</Наименование><Описание>"
                                        + ("слово " + row + " ").repeat(40) + "</Описание></Товар>\n";
                return new ByteArrayInputStream(piece.getBytes(StandardCharsets.UTF_8));
            }
        };
    }
}
