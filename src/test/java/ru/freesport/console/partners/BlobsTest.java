package ru.freesport.console.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.ConsoleTest;

@ConsoleTest
class BlobsTest {

    @Autowired
    private Blobs blobs;

    @Autowired
    private JdbcClient database;

    @TempDir
    private Path folder;

    @Test
    void bytesComeBackAsTheyWere() throws IOException {
        for (int size : new int[] {0, 1, BlobChunk.RAW_SIZE - 1, BlobChunk.RAW_SIZE, 3 * BlobChunk.RAW_SIZE + 17}) {
            byte[] bytes = text(size);
            BlobRef fromFile = blobs.store(file(bytes));
            assertThat(fromFile.size()).isEqualTo(size);
            assertThat(blobs.sizeOf(fromFile.sha256())).isEqualTo(size);
            assertThat(read(fromFile)).isEqualTo(bytes);
            assertThat(blobs.store(new ByteArrayInputStream(bytes))).isEqualTo(fromFile);
        }
    }

    @Test
    void textShrinksAndNoiseIsKeptAsItIs() throws IOException {
        BlobRef text = blobs.store(new ByteArrayInputStream(text(2_000_000)));
        BlobRef noise = blobs.store(new ByteArrayInputStream(noise(2_000_000)));

        assertThat(storedSize(text)).isLessThan(text.size() / 2);
        assertThat(storedSize(noise)).isEqualTo(noise.size());
        assertThat(read(noise)).hasSize(2_000_000);
    }

    @Test
    void contentThatIsAlreadyThereIsNotWrittenAgain() throws IOException {
        Path file = file(noise(3_000_000));
        BlobRef first = blobs.store(file);
        long before = rows();
        String walBefore = wal();

        assertThat(blobs.store(file)).isEqualTo(first);

        assertThat(rows()).isEqualTo(before);
        // whatever else the shared test database does, it is less than one chunk
        assertThat(database.sql("SELECT pg_current_wal_lsn() - :before::pg_lsn")
                        .param("before", walBefore)
                        .query(Long.class)
                        .single())
                .isLessThan(BlobChunk.RAW_SIZE);
    }

    @Test
    void twoWhoStoreTheSameAtOnceLeaveOneCopy() throws Exception {
        byte[] bytes = noise(2_500_000);
        CyclicBarrier together = new CyclicBarrier(4);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<BlobRef> storing = () -> {
                together.await();
                return blobs.store(new ByteArrayInputStream(bytes));
            };
            List<Future<BlobRef>> stored = threads.invokeAll(List.of(storing, storing, storing, storing));
            BlobRef first = stored.getFirst().get();
            for (Future<BlobRef> each : stored) {
                assertThat(each.get()).isEqualTo(first);
            }
            assertThat(read(first)).isEqualTo(bytes);
        }
        assertThat(database.sql("SELECT count(*) FROM blob WHERE size = 2500000")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aContentInPiecesIsTakenUpAgainWhereItWasAcknowledged() throws IOException {
        byte[] bytes = text(300_000);
        long id;
        try (BlobWriter writer = blobs.begin()) {
            id = writer.id();
            writer.append(ByteBuffer.wrap(bytes, 0, 100_000));
            writer.flush();
            writer.append(bytes, 0, 50_000);
            writer.flush(); // never acknowledged: the node died
        }
        BlobRef sealed;
        try (BlobWriter writer = blobs.resume(id, 100_000)) {
            writer.append(bytes, 100_000, 200_000);
            assertThat(writer.size()).isEqualTo(300_000);
            sealed = writer.seal();
        }
        assertThat(sealed).isEqualTo(blobs.store(new ByteArrayInputStream(bytes)));
        assertThat(read(sealed)).isEqualTo(bytes);
    }

    @Test
    void whatIsDiscardedIsGone() throws IOException {
        BlobWriter writer = blobs.begin();
        writer.append(noise(1000));
        writer.flush();
        writer.discard();

        assertThat(database.sql("SELECT count(*) FROM blob_chunk WHERE blob_id = :id")
                        .param("id", writer.id())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> blobs.resume(writer.id(), 0)).isInstanceOf(IOException.class);
    }

    @Test
    void aSealedContentCannotBeWrittenTo() throws IOException {
        BlobWriter writer = blobs.begin();
        writer.append(noise(1234));
        writer.seal();

        assertThatThrownBy(() -> blobs.resume(writer.id(), 1234)).hasMessageContaining("not open for writing");
    }

    @Test
    void aWriterThatStalledCannotAddToWhatWasSealedMeanwhile() throws IOException {
        try (BlobWriter stalled = blobs.begin()) {
            stalled.append(noise(4321));
            stalled.flush();
            BlobRef sealed = blobs.seal(stalled.id(), 4321);
            stalled.append(noise(10));

            assertThatThrownBy(stalled::flush).hasMessageContaining("not open for writing");
            assertThat(read(sealed)).isEqualTo(noise(4321));
        }
    }

    @Test
    void aSourceThatBreaksLeavesNothing() {
        long before = rows();
        InputStream broken = new InputStream() {
            private int left = 1_500_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("cut off");
                }
                return 'x';
            }
        };
        assertThatThrownBy(() -> blobs.store(broken)).hasMessage("cut off");
        assertThat(rows()).isEqualTo(before);
    }

    private byte[] read(BlobRef blob) throws IOException {
        try (InputStream content = blobs.open(blob.sha256())) {
            return content.readAllBytes();
        }
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "blob", ".xml"), bytes);
    }

    private long storedSize(BlobRef blob) {
        return database.sql("SELECT stored_size FROM blob WHERE encode(sha256, 'hex') = :sha256")
                .param("sha256", blob.sha256())
                .query(Long.class)
                .single();
    }

    private long rows() {
        return database.sql("SELECT (SELECT count(*) FROM blob) + (SELECT count(*) FROM blob_chunk)")
                .query(Long.class)
                .single();
    }

    private String wal() {
        return database.sql("SELECT pg_current_wal_lsn()::text")
                .query(String.class)
                .single();
    }

    private static byte[] text(int size) {
        byte[] bytes = new byte[size];
        Random random = new Random(size);
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(3));
        }
        return bytes;
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
