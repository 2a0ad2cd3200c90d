-- A document speaks of some things and leaves others out, so what is late is judged for each of them.
ALTER TABLE order_report ADD COLUMN paid_made_at timestamp, ADD COLUMN shipped_made_at timestamp,
    ADD COLUMN lines_made_at timestamp;
UPDATE order_report SET paid_made_at = CASE WHEN paid_on IS NOT NULL THEN made_at END,
    shipped_made_at = CASE WHEN shipped_on IS NOT NULL THEN made_at END,
    lines_made_at = CASE WHEN EXISTS (SELECT FROM order_report_line l WHERE l.part_id = order_report.part_id)
        THEN made_at END;
