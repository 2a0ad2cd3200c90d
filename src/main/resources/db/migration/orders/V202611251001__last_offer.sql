-- When 1C was offered the part last, and when people were told that it does not confirm it.
ALTER TABLE order_part ADD COLUMN last_offered_at timestamptz;
ALTER TABLE order_part ADD COLUMN told_at timestamptz;
UPDATE order_part SET last_offered_at = offered_at WHERE offered_at IS NOT NULL;
CREATE INDEX order_part_offered ON order_part (offered_at)
    WHERE export_state <> 'CONFIRMED' AND offered_at IS NOT NULL AND told_at IS NULL;
