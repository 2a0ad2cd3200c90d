ALTER TABLE audit_entry ADD COLUMN correlation_id text;
CREATE INDEX audit_entry_correlation ON audit_entry (correlation_id);
