package ru.freesport.console.orders;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.shared.Actor;

/**
 * The only place where a part's export state changes: one statement per transition, however many parts, which locks
 * them in one order, moves forward only, notes what happened and tells the screens.
 */
@Component
class PartTransitions {

    /** A part 1C has not confirmed, and that it may still get. */
    private static final String WILLING = "AND status <> 'CANCELLED' AND rejected_at IS NULL";

    private static final String NOTE = """
            noted AS (
                INSERT INTO order_event (order_id, part_id, kind, actor_kind, actor, way, detail)
                SELECT order_id, id, kind, :actorKind, :actor, :way, detail FROM moved WHERE kind IS NOT NULL)
            SELECT onec_key, pg_notify('order', order_id::text)::text FROM moved""";

    private final JdbcClient database;
    private final CurrentUser user;
    private final AuditLog audit;

    PartTransitions(JdbcClient database, CurrentUser user, AuditLog audit) {
        this.database = database;
        this.user = user;
        this.audit = audit;
    }

    /** Only the first repeat is noted: what is offered every minute must not fill the page. */
    Set<String> prepared(Collection<String> keys) {
        return moved(wanted(ExportState.CONFIRMED, WILLING) + """
                moved AS (
                    UPDATE order_part p SET offers = offers + 1, offered_at = coalesce(offered_at, now()),
                        last_offered_at = now(), export_state = CASE WHEN p.export_state = 'NEW' THEN 'PREPARED' ELSE p.export_state END
                    FROM wanted WHERE p.id = wanted.id
                    RETURNING p.id, p.order_id, p.onec_key, NULL::text AS detail,
                        CASE p.offers WHEN 1 THEN 'PREPARED' WHEN 2 THEN 'OFFERED_AGAIN' END AS kind),
                """ + NOTE, keys, null, Map.of());
    }

    Set<String> handedOver(Collection<String> keys, HandoverWay how, String batch) {
        return moved(wanted(ExportState.HANDED_OVER, WILLING) + """
                moved AS (
                    UPDATE order_part p SET export_state = 'HANDED_OVER', handed_over_at = now(),
                        handed_over_how = :way, batch = :batch, offered_at = coalesce(offered_at, now())
                    FROM wanted WHERE p.id = wanted.id
                    RETURNING p.id, p.order_id, p.onec_key, :batch AS detail, 'HANDED_OVER' AS kind),
                """ + NOTE, keys, how, Map.of("batch", batch));
    }

    Set<String> confirmed(Collection<OrderHandover.Confirmation> confirmations, HandoverWay how) {
        Map<String, OrderHandover.Confirmation> byKey = confirmations.stream()
                .collect(Collectors.toMap(OrderHandover.Confirmation::key, one -> one, (first, _) -> first));
        List<OrderHandover.Confirmation> all = byKey.values().stream()
                .sorted(Comparator.comparing(OrderHandover.Confirmation::key))
                .toList();
        String[] keys = all.stream().map(OrderHandover.Confirmation::key).toArray(String[]::new);
        String[] numbers =
                all.stream().map(OrderHandover.Confirmation::onecNumber).toArray(String[]::new);
        Map<String, Object> said = Map.of("saidKeys", keys, "numbers", numbers);
        Set<String> moved = moved(wanted(ExportState.CONFIRMED, "") + """
                moved AS (
                    UPDATE order_part p SET export_state = 'CONFIRMED', confirmed_at = now(), confirmed_how = :way,
                        onec_number = coalesce(said.number, p.onec_number), rejected_at = NULL, rejected_text = NULL
                    FROM wanted JOIN unnest(:saidKeys::text[], :numbers::text[]) AS said (key, number)
                        ON said.key = wanted.onec_key
                    WHERE p.id = wanted.id
                    RETURNING p.id, p.order_id, p.onec_key, p.onec_number AS detail, 'CONFIRMED' AS kind),
                """ + NOTE, List.of(keys), how, said);
        if (moved.size() < keys.length) {
            numbers(List.of(keys), how, said);
        }
        return moved;
    }

