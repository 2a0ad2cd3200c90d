package ru.freesport.console.partners;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.audit.AuditLog;

/** The people's door to stored messages: who may see that one came, who may read it, who may have it worked on again. */
@Service
public class StoredMessages {

    private static final String LOOK = "hasAnyRole('ADMIN', 'OPERATIONS', 'SUPPORT', 'VIEWER')";
    private static final String READ = "hasAnyRole('ADMIN', 'OPERATIONS', 'SUPPORT')";
    private static final String ACT = "hasAnyRole('ADMIN', 'OPERATIONS')";

    private final Messages messages;
    private final List<MessageReplay> replays;
    private final List<MessageRuns> runs;
    private final CurrentUser user;
    private final AuditLog audit;

    StoredMessages(
            Messages messages, List<MessageReplay> replays, List<MessageRuns> runs, CurrentUser user, AuditLog audit) {
        this.messages = messages;
        this.replays = replays;
        this.runs = runs;
        this.user = user;
        this.audit = audit;
    }

    @PreAuthorize(LOOK)
    public Optional<Message> find(long id) {
        return messages.find(id);
    }

    /** The file before it that came the same way and is called the same but for numbers and stamps. */
    @PreAuthorize(LOOK)
    public Optional<Message> previousOfItsKind(long id) {
        return messages.previousOfItsKind(id);
    }

    /** Newest first. */
    @PreAuthorize(LOOK)
    public List<Long> runsOf(long id) {
        return runs.stream().flatMap(module -> module.of(id).stream()).toList();
    }

    public boolean mayRead() {
        return user.hasAny(Role.ADMIN, Role.OPERATIONS, Role.SUPPORT);
    }

    public boolean mayReplay(Message message) {
        return user.hasAny(Role.ADMIN, Role.OPERATIONS)
                && replays.stream().anyMatch(replay -> replay.canReplay(message));
    }

    @PreAuthorize(READ)
    public MessageHead head(long id) throws IOException {
        try (InputStream content = messages.content(id)) {
            return MessageHead.read(content);
        }
    }

    @PreAuthorize(READ)
    public ArchiveListing listing(long id) throws IOException {
        try (InputStream content = messages.content(id)) {
            return ArchiveListing.read(content);
        }
    }

    /** The bytes as they came; that somebody took them is kept in the audit log. */
    @PreAuthorize(READ)
    public InputStream download(long id) throws IOException {
        Message message = existing(id);
        InputStream content = messages.content(id);
        audit.record(user.actor(), "partners.message.downloaded", subject(id), null, message.name(), null);
        return content;
    }

    /**
     * Has the message worked on again.
     *
     * @return the run
     */
    @PreAuthorize(ACT)
    public long replay(long id, boolean dryRun, String reason) throws IOException {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a replay needs a reason");
        }
        Message message = existing(id);
        MessageReplay replay = replays.stream()
                .filter(one -> one.canReplay(message))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("message " + id + " cannot be worked on again"));
        long run = replay.replay(id, dryRun, user.actor(), reason);
        String action = dryRun ? "partners.message.replayed-dry" : "partners.message.replayed";
        audit.record(user.actor(), action, subject(id), null, "run:" + run, reason);
        return run;
    }

    private Message existing(long id) throws NoSuchFileException {
        return messages.find(id).orElseThrow(() -> new NoSuchFileException("No message " + id));
    }

    private static String subject(long id) {
        return "message:" + id;
    }
}
