package ru.freesport.console.onec.commerceml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Goods;

class EncodingsTest {

    private static final String NAME = "Мяч «Ёж» № 5";

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8, false,",
        "UTF-8, utf-8, true,",
        "UTF-16LE, UTF-16, true,",
        "UTF-16BE, UTF-16, true,",
        "UTF-16LE, UTF-16, false,",
        "UTF-16BE, UTF-16BE, false,",
        "windows-1251, windows-1251, false,",
        "windows-1251, cp1251, false,",
        "UTF-8, windows-1251, false, windows-1251",
        "UTF-8, windows-1251, true, windows-1251",
        "windows-1251, UTF-8, false, UTF-8",
        "UTF-16LE, UTF-8, true, UTF-8",
        "KOI8-R, KOI8-R, false,",
    })
    void theEncodingOfTheBytesDecides(String real, String declared, boolean mark, @Nullable String warned)
            throws Exception {
        String name = real.equals("KOI8-R") ? "Мяч Еж 5" : NAME;
        String xml = file(declared, name);
        Collected read = Collected.of((mark ? "\uFEFF" + xml : xml).getBytes(Charset.forName(real)), null);
        assertThat(read.only(Goods.class).name()).isEqualTo(name);
        assertThat(read.header().encoding()).isEqualTo(real);
        assertThat(read.header().declaredEncoding()).isEqualTo(warned);
    }

    @Test
    void withoutADeclarationTheBytesStillTell() throws Exception {
        String xml = file("UTF-8", NAME).replaceFirst("<\\?xml.*\\?>", "");
        assertThat(Collected.of(xml.getBytes(DecodedText.WINDOWS_1251), null)
                        .only(Goods.class)
                        .name())
                .isEqualTo(NAME);
        assertThat(Collected.of(xml).only(Goods.class).name()).isEqualTo(NAME);
    }

    @Test
    void aBrokenByteIsRefusedWithItsLine() {
        byte[] utf8 = file("UTF-8", "x".repeat(100_000) + "\n\n" + "@").getBytes(StandardCharsets.UTF_8);
        broken(utf8, (byte) 0xFF, 5);
        byte[] cut = file("UTF-8", "Мяч @").getBytes(StandardCharsets.UTF_8);
        broken(cut, (byte) 0xD0, 3);
        byte[] ansi = file("windows-1251", "\n\n\n@").getBytes(DecodedText.WINDOWS_1251);
        broken(ansi, (byte) 0x98, 6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40_000, 100_000})
    void aFileThatIsCutAnywhereIsRefusedAndNeverWaitedFor(int length) {
        byte[] whole = file("UTF-8", "Мяч".repeat(length)).getBytes(StandardCharsets.UTF_8);
        for (int missing = 1; missing < 260; missing++) {
            byte[] cut = Arrays.copyOf(whole, whole.length - missing);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThat(catchThrowableOfType(CommerceMlRefused.class, () -> Collected.of(cut, null)))
                            .as("without its last " + (whole.length - cut.length) + " bytes")
                            .isNotNull());
        }
    }

    @Test
    void surrogatesAndOverlongFormsAreNoUtf8() {
        assertThat(Utf8Reader.isValid(bytes(0xED, 0xA0, 0x80), false)).isFalse();
        assertThat(Utf8Reader.isValid(bytes(0xC0, 0x80), false)).isFalse();
        assertThat(Utf8Reader.isValid(bytes(0xE0, 0x80, 0x80), false)).isFalse();
        assertThat(Utf8Reader.isValid(bytes(0xF4, 0x90, 0x80, 0x80), false)).isFalse();
        assertThat(Utf8Reader.isValid(bytes(0xF0, 0x9F, 0xA5, 0x8A), false)).isTrue();
        assertThat(Utf8Reader.isValid(bytes('a', 0xD0), true)).isTrue();
        assertThat(Utf8Reader.isValid(bytes('a', 0xD0), false)).isFalse();
    }

    private static void broken(byte[] file, byte bad, long line) {
        byte[] spoilt = file.clone();
        spoilt[new String(file, StandardCharsets.ISO_8859_1).indexOf('@')] = bad;
        CommerceMlRefused refused = catchThrowableOfType(CommerceMlRefused.class, () -> Collected.of(spoilt, null));
        assertThat(refused.reason()).isEqualTo(CommerceMlRefused.Reason.BAD_ENCODING);
        assertThat(refused.line()).isEqualTo(line);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return Arrays.copyOf(bytes, bytes.length);
    }

    private static String file(String declared, String name) {
        return "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>\n"
                + "<КоммерческаяИнформация ВерсияСхемы=\"2.05\">\n"
                + "<Каталог><Товары><Товар><Ид>1</Ид><Наименование>" + name
                + "</Наименование></Товар></Товары></Каталог></КоммерческаяИнформация>";
    }
}
