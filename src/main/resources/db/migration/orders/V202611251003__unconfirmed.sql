-- Of what 1C does not confirm the longest silence comes first.
DROP INDEX order_part_offered;
CREATE INDEX order_part_offered ON order_part (offered_at)
    WHERE export_state <> 'CONFIRMED' AND offered_at IS NOT NULL;
