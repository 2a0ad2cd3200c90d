package ru.freesport.console.onec;

import java.util.Locale;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.Message;
import ru.freesport.console.partners.MessageReplay;
import ru.freesport.console.shared.Actor;

/** Lets the messages' screen work on a stored 1C file again. */
@Component
class StoredMessageReplay implements MessageReplay {

    private final PacketImport imports;

    StoredMessageReplay(PacketImport imports) {
        this.imports = imports;
    }

    @Override
    public boolean canReplay(Message message) {
        return message.direction() == Message.Direction.IN
                && message.name().toLowerCase(Locale.ROOT).matches(".*\\.(xml|zip)");
    }

    @Override
    public long replay(long messageId, boolean dryRun, Actor actor, String reason) {
        return imports.replay(messageId, dryRun, actor, reason);
    }
}
