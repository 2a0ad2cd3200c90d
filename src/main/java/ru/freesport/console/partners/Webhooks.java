package ru.freesport.console.partners;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Notifications of outside systems as people see them; the bytes are those of the {@link StoredMessages stored message}. */
@Service
public class Webhooks implements MessageHold {

    private static final String MAY_LOOK =
            "hasAnyRole('ADMIN', 'OPERATIONS', 'SUPPORT', 'FINANCE', 'VIEWER', 'SYSTEM')";

    private final WebhookTable table;

    Webhooks(WebhookTable table) {
        this.table = table;
    }

    /** Newest first; the next page starts below the last id of this one. */
    @PreAuthorize(MAY_LOOK)
    public List<Webhook> page(
            @Nullable String provider, Webhook.@Nullable State state, @Nullable Long below, int limit) {
        return table.page(provider, state, below, limit);
    }

    @PreAuthorize(MAY_LOOK)
    public Optional<Webhook> find(long id) {
        return table.find(id);
    }

    /** The notification whose bytes are this message. */
    @PreAuthorize(MAY_LOOK)
    public Optional<Webhook> ofMessage(long messageId) {
        return table.ofMessage(messageId);
    }

    /** All about one thing, oldest first; {@code subject} as its provider names it, {@code payment:30e1…}. */
    @PreAuthorize(MAY_LOOK)
    public List<Webhook> about(String provider, String subject) {
        return table.about(provider, subject);
    }

    @Override
    public Set<Long> held(Collection<Long> messageIds) {
        return new HashSet<>(table.openMessages(messageIds));
    }
}
