-- The schema version 1C asked for when it began to exchange orders; null when it asked for none.
ALTER TABLE exchange_session ADD COLUMN sale_version text;