    /** A confirmed part may hear 1C's number later; another number than the known one is only noted, once. */
    private void numbers(Collection<String> keys, HandoverWay how, Map<String, Object> said) {
        moved("""
                WITH moved AS (
                    UPDATE order_part p SET onec_number = coalesce(p.onec_number, said.number)
                    FROM unnest(:saidKeys::text[], :numbers::text[]) AS said (key, number)
                    WHERE p.onec_key = said.key AND p.onec_key = ANY(:keys) AND said.number IS NOT NULL
                        AND p.onec_number IS DISTINCT FROM said.number
                        AND NOT EXISTS (SELECT FROM order_event e WHERE e.part_id = p.id
                            AND e.kind = 'NUMBER_DIFFERS' AND e.detail = said.number)
                    RETURNING p.id, p.order_id, p.onec_key, said.number AS detail,
                        CASE WHEN p.onec_number <> said.number THEN 'NUMBER_DIFFERS' END AS kind),
                """ + NOTE, keys, how, said);
    }

    /** Those that 1C has left unconfirmed for longer than the window and that nobody was told of; from now on they are told. */
    List<SilentParts.Silent> silent(Duration window) {
        Actor actor = user.actor();
        return database.sql("""
                        WITH wanted AS (
                            SELECT id FROM order_part
                            WHERE export_state <> 'CONFIRMED' AND told_at IS NULL %s
                                AND offered_at < now() - make_interval(secs => :window) ORDER BY id FOR UPDATE),
                        moved AS (
                            UPDATE order_part p SET told_at = now() FROM wanted WHERE p.id = wanted.id
                            RETURNING p.id, p.order_id, p.number, p.offers, p.offered_at),
                        noted AS (
                            INSERT INTO order_event (order_id, part_id, kind, actor_kind, actor)
                            SELECT order_id, id, 'NOT_CONFIRMED', :actorKind, :actor FROM moved)
                        SELECT number, offers, offered_at, pg_notify('order', order_id::text)::text FROM moved
                        """.formatted(WILLING))
                .param("window", (double) window.toSeconds())
                .param("actorKind", actor.kind().name())
                .param("actor", actor.name())
                .query((row, _) -> new SilentParts.Silent(
                        row.getString(1), row.getInt(2), row.getTimestamp(3).toInstant()))
                .list();
    }

    boolean rejected(String key, String text) {
        return !moved(wanted(ExportState.CONFIRMED, WILLING) + """
                moved AS (
                    UPDATE order_part p SET rejected_at = now(), rejected_text = :text
                    FROM wanted WHERE p.id = wanted.id
                    RETURNING p.id, p.order_id, p.onec_key, :text AS detail, 'REJECTED' AS kind),
                """ + NOTE, List.of(key), null, Map.of("text", text))
                .isEmpty();
    }

    boolean released(String key, String reason) {
        boolean moved = !moved(
                        wanted(ExportState.CONFIRMED, "AND rejected_at IS NOT NULL") + """
                moved AS (
                    UPDATE order_part p SET rejected_at = NULL, rejected_text = NULL, offers = 0, offered_at = NULL,
                        last_offered_at = NULL, told_at = NULL
                    FROM wanted WHERE p.id = wanted.id
                    RETURNING p.id, p.order_id, p.onec_key, :reason AS detail, 'RELEASED' AS kind),
                """ + NOTE,
                        List.of(key),
                        null,
                        Map.of("reason", reason))
                .isEmpty();
        if (moved) {
            audit.record(user.actor(), "orders.part.released", "order_part:" + key, null, null, reason);
        }
        return moved;
    }

    /** The parts that may still become {@code next}, locked in one order so that two transitions cannot block each other. */
    private static String wanted(ExportState next, String more) {
        String from = next.before().stream().map(state -> "'" + state + "'").collect(Collectors.joining(", "));
        return """
                WITH wanted AS (
                    SELECT id, onec_key FROM order_part
                    WHERE onec_key = ANY(:keys) AND export_state IN (%s) %s ORDER BY id FOR UPDATE),
                """.formatted(from, more);
    }

    private Set<String> moved(
            String sql, Collection<String> keys, @Nullable HandoverWay way, Map<String, Object> more) {
        Actor actor = user.actor();
        return new HashSet<>(database.sql(sql)
                .param("keys", keys.toArray(String[]::new))
                .param("actorKind", actor.kind().name())
                .param("actor", actor.name())
                .param("way", way == null ? null : way.name())
                .params(more)
                .query((row, _) -> row.getString(1))
                .list());
    }
}
