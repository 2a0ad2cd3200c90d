package ru.freesport.console.onec;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.CommerceMlKind;
import ru.freesport.console.onec.commerceml.CommerceMlReader;
import ru.freesport.console.onec.commerceml.CommerceMlRecord;
import ru.freesport.console.onec.commerceml.Header;
import ru.freesport.console.onec.commerceml.Position;
import ru.freesport.console.onec.commerceml.RecordSink;
import ru.freesport.console.onec.commerceml.Section;

/** Reads a file on a thread of its own, a few batches ahead of the one who writes them down. */
final class FileReading implements AutoCloseable {

    private static final int BATCHES_AHEAD = 3;
    private static final long STOP_CHECK_MILLIS = 200;
    // rows may be a hundred times longer than usual; the memory of a batch must not be
    private static final long BATCH_CHARACTERS = 24_000_000;

    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final int batchRows;
    private final Thread thread;
    private volatile boolean abandoned;
    private volatile @Nullable Header header;

    /** @param kind what the file's name says it holds; some rows look the same in files of different kinds */
    FileReading(InputStream content, @Nullable CommerceMlKind kind, int batchRows) {
        this.batchRows = batchRows;
        this.thread = Thread.ofPlatform().name("commerceml-reader").daemon().start(() -> read(content, kind));
    }

    /**
     * The next batch, or null at the end.
     *
     * @throws Exception what stopped the reader, after the batches before it
     */
    @Nullable RowBatch next() throws Exception {
        return switch (steps.take()) {
            case Batch(RowBatch batch) -> batch;
            case End(Exception problem) when problem != null -> throw problem;
            case End _ -> null;
        };
    }

    /** Known once the first batch came, and for a file without rows at its end. */
    @Nullable Header header() {
        return header;
    }

    @Override
    public void close() throws IOException {
        abandoned = true;
        steps.clear();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(InputStream content, @Nullable CommerceMlKind kind) {
        CountingStream counted = new CountingStream(content);
        Collector collector = new Collector(counted);
        Exception problem = null;
        try (counted) {
            CommerceMlReader.read(counted, kind, collector);
            collector.flush();
        } catch (Abandoned e) {
            return;
        } catch (Exception e) {
            problem = flushQuietly(collector, e);
        } catch (Throwable e) {
            // whoever waits for the next batch must hear of it, or the run never ends
            problem = new IllegalStateException("the reader died: " + e, e);
        }
        offerQuietly(new End(problem));
    }

    private static Exception flushQuietly(Collector collector, Exception problem) {
        try {
            collector.flush();
        } catch (Abandoned e) {
            problem.addSuppressed(e);
        }
        return problem;
    }

    private void offerQuietly(Step step) {
        try {
            put(step);
        } catch (Abandoned _) {
            // nobody waits for the end any more
        }
    }

    private void put(Step step) throws Abandoned {
        try {
            while (!steps.offer(step, STOP_CHECK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (abandoned) {
                    throw new Abandoned();
                }
            }
            if (abandoned) {
                throw new Abandoned();
            }
        } catch (InterruptedException e) {
            throw new Abandoned();
        }
    }

    private final class Collector implements RecordSink {

        private final CountingStream counted;
        private @Nullable Section section;
        private List<CommerceMlRecord> records = new ArrayList<>();
        private List<Position> positions = new ArrayList<>();
        private long characters;

        Collector(CountingStream counted) {
            this.counted = counted;
        }

        @Override
        public void header(Header found) {
            header = found;
        }

        @Override
        public void section(Section next) throws Abandoned {
            flush();
            section = next;
            records = new ArrayList<>();
            // an announced section counts even when no row follows: a full export may be empty
            put(new Batch(new RowBatch(next, List.of(), List.of(), counted.count)));
        }

        @Override
        public void record(CommerceMlRecord row, Position at) throws Abandoned {
            if (records.size() >= batchRows || characters > BATCH_CHARACTERS) {
                flush();
            }
            records.add(row);
            positions.add(at);
            characters += at.endChar() - at.startChar();
        }

        void flush() throws Abandoned {
            Section current = section;
            if (current != null && !records.isEmpty()) {
                put(new Batch(new RowBatch(current, records, positions, counted.count)));
                records = new ArrayList<>(batchRows);
                positions = new ArrayList<>(batchRows);
                characters = 0;
            }
        }
    }

    private sealed interface Step {}

    private record Batch(RowBatch rows) implements Step {}

    private record End(@Nullable Exception problem) implements Step {}

    private static final class Abandoned extends Exception {

        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("nobody reads on", null, false, false);
        }
    }

    private static final class CountingStream extends FilterInputStream {

        private volatile long count;

        CountingStream(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count = count + (read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            count = count + Math.max(0, read);
            return read;
        }
    }
}
