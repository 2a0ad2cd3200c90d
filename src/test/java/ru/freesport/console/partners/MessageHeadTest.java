package ru.freesport.console.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageHeadTest {

    @Test
    void theBytesDecideTheEncoding() throws IOException {
        assertThat(head("Цены".getBytes(StandardCharsets.UTF_8))).isEqualTo(new MessageHead("Цены", "UTF-8", false));
        assertThat(head("\uFEFFЦены".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new MessageHead("Цены", "UTF-8", false));
        assertThat(head("\uFEFFЦены".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(new MessageHead("Цены", "UTF-16LE", false));
        assertThat(head("<?xml encoding=\"UTF-8\"?>Цены".getBytes(Charset.forName("windows-1251"))))
                .isEqualTo(new MessageHead("<?xml encoding=\"UTF-8\"?>Цены", "windows-1251", false));
    }

    @Test
    void whatIsNoTextIsNotShownAsText() throws IOException {
        assertThat(head(new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 1}).encoding()).isEmpty();
    }

    @Test
    void aLongTextIsCutBetweenCharacters() throws IOException {
        MessageHead head = head(("x" + "ж".repeat(100_000)).getBytes(StandardCharsets.UTF_8));

        assertThat(head.isCut()).isTrue();
        assertThat(head.encoding()).isEqualTo("UTF-8");
        assertThat(head.text()).hasSize(32_768).matches("xж+");
    }

    private static MessageHead head(byte[] bytes) throws IOException {
        return MessageHead.read(new ByteArrayInputStream(bytes));
    }
}
