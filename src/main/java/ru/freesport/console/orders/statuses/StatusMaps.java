package ru.freesport.console.orders.statuses;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.orders.statuses.StatusMapOutcome.Why;

/**
 * What 1C's words mean here: what holds now, who said so, how it was before, and how to go back. Documents that waited for
 * a word are taken by themselves once somebody has said what it means; what was taken before stays as it is.
 */
@Service
public class StatusMaps {

    static final String MAY_SEE =
            "hasAnyRole('ADMIN', 'OPERATIONS', 'MANAGER', 'SUPPORT', 'FINANCE', 'VIEWER', 'SYSTEM', 'EXCHANGE')";
    private static final String MAY_DECIDE = "hasAnyRole('ADMIN', 'OPERATIONS')";
    private static final int LONGEST_WORD = 100;

    private final StatusMapTable table;
    private final CurrentUser user;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    StatusMaps(StatusMapTable table, CurrentUser user, AuditLog audit, ApplicationEventPublisher events) {
        this.table = table;
        this.user = user;
        this.audit = audit;
        this.events = events;
    }

    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public StatusMap current() {
        return table.newest();
    }

    /** Newest first; the map of the installation comes last. */
    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public List<StatusMap> history(int limit) {
        return table.history(limit);
    }

    /**
     * Says what a word means.
     *
     * @param status null: the word is known and moves nothing
     * @param seen version that the person looked at while deciding
     * @param reason needed when the word meant something else
     */
    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public StatusMapOutcome say(String word, @Nullable OrderStatus status, long seen, String reason) {
        String written = word.strip();
        if (StatusWord.key(written).isEmpty()) {
            return new StatusMapOutcome.Refused(Why.WORD_MISSING);
        }
        if (written.length() > LONGEST_WORD) {
            return new StatusMapOutcome.Refused(Why.WORD_TOO_LONG);
        }
        StatusMap before = table.newest();
        Map<String, StatusMap.Word> words = byKey(before);
        StatusMap.Word wish = new StatusMap.Word(written, status);
        StatusMap.Word old = words.get(wish.key());
        if (old == null || old.status() != status) {
            words.put(wish.key(), wish);
        }
        if (old != null && old.status() != status && reason.isBlank()) {
            return new StatusMapOutcome.Refused(Why.REASON_MISSING);
        }
        return change(before, List.copyOf(words.values()), seen, reason, null);
    }

    /** The word means nothing any more: a document that says it waits for a person again. */
    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public StatusMapOutcome forget(String word, long seen, String reason) {
        if (reason.isBlank()) {
            return new StatusMapOutcome.Refused(Why.REASON_MISSING);
        }
        StatusMap before = table.newest();
        Map<String, StatusMap.Word> words = byKey(before);
        words.remove(StatusWord.key(word));
        return change(before, List.copyOf(words.values()), seen, reason, null);
    }

    /** Makes a new version of an earlier one. */
    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public StatusMapOutcome restore(long version, long seen, String reason) {
        if (reason.isBlank()) {
            return new StatusMapOutcome.Refused(Why.REASON_MISSING);
        }
        Optional<StatusMap> wanted = table.find(version);
        return wanted.isEmpty()
                ? new StatusMapOutcome.Refused(Why.NO_SUCH_THING)
                : change(table.newest(), wanted.get().words(), seen, reason, version);
    }

    /** Notes which run takes the documents that a change freed; for whoever keeps them. */
    @Transactional
    public void retriedBy(long version, long runId) {
        table.retriedBy(version, runId);
    }

    private StatusMapOutcome change(
            StatusMap before, List<StatusMap.Word> words, long seen, String reason, @Nullable Long restores) {
        String why = reason.isBlank() ? null : reason.strip();
        if (before.version() == seen && Set.copyOf(before.words()).equals(Set.copyOf(words))) {
            return new StatusMapOutcome.Unchanged();
        }
        if (before.version() != seen || !table.insert(seen + 1, words, user.actor(), why, restores)) {
            return new StatusMapOutcome.Clash(table.newest());
        }
        Set<StatusMap.Word> old = new HashSet<>(before.words());
        Set<StatusMap.Word> gone = new HashSet<>(before.words());
        words.forEach(gone::remove);
        List<StatusMap.Word> came = new ArrayList<>(words);
        came.removeAll(old);
        audit.record(user.actor(), "orders.statuses.changed", "status_map:" + (seen + 1), said(gone), said(came), why);
        Set<String> keys = came.stream().map(StatusMap.Word::key).collect(Collectors.toSet());
        events.publishEvent(new StatusMapChanged(seen + 1, keys, user.actor()));
        return new StatusMapOutcome.Done(
                seen + 1, table.find(seen + 1).map(StatusMap::runId).orElse(null));
    }

    private static Map<String, StatusMap.Word> byKey(StatusMap map) {
        Map<String, StatusMap.Word> words = new LinkedHashMap<>();
        map.words().forEach(word -> words.put(word.key(), word));
        return words;
    }

    private static String said(Iterable<StatusMap.Word> words) {
        Set<String> said = new TreeSet<>();
        words.forEach(word -> said.add(word.word() + ": " + Objects.requireNonNullElse(word.status(), "–")));
        return String.join(", ", said);
    }
}
