-- A file that was read to its end; only when every file of a packet was, absence means something.
ALTER TABLE run_file ADD COLUMN whole boolean NOT NULL DEFAULT false;
CREATE INDEX run_file_packet ON run_file (packet_id, path);
