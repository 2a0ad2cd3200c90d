-- Limits are edited: what a packet was held by is what held then.
ALTER TABLE packet_finding_count ADD COLUMN percent numeric;
