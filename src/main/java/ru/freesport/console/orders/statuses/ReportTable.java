package ru.freesport.console.orders.statuses;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import ru.freesport.console.orders.OrderStatus;

/** Writes what became of orders and parts while documents of 1C were taken; what is as it was is not written. */
@Component
class ReportTable {

    private static final String REPORT = """
            INSERT INTO order_report (part_id, word, word_key, standing, made_at, told_at, way, message_id, onec_date,
                posted, cancelled, shipped, deleted, paid_on, payment_withdrawn, shipped_on, shipment_withdrawn,
                lines_differ, paid_made_at, shipped_made_at, lines_made_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (part_id) DO UPDATE SET word = excluded.word, word_key = excluded.word_key,
                standing = excluded.standing, made_at = excluded.made_at, told_at = excluded.told_at,
                way = excluded.way, message_id = excluded.message_id, onec_date = excluded.onec_date,
                posted = excluded.posted, cancelled = excluded.cancelled, shipped = excluded.shipped,
                deleted = excluded.deleted, paid_on = excluded.paid_on,
                payment_withdrawn = excluded.payment_withdrawn, shipped_on = excluded.shipped_on,
                shipment_withdrawn = excluded.shipment_withdrawn, lines_differ = excluded.lines_differ,
                paid_made_at = excluded.paid_made_at, shipped_made_at = excluded.shipped_made_at,
                lines_made_at = excluded.lines_made_at""";

    private static final String HEARD = """
            UPDATE order_report SET made_at = ?, paid_made_at = ?, shipped_made_at = ?, lines_made_at = ?
            WHERE part_id = ?""";

    private final JdbcTemplate database;

    ReportTable(JdbcTemplate database) {
        this.database = database;
    }

    void save(List<KnownPart> parts, Instant moment) {
        List<Object[]> reports = new ArrayList<>();
        List<Object[]> words = new ArrayList<>();
        List<Object[]> heard = new ArrayList<>();
        for (KnownPart part : parts) {
            if (part.hasNews()) {
                reports.add(report(part, moment));
                words.add(new Object[] {part.facts().word(), part.status().name(), part.id});
            } else if (part.isHeardAgain()) {
                Heard now = part.heard();
                heard.add(new Object[] {now.status(), now.paid(), now.shipped(), now.lines(), part.id});
            }
        }
        update(REPORT, reports);
        update("UPDATE order_part SET onec_status = ?, status = ? WHERE id = ?", words);
        update(HEARD, heard);
        lines(parts.stream().filter(KnownPart::hasNewLines).toList());
    }

    void moved(UUID orderId, OrderStatus to) {
        database.update("UPDATE shop_order SET status = ?, changed_at = now() WHERE id = ?", to.name(), orderId);
    }

    void paid(UUID orderId) {
        database.update("UPDATE shop_order SET payment_status = 'PAID', changed_at = now() WHERE id = ?", orderId);
    }

    private void lines(List<KnownPart> parts) {
        List<Object[]> old = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (KnownPart part : parts) {
            old.add(new Object[] {part.id});
            List<ReportedOrder.Line> lines = part.facts().lines();
            for (int i = 0; lines != null && i < lines.size(); i++) {
                ReportedOrder.Line line = lines.get(i);
                rows.add(new Object[] {
                    part.id, i, line.variantOnecId(), line.name(), line.quantity(), line.sum(), line.isService()
                });
            }
        }
        update("DELETE FROM order_report_line WHERE part_id = ?", old);
        update("""
                INSERT INTO order_report_line (part_id, position, variant_onec_id, name, quantity, sum, service)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    private void update(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            database.batchUpdate(sql, rows);
        }
    }

    private static Object[] report(KnownPart part, Instant now) {
        ReportFacts facts = part.facts();
        ReportSource source = java.util.Objects.requireNonNull(part.source());
        return new Object[] {
            part.id,
            facts.word(),
            facts.word() == null ? null : StatusWord.key(facts.word()),
            facts.standing().name(),
            part.heard().status(),
            Timestamp.from(now),
            source.way().name(),
            source.messageId(),
            facts.onecDate(),
            facts.isPosted(),
            facts.isCancelled(),
            facts.isShipped(),
            facts.isDeleted(),
            facts.paidOn(),
            facts.isPaymentWithdrawn(),
            facts.shippedOn(),
            facts.isShipmentWithdrawn(),
            !part.differences().isEmpty(),
            part.heard().paid(),
            part.heard().shipped(),
            part.heard().lines()
        };
    }
}
