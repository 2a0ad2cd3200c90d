-- People are told once that nobody knows whether the provider did it.
ALTER TABLE provider_operation ADD COLUMN told_unknown_at timestamptz;
CREATE INDEX provider_operation_unknown ON provider_operation (created_at) WHERE state = 'UNKNOWN';
