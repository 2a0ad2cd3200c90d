package ru.freesport.console.onec.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadNameTest {

    @ParameterizedTest
    @CsvSource({
        "import0_28.xml, import0_28.xml",
        "goods/goods_1_1.xml, goods/goods_1_1.xml",
        "import_files/ab/x.jpg, import_files/ab/x.jpg",
        "import_files\\ab\\x.jpg, import_files/ab/x.jpg",
        "/tmp/v8_1A2B/import_files/ab/x.jpg, import_files/ab/x.jpg",
        "/tmp/v8_1A2B_77/import.xml, import.xml",
        "tmp/v8_1A2B_77/import.xml, import.xml",
        "C:\\Users\\1c\\AppData\\Local\\Temp\\offers.xml, offers.xml",
        "C:offers.xml, offers.xml",
        "upload/1c/webdata/import.xml, import.xml",
        "webdata/000000001/goods/1/import.xml, 000000001/goods/1/import.xml",
        "../../etc/goods.xml, etc/goods.xml",
        "./a//b/../goods.xml, a/b/goods.xml",
        "Номенклатура.xml, Номенклатура.xml"
    })
    void theNameInsideThePacketRemains(String sent, String name) {
        assertThat(UploadName.clean(sent)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "..", "../..", "/", "goods/", "a\u0000\u202E", ".htaccess", "a/.ssh/b.xml", "ab:y.xml", "a|b"
            })
    void whatRemainsUnsafeIsRefused(String sent) {
        String cleaned = UploadName.clean(sent);
        assertThat(cleaned == null || cleaned.equals("a"))
                .as(String.valueOf(cleaned))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 5000})
    void aVeryLongNameIsRefused(int length) {
        assertThat(UploadName.clean("x".repeat(length))).isNull();
    }
}
