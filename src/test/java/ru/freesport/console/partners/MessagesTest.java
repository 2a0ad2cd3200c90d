package ru.freesport.console.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.shared.Actor;

@ConsoleTest
class MessagesTest {

    @Autowired
    private Blobs blobs;

    @Autowired
    private Messages messages;

    private final String channel = "test-" + UUID.randomUUID();

    @Test
    void whatWasStoredIsFoundAndReadByteExact() throws IOException {
        BlobRef content = content("<Каталог/>");
        long id = messages.store(new NewMessage(
                Message.Direction.IN,
                channel,
                "goods_1.xml",
                "text/xml",
                content,
                Actor.exchange("exchange"),
                "c-1",
                7L));

        Message message = messages.find(id).orElseThrow();
        assertThat(message.name()).isEqualTo("goods_1.xml");
        assertThat(message.content()).isEqualTo(content);
        assertThat(message.actor()).isEqualTo(Actor.exchange("exchange"));
        assertThat(message.packetId()).isEqualTo(7L);
        assertThat(message.duplicateOf()).isNull();
        assertThat(message.receivedAt())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        try (InputStream bytes = messages.content(id)) {
            assertThat(bytes.readAllBytes()).isEqualTo("<Каталог/>".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void theSameBytesTwiceAreTwoMessagesAndTheSecondNamesTheFirst() throws IOException {
        BlobRef content = content("same " + channel);
        long first = store("a.xml", content);
        long second = store("b.xml", content);
        long third = store("c.xml", content);

        assertThat(messages.find(second).orElseThrow().duplicateOf()).isEqualTo(first);
        assertThat(messages.find(third).orElseThrow().duplicateOf()).isEqualTo(first);
    }

    @Test
    void aMessageWithoutItsContentIsRefused() {
        BlobRef missing = new BlobRef("00".repeat(32), 5);
        assertThatThrownBy(() -> store("a.xml", missing)).hasMessageContaining("is not stored");
    }

    @Test
    void theFileBeforeOfItsKindDiffersOnlyInNumbersAndStamps() throws IOException {
        long first = store("orders_20261124101500_0af31b22.xml", content("1" + channel));
        store("goods.xml", content("2" + channel));
        long second = store("orders_20261125101500_77c0de99.xml", content("3" + channel));

        assertThat(messages.previousOfItsKind(second)).map(Message::id).hasValue(first);
        assertThat(messages.previousOfItsKind(first)).isEmpty();
    }

    @Test
    void namesAreStoredWithoutWhatCouldHurt() throws IOException {
        BlobRef content = content(channel);
        assertThat(nameOf("C:\\Users\\1c\\..\\goods.xml", content)).isEqualTo("Users/1c/goods.xml");
        assertThat(nameOf("../../etc/passwd", content)).isEqualTo("etc/passwd");
        assertThat(nameOf("a\r\n\0b\u202Ec.xml", content)).isEqualTo("abc.xml");
        assertThat(nameOf("  ", content)).isEqualTo("unnamed");
        assertThat(nameOf("ж".repeat(300) + ".xml", content)).hasSize(255).endsWith("ж.xml");
    }

    private String nameOf(String name, BlobRef content) {
        return messages.find(store(name, content)).orElseThrow().name();
    }

    private long store(String name, BlobRef content) {
        return messages.store(
                new NewMessage(Message.Direction.IN, channel, name, null, content, Actor.commandLine(), null, null));
    }

    private BlobRef content(String text) throws IOException {
        return blobs.store(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
