package ru.freesport.console.orders.statuses;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.orders.OrderEvent;

/** What people are asked about 1C's documents: words that nobody explained, and documents that name two orders. */
@Service
public class StatusQuestions {

    private static final String MAY_DECIDE = "hasAnyRole('ADMIN', 'OPERATIONS', 'MANAGER')";
    private static final int SHOWN = 200;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final IdentityTable identities;
    private final CurrentUser user;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    StatusQuestions(
            JdbcClient database,
            JdbcTemplate batches,
            IdentityTable identities,
            CurrentUser user,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.database = database;
        this.batches = batches;
        this.identities = identities;
        this.user = user;
        this.audit = audit;
        this.events = events;
    }

    /** How many questions are open; cheap enough for every page. */
    @PreAuthorize(StatusMaps.MAY_SEE)
    @Transactional(readOnly = true)
    public long open() {
        // one jump of the index per word, however many orders have it
        return database.sql("""
                        WITH RECURSIVE words AS (
                            SELECT min(word_key) AS key FROM order_report WHERE standing = 'UNKNOWN_WORD'
                            UNION ALL
                            SELECT (SELECT min(r.word_key) FROM order_report r
                                    WHERE r.standing = 'UNKNOWN_WORD' AND r.word_key > words.key)
                            FROM words WHERE words.key IS NOT NULL)
                        SELECT (SELECT count(*) FROM words WHERE key IS NOT NULL AND NOT EXISTS (
                                SELECT FROM status_map_word w WHERE w.word_key = words.key
                                    AND w.version = (SELECT max(version) FROM status_map)))
                            + (SELECT count(*) FROM order_identity WHERE decision IS NULL)""").query(Long.class).single();
    }

    /** The most frequent first. */
    @PreAuthorize(StatusMaps.MAY_SEE)
    @Transactional(readOnly = true)
    public List<UnknownWord> words() {
        return database.sql("""
                        SELECT min(r.word) AS word, count(*) AS parts, min(r.told_at) AS first_at,
                            max(r.told_at) AS last_at, max(p.number) AS some_part
                        FROM order_report r JOIN order_part p ON p.id = r.part_id
                        WHERE r.standing = 'UNKNOWN_WORD' AND NOT EXISTS (
                            SELECT FROM status_map_word w WHERE w.word_key = r.word_key
                                AND w.version = (SELECT max(version) FROM status_map))
                        GROUP BY r.word_key ORDER BY count(*) DESC, r.word_key LIMIT :limit""")
                .param("limit", SHOWN)
                .query((row, _) -> new UnknownWord(
                        row.getString("word"),
                        row.getLong("parts"),
                        row.getTimestamp("first_at").toInstant(),
                        row.getTimestamp("last_at").toInstant(),
                        row.getString("some_part")))
                .list();
    }

    /** Nobody has decided these. */
    @PreAuthorize(StatusMaps.MAY_SEE)
    @Transactional(readOnly = true)
    public List<IdentityDispute> disputes() {
        return identities.open(SHOWN);
    }

    @PreAuthorize(StatusMaps.MAY_SEE)
    @Transactional(readOnly = true)
    public List<IdentityDispute> decided() {
        return identities.decided(SHOWN);
    }

    /** Says whom documents with this number and id are about, for those that came and those that will; empty when somebody else was faster. */
    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public Optional<IdentityDispute> decide(long id, IdentityDispute.Decision decision, String reason) {
        Optional<IdentityDispute> dispute = identities.find(id);
        boolean isPossible = dispute.isPresent()
                && !reason.isBlank()
                && (decision != IdentityDispute.Decision.BY_ID || dispute.get().partById() != null);
        if (!isPossible || !identities.decide(id, decision, user.actor(), reason.strip())) {
            return Optional.empty();
        }
        ReportEvents told = new ReportEvents(user.actor());
        String both = dispute.get().number() + " / " + dispute.get().onecKey();
        identities
                .orders(id)
                .forEach(order -> told.note(order, null, OrderEvent.Kind.IDENTITY_DECIDED, null, both, null));
        told.write(batches);
        audit.record(
                user.actor(),
                "orders.identity.decided",
                "order_identity:" + both,
                null,
                decision.name(),
                reason.strip());
        events.publishEvent(
                new IdentityDecided(dispute.get().number(), dispute.get().onecKey(), user.actor()));
        return identities.find(id);
    }
}
