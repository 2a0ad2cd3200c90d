-- WITHDRAWING: its rows go another way, and it has still to be taken off the file server.
ALTER TABLE outgoing_file DROP CONSTRAINT outgoing_file_state_check;
ALTER TABLE outgoing_file ADD CONSTRAINT outgoing_file_state_check
    CHECK (state IN ('WAITING', 'UPLOADED', 'WITHDRAWING', 'SETTLED', 'WITHDRAWN'));
DROP INDEX outgoing_file_open;
CREATE INDEX outgoing_file_open ON outgoing_file (id) WHERE state IN ('WAITING', 'UPLOADED', 'WITHDRAWING');

-- Stored bytes go after their time; what became of the file stays.
ALTER TABLE outgoing_file ALTER COLUMN message_id DROP NOT NULL;
ALTER TABLE outgoing_file DROP CONSTRAINT outgoing_file_message_id_fkey;
ALTER TABLE outgoing_file ADD CONSTRAINT outgoing_file_message_id_fkey
    FOREIGN KEY (message_id) REFERENCES message (id) ON DELETE SET NULL;
