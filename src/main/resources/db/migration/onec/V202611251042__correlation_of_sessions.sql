-- One for all calls of a session of 1C and for the runs they cause.
ALTER TABLE exchange_session ADD COLUMN correlation_id text;
UPDATE exchange_session SET correlation_id = 'session-' || lpad(id::text, 8, '0');
ALTER TABLE exchange_session ALTER COLUMN correlation_id SET NOT NULL;
