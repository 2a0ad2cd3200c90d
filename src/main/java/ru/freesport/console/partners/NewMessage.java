package ru.freesport.console.partners;

import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/**
 * A message to be stored; its content already is.
 *
 * @param correlationId null: that of the thread
 */
public record NewMessage(
        Message.Direction direction,
        String channel,
        String name,
        @Nullable String contentType,
        BlobRef content,
        Actor actor,
        @Nullable String correlationId,
        @Nullable Long packetId) {}
