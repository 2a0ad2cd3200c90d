package ru.freesport.console.onec.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipPacketTest {

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void emptyFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("unpacked"));
    }

    @Test
    void anArchiveIsUnpackedWithItsFolders() throws Exception {
        extract(new SomeZip()
                .with("import.xml", text("<a/>"))
                .with("import_files/01/я.jpg", text("jpg"))
                .bytes());

        assertThat(names()).containsExactly("import.xml", "import_files/01/я.jpg");
        assertThat(Files.readString(folder.resolve("import.xml"))).isEqualTo("<a/>");
    }

    @Test
    void namesOfWindowsAreRead() throws Exception {
        extract(new SomeZip().with("import_files\\01\\a.jpg", text("jpg")).bytes());

        assertThat(names()).containsExactly("import_files/01/a.jpg");
    }

    @Test
    void volumesAreReadOneAfterTheOther() throws Exception {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        byte[] zip = new SomeZip()
                .with("a.bin", noise)
                .with("import.xml", text("<a/>"))
                .bytes();

        extract(Arrays.copyOfRange(zip, 0, 100_000), Arrays.copyOfRange(zip, 100_000, zip.length));

        assertThat(Files.readAllBytes(folder.resolve("a.bin"))).isEqualTo(noise);
        assertThat(names()).containsExactly("a.bin", "import.xml");
    }

    @Test
    void aSplitArchiveIsRead() throws Exception {
        byte[] noise = new byte[200_000];
        new Random(2).nextBytes(noise);
        Path last = temporary.resolve("split.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(last, 65_536)) {
            zip.putArchiveEntry(new ZipArchiveEntry("goods.xml"));
            zip.write(noise);
            zip.closeArchiveEntry();
        }
        List<byte[]> volumes = new ArrayList<>();
        try (Stream<Path> files = Files.list(temporary)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .sorted((a, b) -> a.equals(last) ? 1 : b.equals(last) ? -1 : a.compareTo(b))
                    .toList()) {
                volumes.add(Files.readAllBytes(file));
            }
        }
        assertThat(volumes).hasSizeGreaterThan(3);

        extract(volumes.toArray(byte[][]::new));

        assertThat(Files.readAllBytes(folder.resolve("goods.xml"))).isEqualTo(noise);
    }

    @Test
    void anArchiveWithoutItsEndGivesWhatItHolds() throws Exception {
        byte[] zip = new SomeZip()
                .with("goods.xml", text("<g/>"))
                .with("offers.xml", text("<o/>"))
                .bytes();
        int directory = indexOf(zip, new byte[] {'P', 'K', 1, 2});

        extract(Arrays.copyOf(zip, directory));
        assertThat(names()).containsExactly("goods.xml", "offers.xml");
        Files.delete(folder.resolve("goods.xml"));
        Files.delete(folder.resolve("offers.xml"));

        extract(Arrays.copyOf(zip, directory + 30));
        assertThat(names()).containsExactly("goods.xml", "offers.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil.xml", "a/../../evil.xml", "/etc/evil", "C:\\evil.xml", "a\\..\\..\\b", "a:b", "x\ny"})
    void aNameThatLeadsElsewhereIsRefusedAndNothingStays(String name) throws Exception {
        ZipPacket.Refused refused = refused(new SomeZip()
                .with("good.xml", text("<a/>"))
                .with(name, text("x"))
                .bytes());

        assertThat(refused.reason()).isEqualTo(ZipPacket.Reason.UNSAFE_NAME);
        assertThat(names()).isEmpty();
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).containsExactly(folder);
        }
    }

    @Test
    void aBombIsRefusedLongBeforeItIsUnpacked() throws Exception {
        ZipPacket.Refused refused =
                refused(new SomeZip().with("bomb.xml", new byte[60_000_000]).bytes());

        assertThat(refused.reason()).isEqualTo(ZipPacket.Reason.RATIO);
        assertThat(names()).isEmpty();
    }

    @Test
    void tooManyBytesAndTooManyFilesAreRefused() throws Exception {
        byte[] noise = new byte[3000];
        new Random(3).nextBytes(noise);
        byte[] zip = new SomeZip().with("a", noise).with("b", noise).bytes();

        assertThat(refused(new ZipPacket.Limits(10, 5000), zip).reason()).isEqualTo(ZipPacket.Reason.TOO_MANY_BYTES);
        assertThat(refused(new ZipPacket.Limits(1, 50_000), zip).reason()).isEqualTo(ZipPacket.Reason.TOO_MANY_ENTRIES);
        assertThat(names()).isEmpty();
    }

    @Test
    void aSymbolicLinkIsRefused() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry link = new ZipArchiveEntry("passwords.xml");
            link.setUnixMode(0120777);
            zip.putArchiveEntry(link);
            zip.write(text("/etc/passwd"));
            zip.closeArchiveEntry();
        }
        ZipPacket.Refused refused = refused(bytes.toByteArray());

        assertThat(refused.reason()).isEqualTo(ZipPacket.Reason.SYMBOLIC_LINK);
        assertThat(refused).hasMessageContaining("passwords.xml");
        assertThat(names()).isEmpty();
    }

    @Test
    void anEncryptedEntryIsRefused() throws Exception {
        byte[] zip = new SomeZip().with("goods.xml", text("<g/>")).bytes();
        zip[6] |= 1; // general purpose bit 0 of the local header

        assertThat(refused(zip).reason()).isEqualTo(ZipPacket.Reason.ENCRYPTED);
    }

    @Test
    void whatIsNoArchiveOrEndsInsideOfAFileIsRefused() throws Exception {
        assertThat(refused(text("<xml/>, not a zip at all, whatever its name says"))
                        .reason())
                .isEqualTo(ZipPacket.Reason.NOT_AN_ARCHIVE);
        assertThat(refused(new byte[0]).reason()).isEqualTo(ZipPacket.Reason.NOT_AN_ARCHIVE);

        byte[] noise = new byte[100_000];
        new Random(4).nextBytes(noise);
        ZipPacket.Refused cut =
                refused(Arrays.copyOf(new SomeZip().with("goods.xml", noise).bytes(), 50_000));
        assertThat(cut.reason()).isEqualTo(ZipPacket.Reason.BROKEN);
        assertThat(cut).hasMessageContaining("goods.xml");
        assertThat(names()).isEmpty();
    }

    @Test
    void archivesInsideAreLeftOut() throws Exception {
        byte[] inner = new SomeZip().with("deep.xml", text("<a/>")).bytes();
        extract(new SomeZip()
                .with("inner.ZIP", inner)
                .with("a.xml", text("<a/>"))
                .bytes());

        assertThat(names()).containsExactly("a.xml");
    }

    @Test
    void aVolumeThatCannotBeReadIsNoFaultOfTheArchive() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the database is away");
            }
        };
        assertThatThrownBy(() -> ZipPacket.extract(List.of(() -> broken), folder, ZipPacket.Limits.USUAL))
                .isInstanceOf(IOException.class)
                .hasMessage("the database is away");
    }

    private ZipPacket.Refused refused(byte[] zip) {
        return refused(ZipPacket.Limits.USUAL, zip);
    }

    private ZipPacket.Refused refused(ZipPacket.Limits limits, byte[] zip) {
        return catchThrowableOfType(
                ZipPacket.Refused.class,
                () -> ZipPacket.extract(List.of(() -> new ByteArrayInputStream(zip)), folder, limits));
    }

    private void extract(byte[]... volumes) throws Exception {
        List<ZipPacket.Source> sources = Stream.of(volumes)
                .map(volume -> (ZipPacket.Source) () -> new ByteArrayInputStream(volume))
                .toList();
        ZipPacket.extract(sources, folder, ZipPacket.Limits.USUAL);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder))
                    .filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i < bytes.length - wanted.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }
}
