-- One session may exchange goods and orders: what it uploads belongs to one of the two.
ALTER TABLE exchange_upload ADD COLUMN type text NOT NULL DEFAULT 'catalog',
    -- the last bytes that were acknowledged: they tell whether the file is whole
    ADD COLUMN tail bytea;
DROP INDEX exchange_upload_open;
DROP INDEX exchange_upload_session;
CREATE UNIQUE INDEX exchange_upload_open ON exchange_upload (session_id, type, path) WHERE sealed_at IS NULL;
CREATE INDEX exchange_upload_session ON exchange_upload (session_id, type, path);
ALTER TABLE exchange_import ADD COLUMN type text NOT NULL DEFAULT 'catalog';
ALTER TABLE exchange_import DROP CONSTRAINT exchange_import_pkey, ADD PRIMARY KEY (session_id, type, path);

-- The files about orders that 1C sent in a session.
CREATE TABLE exchange_sale_packet (
    session_id bigint PRIMARY KEY REFERENCES exchange_session ON DELETE CASCADE,
    packet_id  bigint NOT NULL REFERENCES packet
);
CREATE INDEX exchange_sale_packet_packet ON exchange_sale_packet (packet_id);
