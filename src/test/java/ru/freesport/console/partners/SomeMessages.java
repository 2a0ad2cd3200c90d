package ru.freesport.console.partners;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.ApplicationContext;
import ru.freesport.console.shared.Actor;

/** Stored messages for tests. */
public final class SomeMessages {

    private SomeMessages() {}

    public static long stored(ApplicationContext application, String name, String text) throws IOException {
        return stored(application, name, text.getBytes(StandardCharsets.UTF_8));
    }

    public static long stored(ApplicationContext application, String name, byte[] bytes) throws IOException {
        BlobRef content = application.getBean(Blobs.class).store(new ByteArrayInputStream(bytes));
        return application
                .getBean(Messages.class)
                .store(new NewMessage(
                        Message.Direction.IN, "exchange", name, null, content, Actor.exchange("exchange"), null, null));
    }
}
